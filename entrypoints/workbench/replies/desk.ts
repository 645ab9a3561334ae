import { createStore } from 'zustand/vanilla';
import type { PackItem, Said } from '../../../components/workbench/replies/view';
import { faultOf } from '../../../locales/fault';
import type { FaultData } from '../../../locales/fault';
import type { Placed } from '../../../packs/editing/rows';
import { PACK_FORMAT, PACK_VERSION } from '../../../packs/format';
import type { LocalText } from '../../../packs/format';
import { binnedPacks, binPack, emptyBin } from '../../../storage/pack-bin';
import { doStep, readSteps, redoStep, undoStep } from '../../../storage/pack-steps';
import type { PackChange, StepDone } from '../../../storage/pack-steps';
import { builtInPacks, changePack, storedHeads, touchPacks, watchPacks } from '../../../storage/packs';
import type { PackStep, ReplyRow, StepKind } from '../../../storage/records-packs';
import { readRows, rowsOf } from '../../../storage/reply-shelves';
import { changeSettings, readSettings, watchSettings } from '../../../storage/settings';
import { newHead, readPackItems, takenElsewhere } from './pack-items';

export interface DeskState {
  packs: PackItem[] | null;
  /** Packs in the bin, with their names. */
  binned: { id: string; name: LocalText }[];
  open: string | null;
  /** Rows of the open pack in their order, those in the bin included; null while they are read. */
  rows: ReplyRow[] | null;
  /** Newest first. */
  steps: PackStep[];
  /** Abbreviations of other packs in use. */
  taken: ReadonlyMap<string, string>;
  said: Said | null;
  fault: FaultData | null;
  /** Share of a long step that is written; null when none runs. */
  share: number | null;
}

/**
 * The packs of the replies page, and the rows of the one that is open, held in memory: a pack of
 * 20,000 is read once, and each step writes the rows it changes and puts them in here.
 */
export class Desk {
  readonly store = createStore<DeskState>(() => ({ packs: null, binned: [], open: null, rows: null, steps: [], taken: new Map(), said: null, fault: null, share: null }));
  /** Replies of each pack, so that a step counts none but the packs it touches. */
  readonly #counts = new Map<string, number>();
  #ends: (() => void)[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  start(first: string | null): void {
    void this.refresh(first);
    this.#ends = [
      watchPacks((here) => {
        if (here) return;
        this.#counts.clear();
        void this.refresh();
      }),
      watchSettings(() => void this.#readPacks()),
    ];
  }

  end(): void {
    for (const end of this.#ends) end();
  }

  /** Reads everything anew: at the start, and after another page changed packs. */
  async refresh(open = this.store.getState().open): Promise<void> {
    const packs = await this.#readPacks();
    this.store.setState({ steps: await readSteps() });
    const wanted = packs.find(({ id }) => id === open) ?? packs[0];
    if (wanted) await this.open(wanted.id, true);
    else this.store.setState({ open: null, rows: [] });
  }

  async #readPacks(): Promise<PackItem[]> {
    const [packs, binned] = await Promise.all([readPackItems(this.#counts), binnedPacks()]);
    this.store.setState({ packs, binned: binned.map(({ id, pack }) => ({ id, name: pack.name })) });
    return packs;
  }

  /** Opens a pack; one that is open stays as it is unless it is to be read anew. */
  async open(id: string, anew = false): Promise<void> {
    const { open } = this.store.getState();
    if (open === id && !anew) return;
    this.store.setState(open === id ? { open: id } : { open: id, rows: null, taken: new Map() });
    const rows = await this.#rowsOf(id);
    if (this.store.getState().open !== id) return;
    this.store.setState({ rows });
    const taken = await takenElsewhere(id);
    if (this.store.getState().open === id) this.store.setState({ taken });
  }

  /** Rows of any pack. */
  async #rowsOf(id: string): Promise<ReplyRow[]> {
    const whole = (await storedHeads()).find((head) => head.id === id)?.pack ?? (await this.#builtIn(id));
    return whole?.replies ? rowsOf(whole.replies) : readRows(id);
  }

  async #builtIn(id: string) {
    const stored = await storedHeads();
    return stored.some((head) => head.id === id) ? undefined : (await builtInPacks()).find((pack) => pack.id === id);
  }

  /** What a change of the open pack needs: a built-in one is copied into its own place first. */
  async #change(id: string, put: Placed[], remove: string[]): Promise<PackChange> {
    const builtIn = await this.#builtIn(id);
    if (!builtIn) return { pack: id, put, remove };
    const rows = new Map<string, Placed>(rowsOf(builtIn.replies ?? []).map((row) => [row.reply.id, row]));
    for (const row of put) rows.set(row.reply.id, row);
    for (const gone of remove) rows.delete(gone);
    return { pack: id, put: [...rows.values()], head: newHead(builtIn) };
  }

  /**
   * One step on the open pack, and on others with it; written, told to the panels, and shown.
   * @param rows to write; a function is asked when the steps before this one are done, so that keys
   * that follow fast each find what the last one left
   */
  async run(kind: StepKind, detail: string, rows: Placed[] | (() => Placed[]), remove: string[] = [], others: PackChange[] = [], count?: number): Promise<boolean> {
    const { open } = this.store.getState();
    if (!open) return false;
    return this.#perform('did', async (onDone) => {
      const put = typeof rows === 'function' ? rows() : rows;
      if (put.length === 0 && remove.length === 0 && others.length === 0) return null;
      const own = put.length > 0 || remove.length > 0 ? [await this.#change(open, put, remove)] : [];
      return doStep(kind, detail, [...own, ...others], onDone, count);
    });
  }

  /** A new pack of one's own, opened at once. */
  async create(name: string, language: 'zh-CN' | 'en'): Promise<void> {
    const id = `own-${crypto.randomUUID().slice(0, 8)}`;
    const head = newHead({ format: PACK_FORMAT, version: PACK_VERSION, id, name, language, release: new Date().toLocaleDateString('sv') });
    await this.#perform('did', (onDone) => doStep('pack', name, [{ pack: id, head }], onDone));
    await this.open(id);
  }

  /** Gives the open pack another name. */
  async rename(name: string): Promise<void> {
    const { open } = this.store.getState();
    const head = (await storedHeads()).find(({ id }) => id === open);
    if (!open || !head) return;
    const { replies: _, ...pack } = head.pack;
    await this.#perform('did', (onDone) => doStep('pack', name, [{ pack: open, head: { ...head, changedAt: Date.now(), pack: { ...pack, name } } }], onDone));
  }

  /** Takes away the copy that stands in a built-in pack's place. */
  async original(name: string): Promise<void> {
    const { open, rows } = this.store.getState();
    if (!open || !rows) return;
    await this.#perform('did', (onDone) => doStep('pack', name, [{ pack: open, remove: rows.map(({ reply }) => reply.id), head: null }], onDone));
  }

  /** Turns a pack on or off for the panels. */
  async turn({ id, origin, on }: PackItem): Promise<void> {
    if (origin !== 'built-in') await changePack(id, (pack) => ({ ...pack, on: !on }));
    else {
      const { packsOff } = await readSettings();
      await changeSettings({ packsOff: on ? [...packsOff, id] : packsOff.filter((off) => off !== id) });
      await touchPacks();
    }
    await this.#readPacks();
  }

  /** Puts a whole pack into the bin, or takes it out. */
  async bin(id: string, binned: boolean): Promise<void> {
    await binPack(id, binned);
    await this.refresh(binned ? null : id);
  }

  /** Empties the bin of the open pack for good, or of whole packs. */
  async emptyBin(pack?: string): Promise<void> {
    await emptyBin(Infinity, pack);
    this.#counts.clear();
    await this.refresh();
  }

  /** Adds rows to another pack, which is read for their ids. */
  async changeOf(pack: string, put: (rows: ReplyRow[]) => Placed[]): Promise<PackChange> {
    return this.#change(pack, put(await this.#rowsOf(pack)), []);
  }

  /** A step that was done elsewhere: by the loader. */
  async took(step: PackStep): Promise<void> {
    await touchPacks();
    for (const pack of step.packs) this.#counts.delete(pack);
    await this.refresh(step.packs[0]);
    this.store.setState({ said: { kind: 'did', step, kept: 0 } });
  }

  get undoable(): PackStep | undefined {
    return this.store.getState().steps.find(({ undone }) => !undone);
  }

  get redoable(): PackStep | undefined {
    const { steps } = this.store.getState();
    const last = steps.findIndex(({ undone }) => !undone);
    return steps[(last < 0 ? steps.length : last) - 1];
  }

  /** Takes back this step, or the last one once those before are done. */
  undo(step?: PackStep): Promise<boolean> {
    return this.#perform('undid', async (onDone) => {
      const id = (step ?? this.undoable)?.id;
      return id === undefined ? null : undoStep(id, onDone);
    });
  }

  redo(): Promise<boolean> {
    return this.#perform('redid', async (onDone) => {
      const id = this.redoable?.id;
      return id === undefined ? null : redoStep(id, onDone);
    });
  }

  say(said: Said | null): void {
    this.store.setState({ said, fault: null });
  }

  fail(error: unknown): void {
    this.store.setState({ fault: faultOf(error), said: null });
  }

  /** One after another: a second undo waits for the first. */
  #perform(kind: 'did' | 'undid' | 'redid', act: (onDone: (share: number) => void) => Promise<StepDone | null>): Promise<boolean> {
    const performed = this.#queue.then(async () => {
      try {
        const turned = await act((share) => this.store.setState({ share }));
        if (!turned) return false;
        this.#takeIn(turned);
        this.store.setState({ steps: await readSteps(), said: { kind, step: turned.step, kept: turned.kept }, fault: null });
        await touchPacks();
        await this.#settle(turned);
        return true;
      } catch (error) {
        this.fail(error);
        return false;
      } finally {
        this.store.setState({ share: null });
      }
    });
    this.#queue = performed;
    return performed;
  }

  /** Puts what was written into the rows on screen. */
  #takeIn({ outcomes }: StepDone): void {
    const { open, rows } = this.store.getState();
    for (const { pack, put, removed } of outcomes) {
      if (pack !== open || !rows) continue;
      const byId = new Map(rows.map((row) => [row.reply.id, row]));
      for (const id of removed) byId.delete(id);
      for (const row of put) byId.set(row.reply.id, row);
      this.store.setState({ rows: [...byId.values()].sort((a, b) => a.at - b.at) });
    }
  }

  /** A step may have made a pack or taken one away; the counts are another in any case. */
  async #settle({ step }: StepDone): Promise<void> {
    const { open, packs, rows } = this.store.getState();
    for (const pack of step.packs) this.#counts.delete(pack);
    if (open && rows) this.#counts.set(open, rows.reduce((sum, { binnedAt }) => sum + Number(binnedAt === undefined), 0));
    const now = await this.#readPacks();
    const before = packs?.find(({ id }) => id === open)?.origin;
    const after = now.find(({ id }) => id === open);
    if (!after || (before !== after.origin && step.packs.includes(after.id))) await this.refresh();
  }
}
