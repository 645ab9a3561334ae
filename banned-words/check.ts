import type { CompactWords } from './compact.ts';
import type { Covers } from './covers.ts';
import type { Find } from './find.ts';
import { foldText } from './fold.ts';
import type { Folded } from './fold.ts';
import type { CheckContext } from './context.ts';
import type { Hit, NonHit, Pardon } from './hit.ts';
import { Lexicon } from './lexicon.ts';
import { Surroundings } from './near.ts';
import { patternFinds } from './patterns/index.ts';
import { Quotations } from './quote.ts';
import { cutOnPurpose, joinRecent } from './recent.ts';
import type { Joined } from './recent.ts';
import { settle } from './settle.ts';
import { switchFor } from './settings.ts';

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

/** Texts up to this length, in UTF-16 code units, are folded into arrays that are kept for the next check. */
const KEPT = 0x4000;

/**
 * What is excused for its sense still stands for its characters, so that an exception never brings out
 * a weaker find beneath it.
 */
const excused = new Set<Pardon>(['exception', 'excused', 'unless', 'quote']);

class Checker implements WordChecker {
  private readonly compact: CompactWords;
  private readonly lexicon: Lexicon;
  private kept: Folded | undefined;

  constructor(compact: CompactWords) {
    this.compact = compact;
    this.lexicon = new Lexicon(compact);
  }

  check(text: string, context: CheckContext = {}): Hit[] {
    const joined = joinRecent(context.recent, text);
    return this.run(joined, context, false).hits.map((find) => hitOf(find, joined));
  }

  explain(text: string, context: CheckContext = {}): Explanation {
    const joined = joinRecent(context.recent, text);
    const { finds, hits } = this.run(joined, context, true);
    const nonHits = finds.flatMap((find) => (find.pardon ? [nonHitOf(find, joined)] : []));
    return {
      hits: hits.map((find) => hitOf(find, joined)),
      nonHits: nonHits.sort((a, b) => a.start - b.start || a.end - b.end),
    };
  }

  private run(joined: Joined, context: CheckContext, all: boolean): { finds: Find[]; hits: Find[] } {
    const folded = foldText(joined.text, this.kept);
    if (folded.units.length <= KEPT) this.kept = folded;
    const { finds, covers } = this.lexicon.lookUp(folded, joined.offset, all);
    for (const find of patternFinds(folded, this.compact.patternExceptions, context.settings))
      if (find.end > joined.offset) finds.push(find);
    if (!finds.length) return { finds, hits: finds };
    this.weigh(finds, folded, joined, covers, context, all);
    const claims = finds.filter(({ pardon }) => pardon === undefined || excused.has(pardon));
    const settled = settle(claims, (weaker, winner) => {
      weaker.pardon ??= 'weaker';
      weaker.by ??= winner.term;
    });
    return { finds, hits: settled.filter(({ pardon }) => pardon === undefined) };
  }

  /** Decides of each find whether it counts: switches, cues, messages cut up, pardons. */
  private weigh(finds: Find[], folded: Folded, joined: Joined, covers: Covers, context: CheckContext, all: boolean): void {
    const surroundings = new Surroundings(folded, this.compact.nearby);
    const quotations = new Quotations(joined.text, context.customerText);
    const excuses = context.excuses?.in(folded);
    for (const find of finds) {
      const { rule, begin, last } = find;
      const level = switchFor(context.settings, context.site, rule.category);
      if (level === 'off') find.pardon = 'off';
      else if (level) find.level = level;
      if (find.pardon === 'cue' && surroundings.wordNear(rule.cue, begin, last, false) !== undefined) delete find.pardon;
      if (find.pardon && !all) continue;
      const exception = find.entry === undefined ? undefined : covers.covering(find.entry, find);
      // Without its cue it is no find; who asks why is told of the phrase that would excuse it anyway.
      if (find.pardon === 'cue' && exception !== undefined) find.by = exception;
      if (find.pardon) continue;
      const excuse = excuses?.covering(find);
      // An agent's word alone lifts no block.
      const lifted = excuse && (excuse.accepted || find.level !== 'block');
      if (excuse && !lifted) find.asked = true;
      if (exception !== undefined) {
        find.pardon = 'exception';
        find.by = exception;
      } else if (lifted) {
        find.pardon = 'excused';
        find.by = excuse.by;
      } else if (find.start < joined.offset && !cutOnPurpose(joined, find.start, find.end)) find.pardon = 'gap';
      else if (rule.mayQuote && quotations.cover(find)) find.pardon = 'quote';
      else {
        const unless = surroundings.wordNear(rule.unless, begin, last, true);
        if (unless !== undefined) {
          find.pardon = 'unless';
          find.by = unless;
        }
      }
    }
  }
}

function placed({ start, end }: Find, { text, offset }: Joined) {
  const from = Math.max(start, offset);
  const to = Math.max(from, end);
  return { start: from - offset, end: to - offset, text: text.slice(from, to) };
}

const hitOf = (find: Find, joined: Joined): Hit => ({
  ...placed(find, joined),
  term: find.term,
  category: find.rule.category,
  level: find.level,
  reason: find.rule.reason,
  ...(find.suggestion !== undefined && { suggestion: find.suggestion }),
  pack: find.rule.pack,
  mayOverride: find.rule.mayOverride ?? false,
  ...(find.rule.source !== undefined && { source: find.rule.source }),
  ...(find.start < joined.offset && { spansRecent: true }),
  ...(find.asked && { asked: true }),
});

const nonHitOf = (find: Find, joined: Joined): NonHit => ({
  ...placed(find, joined),
  term: find.term,
  category: find.rule.category,
  pack: find.rule.pack,
  why: find.pardon === 'cue' && find.by !== undefined ? 'exception' : (find.pardon ?? 'weaker'),
  ...(find.by !== undefined && { by: find.by }),
});

/** Takes up a compiled list. Fast: it decodes arrays, and reads a spelling only when it is first found. */
export const loadWords = (compact: CompactWords): WordChecker => new Checker(compact);
