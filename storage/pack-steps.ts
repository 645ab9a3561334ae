import { database } from './database';
import { packStepSchema, storedPackSchema } from './records-packs';
import type { PackStep, ReplyRow, StepHead, StepKind, StepRows, StoredPack } from './records-packs';
import { parseRecords } from './parse';
import { byShelf, changeShelf, clearRows, isEmpty, rowsOf, shelfById, writeRows } from './reply-shelves';

/** What is to become of one pack. */
export interface PackChange {
  pack: string;
  /** Rows to write, new ones and those that stand there; their `rev` is given here. */
  put?: Omit<ReplyRow, 'rev'>[];
  /** Ids of rows to take away for good. */
  remove?: string[];
  /** The pack's own record as it is to be, without replies; null: it goes. */
  head?: StoredPack | null;
}

/** What became of the rows of one pack, for a page that has them in memory. */
export interface Outcome {
  pack: string;
  put: ReplyRow[];
  removed: string[];
}

export interface StepDone {
  step: PackStep;
  outcomes: Outcome[];
  /** Replies that were left alone because they were changed since. */
  kept: number;
}

type OnDone = (share: number) => void;

/** Steps are kept this long (ms) and to this number, and to so many replies in all. */
const KEPT_FOR = 30 * 86_400_000;
const KEPT_STEPS = 200;
const KEPT_ROWS = 250_000;

const tables = () => [database.packs, database.replyShelves, database.packSteps, database.packStepRows, database.packStepHeads];

/**
 * Does one step in one transaction: all of it or, when it throws or the page ends, nothing.
 * Tell the background with `touchPacks` afterwards.
 * @param onDone called with the share that is written
 * @param count replies as a person counts them, where more rows are written
 */
export function doStep(kind: StepKind, detail: string, changes: PackChange[], onDone?: OnDone, count?: number): Promise<StepDone> {
  const id = crypto.randomUUID();
  return database.transaction('rw', tables(), async () => {
    const outcomes: Outcome[] = [];
    let most = 0;
    for (const [index, { pack, put: wanted = [], remove = [], head }] of changes.entries()) {
      await spread(pack);
      const put = wanted.map((row): ReplyRow => ({ ...row, rev: id }));
      await changeRows(id, pack, put, remove, (share) => onDone?.((index + share) / changes.length));
      if (head !== undefined) {
        await database.packStepHeads.put({ step: id, pack, before: (await database.packs.get(pack)) ?? null, at: head?.changedAt ?? 0 });
        await putHead(pack, head);
      }
      outcomes.push({ pack, put, removed: remove });
      most = Math.max(most, put.length + remove.length);
    }
    const step: PackStep = { id, at: Date.now(), kind, detail: detail.slice(0, 300), count: count ?? most, packs: changes.map(({ pack }) => pack), undone: false };
    await database.packSteps.put(step);
    await prune(step);
    return { step, outcomes, kept: 0 };
  });
}

/** Writes rows shelf by shelf, and beside each what stood there. */
async function changeRows(step: string, pack: string, put: ReplyRow[], remove: string[], onDone: OnDone): Promise<void> {
  const news = byShelf(put, (row) => row.reply.id);
  const gone = byShelf(remove, (id) => id);
  const shelves = new Set([...news.keys(), ...gone.keys()]);
  let done = 0;
  for (const shelf of shelves) {
    const [some, away] = [news.get(shelf) ?? [], gone.get(shelf) ?? []];
    const before = await changeShelf(pack, shelf, some, away);
    const added = some.map(({ reply }) => reply.id).filter((id) => !before.has(id));
    await database.packStepRows.put({ step, pack, shelf, before: [...before.values()], added, removed: away.filter((id) => before.has(id)) });
    done += 1;
    onDone(done / shelves.size);
  }
}

/** Takes a step back. Replies that were changed since stay as they are. */
export function undoStep(id: string, onDone?: OnDone): Promise<StepDone | null> {
  return turn(id, true, onDone, (one, now) => {
    const away = new Set(one.removed);
    // What was let go of for good since, out of the bin, does not come back.
    const put = one.before.filter(({ reply }) => (now.has(reply.id) ? now.get(reply.id)?.rev === id : away.has(reply.id)));
    const removed = one.added.filter((reply) => now.get(reply)?.rev === id);
    const standing = one.added.filter((reply) => now.has(reply) && now.get(reply)?.rev !== id).length;
    const ids = new Set([...one.before.map(({ reply }) => reply.id), ...one.added]);
    const after = [...now.values()].filter(({ rev, reply }) => rev === id && ids.has(reply.id));
    return { put, removed, kept: one.before.length - put.length + standing, next: { ...one, after } };
  });
}

/** Does a step again that was taken back. */
export function redoStep(id: string, onDone?: OnDone): Promise<StepDone | null> {
  return turn(id, false, onDone, (one, now) => {
    const before = new Map(one.before.map((row) => [row.reply.id, row]));
    const untouched = (reply: string) => now.get(reply)?.rev === before.get(reply)?.rev;
    const { after = [], ...next } = one;
    const put = after.filter(({ reply }) => untouched(reply.id));
    return { put, removed: one.removed.filter(untouched), kept: after.length - put.length, next };
  });
}

interface Turned {
  put: ReplyRow[];
  removed: string[];
  kept: number;
  next: StepRows;
}

function turn(id: string, back: boolean, onDone: OnDone | undefined, plan: (one: StepRows, now: Map<string, ReplyRow>) => Turned): Promise<StepDone | null> {
  return database.transaction('rw', tables(), async () => {
    const parsed = packStepSchema.safeParse(await database.packSteps.get(id));
    if (!parsed.success || parsed.data.undone === back) return null;
    const keys = await database.packStepRows.where('step').equals(id).primaryKeys();
    const outcomes = new Map(parsed.data.packs.map((pack): [string, Outcome] => [pack, { pack, put: [], removed: [] }]));
    let kept = 0;
    for (const [index, key] of keys.entries()) {
      const one = await database.packStepRows.get(key);
      if (!one) continue;
      const { put, removed, kept: some, next } = plan(one, await shelfById(one.pack, one.shelf));
      await changeShelf(one.pack, one.shelf, put, removed);
      await database.packStepRows.put(next);
      kept += some;
      outcomes.get(one.pack)?.put.push(...put);
      outcomes.get(one.pack)?.removed.push(...removed);
      onDone?.((index + 1) / keys.length);
    }
    for (const head of await database.packStepHeads.where('step').equals(id).toArray()) await turnHead(head, back);
    const step = { ...parsed.data, undone: back };
    await database.packSteps.put(step);
    return { step, outcomes: [...outcomes.values()], kept };
  });
}

/** Puts the pack's own record back, or forth; one that was changed since stays, and a pack that has replies stays. */
async function turnHead(head: StepHead, back: boolean): Promise<void> {
  const now = (await database.packs.get(head.pack)) ?? null;
  const expected = back ? head.at : (head.before?.changedAt ?? 0);
  if ((now?.changedAt ?? 0) !== expected) return;
  const then = back ? head.before : (head.after ?? null);
  if (then !== null || (await isEmpty(head.pack))) await putHead(head.pack, then);
  if (back) await database.packStepHeads.put({ ...head, after: now });
}

/** The steps that are kept, newest first. */
export async function readSteps(): Promise<PackStep[]> {
  return parseRecords('packSteps', packStepSchema, await database.packSteps.orderBy('at').reverse().toArray()).records;
}

/** A pack that came in one record is put on shelves before its first change. */
async function spread(pack: string): Promise<void> {
  const stored = storedPackSchema.safeParse(await database.packs.get(pack));
  if (!stored.success || !stored.data.pack.replies) return;
  const { replies, ...rest } = stored.data.pack;
  await database.packs.put({ ...stored.data, pack: rest });
  await writeRows(pack, rowsOf(replies));
}

async function putHead(pack: string, head: StoredPack | null): Promise<void> {
  if (head) await database.packs.put(head);
  else {
    await database.packs.delete(pack);
    await clearRows(pack);
  }
}

async function forget(steps: string[]): Promise<void> {
  await database.packSteps.bulkDelete(steps);
  await database.packStepRows.where('step').anyOf(steps).delete();
  await database.packStepHeads.where('step').anyOf(steps).delete();
}

/** A new step ends what was undone before it; old steps go. */
async function prune(newest: PackStep): Promise<void> {
  const steps = await database.packSteps.orderBy('at').reverse().toArray();
  let rows = 0;
  const gone = steps.filter((step, index) => {
    rows += step.count;
    return step.id !== newest.id && (step.undone || index >= KEPT_STEPS || rows > KEPT_ROWS || step.at < newest.at - KEPT_FOR);
  });
  if (gone.length > 0) await forget(gone.map(({ id }) => id));
}
