import { quotedByDefault } from '../packs/format.ts';
import type { BannedWord, Pack } from '../packs/format.ts';
import { compactMatcher, CUED, EXCEPTION, foldedKeys, packed, PLAIN, TERM } from './compact.ts';
import type { CompactWords, Nearby, Rule } from './compact.ts';

export interface CompileOptions {
  /** Phrases that were found innocent ("not a fault here"), each for the term or pattern it excuses. */
  exceptions?: readonly { term: string; text: string }[];
}

const DEFAULT_WITHIN = 8;

/** Numbers things that are equal as JSON once. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<string, number>();

  number(thing: T): number {
    const name = JSON.stringify(thing);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.all.length);
    return this.all.push(thing) - 1;
  }
}

/** Every combination of one spelling for each syllable. */
const combinations = (syllables: readonly string[][]): string[] =>
  syllables.reduce<string[]>((starts, list) => starts.flatMap((start) => list.map((end) => start + end)), ['']);

/**
 * An entry's spellings with what each is. A spelling listed twice counts once, as the last of its kinds;
 * an exception stands beside a spelling of the same letters, which it then always excuses.
 */
function spellingsOf(word: BannedWord, excused: readonly string[]): [spelling: string, kind: number][] {
  const kinds = new Map<string, number>();
  for (const variant of combinations(word.syllables ?? [])) if (variant) kinds.set(variant, PLAIN);
  for (const variant of word.variants ?? []) kinds.set(variant, PLAIN);
  for (const variant of word.cuedVariants ?? []) kinds.set(variant, CUED);
  kinds.set(word.term, word.cue ? CUED : PLAIN);
  const exceptions = new Set([...(word.exceptions ?? []), ...excused]);
  return [...kinds, ...[...exceptions].map((exception): [string, number] => [exception, EXCEPTION])];
}

/**
 * Compiles packs into one list. Meant for the background: the result is plain JSON that `loadWords`
 * takes up quickly in the page. Packs come parsed; when two entries claim the same characters at the
 * same level, the earlier pack's goes first.
 */
export function compileWords(packs: readonly Pack[], options: CompileOptions = {}): CompactWords {
  const spellings: string[] = [];
  const [entryOf, kindOf, ruleOf]: [number[], number[], number[]] = [[], [], []];
  const suggestions: Record<number, string> = {};
  const rules = new Numbered<Rule>();
  const nearby = new Numbered<Nearby>();
  const excused = Map.groupBy(options.exceptions ?? [], ({ term }) => term);
  const textsFor = (term: string) => excused.get(term)?.map(({ text }) => text) ?? [];

  for (const pack of packs) {
    const near = (cue: BannedWord['cue']): number | undefined =>
      cue &&
      nearby.number({
        words: cue.words.flatMap((word) => (word.startsWith('@') ? (pack.wordSets?.[word.slice(1)] ?? [word]) : [word])),
        within: cue.within ?? DEFAULT_WITHIN,
        ...(cue.side && { side: cue.side }),
      });
    for (const word of pack.words ?? []) {
      const entry = ruleOf.length;
      const [cue, unless] = [near(word.cue), near(word.unless)];
      const reason = typeof word.reason === 'string' ? (pack.reasons?.[word.reason] ?? word.reason) : word.reason;
      ruleOf.push(
        rules.number({
          category: word.category,
          level: word.level,
          reason,
          pack: pack.id,
          ...(word.source && { source: word.source }),
          ...(word.foldingOff?.length && { foldingOff: word.foldingOff }),
          ...(word.wholeWord === false && { partOfWord: true as const }),
          ...(word.mayOverride && { mayOverride: true as const }),
          ...((word.mayQuote ?? quotedByDefault(word.category)) && { mayQuote: true as const }),
          ...(cue !== undefined && { cue }),
          ...(unless !== undefined && { unless }),
        }),
      );
      if (word.suggestion !== undefined) suggestions[entry] = word.suggestion;
      for (const [spelling, kind] of spellingsOf(word, textsFor(word.term))) {
        spellings.push(spelling);
        entryOf.push(entry);
        kindOf.push(spelling === word.term && kind !== EXCEPTION ? kind + TERM : kind);
      }
    }
  }

  const keyOf = foldedKeys();
  const keys = spellings.map((spelling) => {
    const { units, length } = keyOf(spelling);
    return String.fromCharCode(...units.subarray(0, length));
  });
  const which = [...keys.keys()];
  const inWords = which.filter((index) => keys[index]);
  const inSigns = which.filter((index) => !keys[index]);
  const of = (texts: readonly string[], indices: readonly number[]) => indices.map((index) => texts[index] as string);
  const words = compactMatcher(of(spellings, inWords), of(keys, inWords));
  const signs = inSigns.length ? compactMatcher(of(spellings, inSigns), of(spellings, inSigns)) : undefined;
  const order = [...[...words.order].map((at) => inWords[at] as number), ...[...(signs?.order ?? [])].map((at) => inSigns[at] as number)];
  return {
    version: 2,
    entryOf: packed(order.map((index) => entryOf[index] as number)),
    kindOf: packed(order.map((index) => kindOf[index] as number)),
    ruleOf: packed(ruleOf),
    rules: rules.all,
    suggestions,
    nearby: nearby.all,
    patternExceptions: Object.fromEntries([...excused].map(([term, list]) => [term, list.map(({ text }) => text)])),
    words: words.compact,
    ...(signs && { signs: signs.compact }),
  };
}
