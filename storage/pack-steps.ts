import { database } from './database';
import { packStepSchema, storedPackSchema } from './records-packs';
import type { PackStep, ReplyRow, StepKind, StepRows, StoredPack, Touched } from './records-packs';
import { parseRecords } from './parse';
import { clearRows, isEmpty, rowsById, rowsOf, writeRows } from './reply-shelves';

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

/** Steps are kept this long (ms) and to this number, and to so many replies in all. */
const KEPT_FOR = 30 * 86_400_000;
const KEPT_STEPS = 200;
const KEPT_ROWS = 250_000;

const tables = () => [database.packs, database.replyShelves, database.packSteps, database.packStepRows] as const;

/**
 * Does one step in one transaction: all of it or, when it throws or the page ends, nothing.
 * Tell the background with `touchPacks` afterwards.
 * @param onDone called with the share that is written
 */
export function doStep(kind: StepKind, detail: string, changes: PackChange[], onDone?: (share: number) => void): Promise<StepDone> {
  const id = crypto.randomUUID();
  return database.transaction('rw', [...tables()], async () => {
    const touched: Touched[] = [];
    const outcomes: Outcome[] = [];
    let count = 0;
    for (const [index, change] of changes.entries()) {
      const { pack, remove = [], head } = change;
      await spread(pack);
      const put = (change.put ?? []).map((row): ReplyRow => ({ ...row, rev: id }));
      const ids = [...put.map(({ reply }) => reply.id), ...remove];
      const known = await rowsById(pack, ids);
      touched.push({
        pack,
        before: [...known.values()],
        added: put.map(({ reply }) => reply.id).filter((reply) => !known.has(reply)),
        removed: remove.filter((reply) => known.has(reply)),
        ...(head !== undefined && { head: (await database.packs.get(pack)) ?? null, headAt: head?.changedAt ?? 0 }),
      });
      await writeRows(pack, put, remove, (share) => onDone?.((index + share) / changes.length));
      if (head !== undefined) await putHead(pack, head);
      outcomes.push({ pack, put, removed: remove });
      count = Math.max(count, ids.length);
    }
    const step: PackStep = { id, at: Date.now(), kind, detail: detail.slice(0, 300), count, packs: changes.map(({ pack }) => pack), undone: false };
    await database.packSteps.put(step);
    await database.packStepRows.put({ step: id, touched });
    await prune(step);
    return { step, outcomes, kept: 0 };
  });
}

/** Takes a step back. Replies that were changed since stay as they are. */
export function undoStep(id: string, onDone?: (share: number) => void): Promise<StepDone | null> {
  return turn(id, true, onDone, async (one) => {
    const ids = [...one.before.map(({ reply }) => reply.id), ...one.added];
    const now = await rowsById(one.pack, ids);
    const away = new Set(one.removed);
    // What was let go of for good since, out of the bin, does not come back.
    const put = one.before.filter(({ reply }) => (now.has(reply.id) ? now.get(reply.id)?.rev === id : away.has(reply.id)));
    const removed = one.added.filter((reply) => now.get(reply)?.rev === id);
    const gone = new Set(removed);
    const after = [...now.values()].filter(({ rev }) => rev === id);
    const standing = one.added.filter((reply) => now.has(reply) && !gone.has(reply)).length;
    return { put, removed, kept: one.before.length - put.length + standing, next: { ...one, after } };
  });
}

/** Does a step again that was taken back. */
export function redoStep(id: string, onDone?: (share: number) => void): Promise<StepDone | null> {
  return turn(id, false, onDone, async (one) => {
    const after = one.after ?? [];
    const before = new Map(one.before.map((row) => [row.reply.id, row]));
    const now = await rowsById(one.pack, [...before.keys(), ...one.added]);
    const untouched = (reply: string) => now.get(reply)?.rev === before.get(reply)?.rev;
    const put = after.filter(({ reply }) => untouched(reply.id));
    const removed = one.removed.filter(untouched);
    const { after: _, ...next } = one;
    return { put, removed, kept: after.length - put.length, next };
  });
}

interface Turned {
  put: ReplyRow[];
  removed: string[];
  kept: number;
  next: Touched;
}

function turn(id: string, back: boolean, onDone: ((share: number) => void) | undefined, plan: (one: Touched) => Promise<Turned>): Promise<StepDone | null> {
  return database.transaction('rw', [...tables()], async () => {
    const parsed = packStepSchema.safeParse(await database.packSteps.get(id));
    const rows = await database.packStepRows.get(id);
    if (!parsed.success || !rows || parsed.data.undone === back) return null;
    const outcomes: Outcome[] = [];
    const touched: Touched[] = [];
    let kept = 0;
    for (const [index, one] of rows.touched.entries()) {
      const turned = await plan(one);
      kept += turned.kept;
      await writeRows(one.pack, turned.put, turned.removed, (share) => onDone?.((index + share) / rows.touched.length));
      touched.push({ ...turned.next, ...(await turnHead(one, back)) });
      outcomes.push({ pack: one.pack, put: turned.put, removed: turned.removed });
    }
    const step = { ...parsed.data, undone: back };
    await database.packSteps.put(step);
    await database.packStepRows.put({ step: id, touched } satisfies StepRows);
    return { step, outcomes, kept };
  });
}

/** Puts the pack's own record back, or forth; one that was changed since stays, and a pack that has replies stays. */
async function turnHead(one: Touched, back: boolean): Promise<Pick<Touched, 'headAfter'>> {
  const head = back ? one.head : one.headAfter;
  if (head === undefined) return {};
  const now = (await database.packs.get(one.pack)) ?? null;
  const expected = back ? one.headAt : one.head?.changedAt;
  if ((now?.changedAt ?? 0) !== (expected ?? 0)) return {};
  if (head !== null || (await isEmpty(one.pack))) await putHead(one.pack, head);
  return back ? { headAfter: now } : {};
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

/** A new step ends what was undone before it; old steps go. */
async function prune(newest: PackStep): Promise<void> {
  const steps = await database.packSteps.orderBy('at').reverse().toArray();
  let rows = 0;
  const gone = steps.filter((step, index) => {
    rows += step.count;
    return step.id !== newest.id && (step.undone || index >= KEPT_STEPS || rows > KEPT_ROWS || step.at < newest.at - KEPT_FOR);
  });
  await database.packSteps.bulkDelete(gone.map(({ id }) => id));
  await database.packStepRows.bulkDelete(gone.map(({ id }) => id));
}
