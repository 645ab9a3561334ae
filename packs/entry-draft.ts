import { bannedWordSchema, quotedByDefault } from './format.ts';
import type { BannedWord, FoldingName, Level, Pack } from './format.ts';
import { textIn } from './local-text.ts';
import { reasonOf } from './word-lists.ts';

/** Words near a find, as they stand in a form. */
export interface NearDraft {
  /** One a line. */
  words: string;
  within: string;
  side: '' | 'before' | 'after';
}

/** An entry as it stands in a form. */
export interface EntryDraft {
  term: string;
  category: string;
  level: Level;
  reason: string;
  suggestion: string;
  /** The mend is to take the word out. */
  deletes: boolean;
  /** These, one a line. */
  exceptions: string;
  variants: string;
  cuedVariants: string;
  /** One line a syllable, spellings parted by spaces. */
  syllables: string;
  cue: NearDraft;
  unless: NearDraft;
  foldingOff: FoldingName[];
  wholeWord: boolean;
  mayQuote: boolean;
  mayOverride: boolean;
  source: string;
}

/** Fields that a fault can name; `other` is any that the form does not show. */
export const draftFields = [
  'term', 'category', 'reason', 'suggestion', 'exceptions', 'variants', 'cuedVariants', 'syllables', 'cue', 'unless', 'source',
] as const;
export type DraftField = (typeof draftFields)[number] | 'other';

type Language = 'zh-CN' | 'en';

const DEFAULT_WITHIN = '8';

const nearDraft = (cue: BannedWord['cue']): NearDraft => ({
  words: cue?.words.join('\n') ?? '',
  within: cue?.within?.toString() ?? DEFAULT_WITHIN,
  side: cue?.side ?? '',
});

/** The form's fields for an entry, or for a new one. */
export function draftOf(word: BannedWord | null, pack: Pack | null, language: Language): EntryDraft {
  return {
    term: word?.term ?? '',
    category: word?.category ?? 'adlaw',
    level: word?.level ?? 'warn',
    reason: word && pack ? textIn(reasonOf(word, pack), language) : '',
    suggestion: word?.suggestion ?? '',
    deletes: word?.suggestion === '',
    exceptions: word?.exceptions?.join('\n') ?? '',
    variants: word?.variants?.join('\n') ?? '',
    cuedVariants: word?.cuedVariants?.join('\n') ?? '',
    syllables: word?.syllables?.map((list) => list.join(' ')).join('\n') ?? '',
    cue: nearDraft(word?.cue),
    unless: nearDraft(word?.unless),
    foldingOff: word?.foldingOff ?? [],
    wholeWord: word?.wholeWord ?? true,
    mayQuote: word ? (word.mayQuote ?? quotedByDefault(word.category)) : true,
    mayOverride: word?.mayOverride ?? false,
    source: word?.source ?? '',
  };
}

const lines = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];

function near({ words, within, side }: NearDraft): BannedWord['cue'] {
  const listed = lines(words);
  if (listed.length === 0) return undefined;
  return { words: listed, ...(within !== DEFAULT_WITHIN && { within: Number(within) }), ...(side && { side }) };
}

/**
 * The entry that a form stands for, parsed; or the first field that is wrong. A reason that was not
 * touched stays the name, or the pair of languages, that it was.
 */
export function entryOf(
  draft: EntryDraft,
  word: BannedWord | null,
  pack: Pack | null,
  language: Language,
): { entry: BannedWord } | { fault: DraftField; detail: string } {
  const untouched = word && draft.reason === draftOf(word, pack, language).reason;
  const [exceptions, variants, cuedVariants] = [lines(draft.exceptions), lines(draft.variants), lines(draft.cuedVariants)];
  const syllables = lines(draft.syllables).map((line) => line.split(/\s+/));
  const [cue, unless] = [near(draft.cue), near(draft.unless)];
  const suggestion = draft.deletes ? '' : draft.suggestion.trim() || undefined;
  const parsed = bannedWordSchema.safeParse({
    term: draft.term.trim(),
    ...(variants.length > 0 && { variants }),
    ...(syllables.length > 0 && { syllables }),
    ...(cuedVariants.length > 0 && { cuedVariants }),
    category: draft.category,
    level: draft.level,
    reason: untouched ? word.reason : draft.reason.trim(),
    ...(suggestion !== undefined && { suggestion }),
    ...(exceptions.length > 0 && { exceptions }),
    ...(cue && { cue }),
    ...(unless && { unless }),
    ...(draft.foldingOff.length > 0 && { foldingOff: draft.foldingOff }),
    ...(!draft.wholeWord && { wholeWord: false }),
    ...(draft.mayQuote !== quotedByDefault(draft.category) && { mayQuote: draft.mayQuote }),
    ...(draft.mayOverride && { mayOverride: true }),
    ...(draft.source.trim() && { source: draft.source.trim() }),
  });
  if (parsed.success) return { entry: parsed.data };
  const [issue] = parsed.error.issues;
  const fault = draftFields.find((field) => field === issue?.path[0]) ?? 'other';
  return { fault, detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '' };
}
