import type { BannedWord, Reply } from '../format.ts';
import { comparePack } from '../readers/compare.ts';
import type { Compared } from '../readers/compare.ts';
import { placeAtEnd } from './rows.ts';
import type { Placed } from './rows.ts';

/**
 * What becomes of a reply whose abbreviation another one has: it comes without the abbreviation,
 * it takes it from the other, or it is left out.
 */
export type ClashChoice = 'drop' | 'take' | 'skip';

export interface LoadChoice {
  clashes: ClashChoice;
  /** Replies that are there already get the text of the file. */
  replaceChanged: boolean;
}

/** Which of a reply's fields differ, for the preview. */
export function changedFields({ current, incoming }: Compared): (keyof Reply)[] {
  if (!current) return [];
  const names = new Set([...Object.keys(current), ...Object.keys(incoming)] as (keyof Reply)[]);
  names.delete('id');
  return [...names].filter((name) => JSON.stringify(current[name]) !== JSON.stringify(incoming[name]));
}

/**
 * The rows to write so that a pack holds what a file brings. A reply that is there keeps its id, its
 * place and what the file has no column for.
 * @param partial the file is a table or of another program: fields that it does not name stay
 */
export function rowsToLoad(compared: readonly Compared[], current: readonly Placed[], choice: LoadChoice, partial: boolean): Placed[] {
  const byId = new Map(current.map((row) => [row.reply.id, row]));
  const written = new Map<string, Placed>();
  const taken = new Set(byId.keys());
  let at = placeAtEnd(current);
  for (const { incoming, state, current: old, clash } of compared) {
    if (state === 'same' || (state === 'changed' && !choice.replaceChanged)) continue;
    if (state === 'clashing' && (choice.clashes === 'skip' || (old && !choice.replaceChanged))) continue;
    const { abbreviation, ...rest } = incoming;
    const code = state === 'clashing' && choice.clashes === 'drop' ? undefined : abbreviation;
    if (state === 'clashing' && choice.clashes === 'take' && clash) {
      const loser = written.get(clash.id) ?? byId.get(clash.id);
      if (loser) {
        const { abbreviation: _, ...without } = loser.reply;
        written.set(clash.id, { ...loser, reply: without });
      }
    }
    const row = old && byId.get(old.id);
    let id = row?.reply.id ?? incoming.id;
    if (!row) for (let count = 2; taken.has(id); count += 1) id = `${incoming.id.slice(0, 74)}-${count}`;
    taken.add(id);
    const kept = partial && row ? row.reply : undefined;
    const reply: Reply = { ...kept, ...rest, ...(code !== undefined && { abbreviation: code }), id };
    written.set(id, { reply, at: row?.at ?? at });
    if (!row) at += 1;
  }
  return [...written.values()];
}

/**
 * Replies of the file held against those of the pack that are not in the bin.
 * @param partial as for `rowsToLoad`: what the file does not name makes no difference
 */
export function compareWith(rows: readonly Placed[], incoming: Reply[], partial: boolean): Compared[] {
  const current = rows.filter(({ binnedAt }) => binnedAt === undefined).map(({ reply }) => reply);
  const compared = comparePack(current, incoming);
  if (!partial) return compared;
  return compared.map((one) => (one.state === 'changed' && changedFields(one).every((field) => one.incoming[field] === undefined) ? { ...one, state: 'same' } : one));
}

export interface WordsCompared {
  new: number;
  changed: number;
  same: number;
  /** The words of the pack with those of the file in it. */
  merged: BannedWord[];
}

/** Words are matched by term; those that the file does not name stay. */
export function compareWords(current: readonly BannedWord[], incoming: readonly BannedWord[]): WordsCompared {
  const byTerm = new Map(current.map((word) => [word.term, word]));
  const compared: WordsCompared = { new: 0, changed: 0, same: 0, merged: [] };
  for (const word of incoming) {
    const old = byTerm.get(word.term);
    compared[!old ? 'new' : JSON.stringify(old) === JSON.stringify(word) ? 'same' : 'changed'] += 1;
    byTerm.set(word.term, word);
  }
  compared.merged = [...byTerm.values()];
  return compared;
}
