import { noOccurrences, scan } from './automaton.ts';
import { CUED, EXCEPTION, foldedKeys, loadMatcher, plainKeys, TERM, unpacked } from './compact.ts';
import type { CompactWords, Matcher, Rule } from './compact.ts';
import { confirm } from './confirm.ts';
import type { Span } from './confirm.ts';
import { Covers } from './covers.ts';
import type { Find } from './find.ts';
import type { Folded } from './fold.ts';
import type { Pardon } from './hit.ts';
import { readSpelling } from './spelling.ts';
import type { Spelling } from './spelling.ts';

/** The entries of a compiled list, and the looking up of their spellings in a text. */
export class Lexicon {
  private readonly compact: CompactWords;
  private readonly words: Matcher;
  private readonly signs: Matcher | undefined;
  private readonly entryOf: Int32Array;
  private readonly kindOf: Uint8Array;
  /** For each entry the spelling that is its term. */
  private readonly termOf: Int32Array;
  private readonly spellings: string[];
  private readonly ruleOf: Int32Array;
  private readonly occurrences = noOccurrences();
  /** Spellings as `confirm` wants them, read when first found. */
  private readonly read: (Spelling | undefined)[] = [];

  constructor(compact: CompactWords) {
    this.compact = compact;
    this.words = loadMatcher(compact.words, foldedKeys());
    this.signs = compact.signs && loadMatcher(compact.signs, plainKeys());
    this.spellings = this.words.spellings.concat(this.signs?.spellings ?? []);
    this.entryOf = unpacked(compact.entryOf);
    this.ruleOf = unpacked(compact.ruleOf);
    this.termOf = new Int32Array(this.ruleOf.length);
    const kinds = unpacked(compact.kindOf);
    this.kindOf = new Uint8Array(kinds.length);
    for (let spelling = 0; spelling < kinds.length; spelling++) {
      const kind = kinds[spelling] as number;
      this.kindOf[spelling] = kind & ~TERM;
      if (kind & TERM) this.termOf[this.entryOf[spelling] as number] = spelling;
    }
  }

  /**
   * What reads like a term and ends at or behind `offset`, and where the exceptions stand. With `all`,
   * also what a closer look has ruled out.
   */
  lookUp(folded: Folded, offset: number, all: boolean): { finds: Find[]; covers: Covers } {
    const finds: Find[] = [];
    const covers = new Covers();
    const { automaton, first } = this.words;
    const { count, pairs } = scan(automaton, folded.units, folded.length, this.occurrences);
    for (let at = 0; at < count; at++) {
      const last = pairs[2 * at + 1] as number;
      if ((folded.at[last] as number) < offset) continue;
      const key = pairs[2 * at] as number;
      for (let each = first[key] as number; each < (first[key + 1] as number); each++) {
        const spelling = (this.read[each] ??= readSpelling(this.spellings[each] as string));
        const rule = this.ruleFor(this.entryOf[each] as number);
        const partOfWord = rule.partOfWord === true || this.kindOf[each] === EXCEPTION;
        const begin = last - spelling.units.length + 1;
        for (const found of confirm(folded, spelling, last, rule.foldingOff, partOfWord))
          if (typeof found === 'string' || found.end > offset) this.file(each, begin, last, found, folded, all, finds, covers);
      }
    }
    if (this.signs) this.lookUpSigns(this.signs, folded, offset, finds, covers);
    return { finds, covers };
  }

  private ruleFor(entry: number): Rule {
    return this.compact.rules[this.ruleOf[entry] as number] as Rule;
  }

  private find(spelling: number, span: Span, begin: number, last: number, pardon?: Pardon): Find {
    const entry = this.entryOf[spelling] as number;
    const rule = this.ruleFor(entry);
    const suggestion = this.compact.suggestions[entry];
    return {
      ...span,
      term: this.spellings[this.termOf[entry] as number] as string,
      rule,
      level: rule.level,
      order: entry,
      entry,
      begin,
      last,
      ...(suggestion !== undefined && { suggestion }),
      ...(pardon && { pardon }),
    };
  }

  private file(
    spelling: number,
    begin: number,
    last: number,
    found: Span | Pardon,
    { at }: Folded,
    all: boolean,
    finds: Find[],
    covers: Covers,
  ): void {
    const kind = this.kindOf[spelling];
    if (typeof found === 'string') {
      // A term of which a sign is missing (+v) is every v: not worth telling.
      if (!all || kind === EXCEPTION || found === 'sign') return;
      const span = { start: at[begin] as number, end: (at[last] as number) + 1 };
      finds.push(this.find(spelling, span, begin, last, found));
    } else if (kind === EXCEPTION) covers.add(this.entryOf[spelling] as number, found, this.spellings[spelling] as string);
    else finds.push(this.find(spelling, found, begin, last, kind === CUED ? 'cue' : undefined));
  }

  /** Terms of signs only stand in the text as they are listed. */
  private lookUpSigns(signs: Matcher, folded: Folded, offset: number, finds: Find[], covers: Covers): void {
    const { text, at, length } = folded;
    const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    let index = 0;
    const { count, pairs } = scan(signs.automaton, units, units.length);
    for (let pair = 0; pair < count; pair++) {
      const last = pairs[2 * pair + 1] as number;
      while (index < length && (at[index] as number) <= last) index++;
      const key = pairs[2 * pair] as number;
      const behind = this.words.spellings.length;
      for (let each = behind + (signs.first[key] as number); each < behind + (signs.first[key + 1] as number); each++) {
        const start = last + 1 - (this.spellings[each] as string).length;
        if (start >= offset) this.file(each, index, index - 1, { start, end: last + 1 }, folded, false, finds, covers);
      }
    }
  }
}
