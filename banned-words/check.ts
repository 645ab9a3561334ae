import { CUED, EXCEPTION, bytesFrom, loadMatcher, numbersFrom } from './compact.ts';
import type { CompactWords, Matcher, Rule } from './compact.ts';
import { scan } from './automaton.ts';
import { confirm } from './confirm.ts';
import type { Span } from './confirm.ts';
import { Covers } from './covers.ts';
import { foldText } from './fold.ts';
import type { Folded } from './fold.ts';
import { switchFor } from './hit.ts';
import type { CheckContext, Hit, NonHit, Pardon } from './hit.ts';
import { Surroundings } from './near.ts';
import { Quotations } from './quote.ts';
import { cutOnPurpose, joinRecent } from './recent.ts';
import type { Joined } from './recent.ts';
import { settle } from './settle.ts';
import type { Claim } from './settle.ts';
import { readSpelling } from './spelling.ts';
import type { Spelling } from './spelling.ts';

/** A find that reads like a term, before it is known whether it counts. Offsets are of the joined text. */
interface Find extends Claim, Span {
  entry: number;
  rule: Rule;
  begin: number;
  last: number;
  pardon?: Pardon;
  by?: string;
}

export interface Explanation {
  hits: Hit[];
  nonHits: NonHit[];
}

export interface WordChecker {
  /** The finds that count, in order of the text, none overlapping another. Never throws; linear in the text. */
  check(text: string, context?: CheckContext): Hit[];
  /** The same, with everything that reads like a find and why it is none. */
  explain(text: string, context?: CheckContext): Explanation;
}

/** Texts up to this length are folded into arrays that are kept for the next check. */
const KEPT = 0x4000;

class Checker implements WordChecker {
  private readonly compact: CompactWords;
  private readonly words: Matcher;
  private readonly signs: Matcher | undefined;
  private readonly entryOf: Int32Array;
  private readonly kindOf: Uint8Array;
  private readonly termOf: Int32Array;
  private readonly ruleOf: Int32Array;
  private readonly read: (Spelling | undefined)[] = [];
  private kept: Folded | undefined;

  constructor(compact: CompactWords) {
    this.compact = compact;
    this.words = loadMatcher(compact.words);
    this.signs = compact.signs && loadMatcher(compact.signs);
    this.entryOf = numbersFrom(compact.entryOf);
    this.kindOf = bytesFrom(compact.kindOf);
    this.termOf = numbersFrom(compact.termOf);
    this.ruleOf = numbersFrom(compact.ruleOf);
  }

  check(text: string, context: CheckContext = {}): Hit[] {
    return this.run(text, context);
  }

  explain(text: string, context: CheckContext = {}): Explanation {
    const nonHits: NonHit[] = [];
    const hits = this.run(text, context, nonHits);
    return { hits, nonHits: nonHits.sort((a, b) => a.start - b.start || a.end - b.end) };
  }

  private run(text: string, context: CheckContext, nonHits?: NonHit[]): Hit[] {
    const joined = joinRecent(context.recent, text);
    const folded = foldText(joined.text, this.kept);
    if (folded.units.length <= KEPT) this.kept = folded;
    const finds: Find[] = [];
    const covers = new Covers();
    this.lookUp(folded, joined, finds, covers, nonHits !== undefined);
    if (!finds.length) return [];
    this.weigh(finds, folded, joined, covers, context);
    const claims = finds.filter(({ pardon }) => pardon === undefined || pardon === 'exception');
    const settled = settle(claims, (weaker, winner) => {
      weaker.pardon ??= 'weaker';
      weaker.by ??= this.termOfEntry(winner.entry);
    });
    if (nonHits) for (const find of finds) if (find.pardon) nonHits.push(this.nonHit(find, joined));
    return settled.filter(({ pardon }) => !pardon).map((find) => this.hit(find, joined));
  }

  private termOfEntry = (entry: number): string => this.compact.spellings[this.termOf[entry] as number] as string;

  private spelling(index: number): Spelling {
    return (this.read[index] ??= readSpelling(this.compact.spellings[index] as string));
  }

  /** Runs the matchers and looks closely at what they find. */
  private lookUp(folded: Folded, joined: Joined, finds: Find[], covers: Covers, all: boolean): void {
    const add = (spelling: number, begin: number, last: number, span: Span | Pardon) => {
      const entry = this.entryOf[spelling] as number;
      const rule = this.compact.rules[this.ruleOf[entry] as number] as Rule;
      const exception = this.kindOf[spelling] === EXCEPTION;
      if (typeof span === 'string') {
        if (all && !exception) {
          const [start, end] = [folded.at[begin] as number, (folded.at[last] as number) + 1];
          finds.push({ start, end, level: rule.level, order: entry, entry, rule, begin, last, pardon: span });
        }
      } else if (exception) covers.add(entry, span, this.compact.spellings[spelling] as string);
      else {
        const find: Find = { ...span, level: rule.level, order: entry, entry, rule, begin, last };
        if (this.kindOf[spelling] === CUED) find.pardon = 'cue';
        finds.push(find);
      }
    };
    const { first, next, automaton } = this.words;
    scan(automaton, folded.units, folded.length, (key, last) => {
      for (let each = (first[key] as number) + 1; each; each = next[each - 1] as number) {
        const spelling = this.spelling(each - 1);
        const begin = last - spelling.units.length + 1;
        const entry = this.entryOf[each - 1] as number;
        const rule = this.compact.rules[this.ruleOf[entry] as number] as Rule;
        if ((folded.at[last] as number) < joined.offset && this.kindOf[each - 1] !== EXCEPTION) continue;
        const exception = this.kindOf[each - 1] === EXCEPTION;
        const off = rule.foldingOff;
        add(each - 1, begin, last, confirm(folded, spelling, last, off, (rule.partOfWord ?? false) || exception));
      }
    });
    if (this.signs) this.lookUpSigns(this.signs, folded, joined, add);
  }

  private lookUpSigns(
    { automaton, first, next }: Matcher,
    { at, length }: Folded,
    { text, offset }: Joined,
    add: (spelling: number, begin: number, last: number, span: Span) => void,
  ): void {
    const units = new Uint16Array(text.length);
    for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
    let index = 0;
    scan(automaton, units, units.length, (key, last) => {
      while (index < length && (at[index] as number) <= last) index++;
      for (let each = (first[key] as number) + 1; each; each = next[each - 1] as number) {
        const start = last + 1 - (this.compact.spellings[each - 1] as string).length;
        if (start >= offset) add(each - 1, index, index - 1, { start, end: last + 1 });
      }
    });
  }

  /** Decides of each find whether it counts: switches, messages cut up, cues, pardons. */
  private weigh(finds: Find[], folded: Folded, joined: Joined, covers: Covers, context: CheckContext): void {
    const surroundings = new Surroundings(folded);
    const quotations = new Quotations(joined.text, context.customerText);
    const nearby = (index: number) => this.compact.nearby[index] as CompactWords['nearby'][number];
    for (const find of finds) {
      const { rule, begin, last } = find;
      const level = switchFor(context.settings, context.site, rule.category);
      if (level === 'off') find.pardon = 'off';
      else if (level) find.level = level;
      if (find.pardon === 'cue' && rule.cue !== undefined && surroundings.wordNear(nearby(rule.cue), begin, last, false))
        delete find.pardon;
      if (find.pardon) continue;
      if (find.start < joined.offset && !cutOnPurpose(joined, find.start)) find.pardon = 'gap';
      else if (rule.mayQuote && quotations.cover(find)) find.pardon = 'quote';
      else {
        const unless = rule.unless === undefined ? undefined : surroundings.wordNear(nearby(rule.unless), begin, last, true);
        const exception = covers.covering(find.entry, find);
        if (exception !== undefined) [find.pardon, find.by] = ['exception', exception];
        else if (unless !== undefined) [find.pardon, find.by] = ['unless', unless];
      }
    }
  }

  private placed({ start, end }: Span, { text, offset }: Joined) {
    const from = Math.max(start, offset);
    return { start: from - offset, end: Math.max(from, end) - offset, text: text.slice(from, end) };
  }

  private hit(find: Find, joined: Joined): Hit {
    const { rule, entry } = find;
    const suggestion = this.compact.suggestions[entry];
    return {
      ...this.placed(find, joined),
      term: this.termOfEntry(entry),
      category: rule.category,
      level: find.level,
      reason: rule.reason,
      ...(suggestion !== undefined && { suggestion }),
      pack: rule.pack,
      mayOverride: rule.mayOverride ?? false,
      ...(rule.source !== undefined && { source: rule.source }),
      ...(find.start < joined.offset && { spansRecent: true }),
    };
  }

  private nonHit(find: Find, joined: Joined): NonHit {
    return {
      ...this.placed(find, joined),
      term: this.termOfEntry(find.entry),
      category: find.rule.category,
      pack: find.rule.pack,
      why: find.pardon as Pardon,
      ...(find.by !== undefined && { by: find.by }),
    };
  }
}

/** Takes up a compiled list. Fast: it decodes arrays, and reads a spelling only when it is first found. */
export const loadWords = (compact: CompactWords): WordChecker => new Checker(compact);
