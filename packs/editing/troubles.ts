import type { Reply } from '../format.ts';
import type { Placed } from './rows.ts';

/** What a lead should look at, by id of the reply. */
export interface Troubles {
  /** Replies with the text of another one: the title of the first other. */
  duplicates: Map<string, string>;
  /** Replies whose abbreviation is taken: the title of the first other that has it. */
  clashes: Map<string, string>;
}

const keys = new WeakMap<Reply, string>();
/** Listed one by one: `\p{P}` takes five times as long, a second for 50,000 replies. */
const SIGNS = /[\s!-/:-@[-`{-~¡-¿‐-‧‹-⁞、-〃〈-】〔-〟！-／：-＠［-｀｛-･～]+/g;

/** A reply's text without case, spaces and punctuation; worked out once. */
export function textKey(reply: Reply): string {
  let key = keys.get(reply);
  if (key === undefined) {
    const text = reply.bubbles.join('\n');
    key = text.toLowerCase().replace(SIGNS, '') || text;
    keys.set(reply, key);
  }
  return key;
}

/**
 * Works out a part of what `findTroubles` needs of each reply, and yields after each, so that a
 * caller can give the thread back in between.
 */
export function* preparing(rows: readonly Placed[]): Generator<undefined> {
  for (const { reply } of rows) {
    if (keys.has(reply)) continue;
    textKey(reply);
    yield undefined;
  }
}

/**
 * Replies of a pack that are there twice, and abbreviations that two have.
 * @param taken abbreviations of other packs in use, in lower case, with the title of their reply
 */
export function findTroubles(rows: readonly Placed[], taken: ReadonlyMap<string, string> = new Map()): Troubles {
  const texts = new Map<string, Reply>();
  const codes = new Map<string, Reply>();
  const duplicates = new Map<string, string>();
  const clashes = new Map<string, string>();
  for (const { reply } of rows) {
    const text = textKey(reply);
    const twin = texts.get(text);
    if (twin) {
      duplicates.set(reply.id, twin.title);
      if (!duplicates.has(twin.id)) duplicates.set(twin.id, reply.title);
    } else texts.set(text, reply);
    const code = reply.abbreviation?.toLowerCase();
    if (code === undefined) continue;
    const owner = codes.get(code);
    const elsewhere = taken.get(code);
    if (owner) {
      clashes.set(reply.id, owner.title);
      if (!clashes.has(owner.id)) clashes.set(owner.id, reply.title);
    } else {
      codes.set(code, reply);
      if (elsewhere !== undefined) clashes.set(reply.id, elsewhere);
    }
  }
  return { duplicates, clashes };
}
