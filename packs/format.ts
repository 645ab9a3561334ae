import { z } from 'zod';
import { MOST_PICTURES, MOST_REPLY_PICTURES, pictureIdSchema, pictureSchema } from './picture.ts';

/**
 * The pack format: one file that holds a set of replies, a set of banned words, or both.
 * Every pack — built in, loaded by a lead, fetched — is parsed with `packSchema` on arrival;
 * inside the house `Pack` is trusted.
 */

/** The head of every pack file. Raised only when an older Chatside could misread the file. */
export const PACK_FORMAT = 'chatside-pack';
export const PACK_VERSION = 1;

/** Categories the product knows by name; a pack may bring its own. */
export const knownCategories = ['adlaw', 'diversion', 'taboo', 'promise', 'privacy', 'abuse'] as const;

/** `block` holds the send, `warn` asks once, `advise` only underlines. */
export const levelSchema = z.enum(['block', 'warn', 'advise']);
export type Level = z.infer<typeof levelSchema>;

/** A text in one language, or in several; the reader's language is picked on screen. */
export const localTextSchema = z.union([
  z.string().min(1),
  z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
]);
export type LocalText = z.infer<typeof localTextSchema>;

const idSchema = z.string().regex(/^[\w.:-]{1,80}$/);
const shortText = z.string().min(1).max(200);

const bubblesSchema = z.array(z.string().min(1).max(5000)).min(1).max(20);

/** A day, local to the agent: `MM-DD` comes round each year, `YYYY-MM-DD` once. */
const daySchema = z.string().regex(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** A stretch of days, both ends included. With two `MM-DD` it may run over New Year. */
export const seasonSchema = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine((season) => season.from.length === season.to.length, 'from and to must both name a year, or neither');
export type Season = z.infer<typeof seasonSchema>;

/**
 * Another way to put the same reply. Of the wordings that fit, the most narrowly bound are taken
 * (shop before site before season before none); where several remain they rotate per customer,
 * the reply's own `bubbles` among them when nothing binds.
 */
export const wordingSchema = z.strictObject({
  bubbles: bubblesSchema,
  /** Ids of site profiles on which it counts. Left out: all. */
  sites: z.array(z.string().min(1).max(80)).min(1).max(50).optional(),
  /** Names of shops in which it counts. Left out: all. */
  shops: z.array(z.string().min(1).max(200)).min(1).max(200).optional(),
  season: seasonSchema.optional(),
});
export type Wording = z.infer<typeof wordingSchema>;

export const replySchema = z.strictObject({
  /** Unique within its pack, stable across versions: use counts hang on it. */
  id: idSchema,
  /** Shown in the picker. */
  title: shortText,
  /** The phrase group (问候, 告别, 道歉 …). */
  group: shortText,
  /** Short code typed before Tab. */
  abbreviation: z.string().min(1).max(32).optional(),
  tags: z.array(z.string().min(1).max(40)).max(20).optional(),
  /** One template for each message the agent sends (grammar: docs/templates.md); most replies have one. */
  bubbles: bubblesSchema,
  /** Other wordings: per site, per shop, per season, or to rotate per customer. */
  wordings: z.array(wordingSchema).max(50).optional(),
  /** When the reply is on offer at all. Left out: always. */
  seasons: z.array(seasonSchema).min(1).max(20).optional(),
  /** What a customer may write that this reply answers; suggestions are made from these, the title and the tags. */
  questions: z.array(shortText).max(50).optional(),
  /** Ids of the pack's pictures that go along, one by one, after the messages. */
  pictures: z.array(pictureIdSchema).min(1).max(MOST_REPLY_PICTURES).optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** Another term that must stand near a find for it to count (加 before 威信). */
export const cueSchema = z.strictObject({
  /** Words, or `@name` for a whole set of the pack's `wordSets`. */
  words: z.array(z.string().min(1).max(100)).min(1).max(500),
  /** Greatest distance between cue and term, in UTF-16 code units of the folded text. Default 8. */
  within: z.number().int().min(0).max(200).optional(),
  /** Where the cue has to stand. Default: on either side. */
  side: z.enum(['before', 'after']).optional(),
});

export const foldingNames = [
  'width', // full-width to half-width
  'case',
  'traditional', // traditional to simplified
  'invisible', // zero-width and combining characters
  'gaps', // spaces, punctuation, emoji and line breaks put inside a word
  'repeats', // 最最最好
  'digits', // circled, keycap and Chinese digits
  'lookalikes', // Ｖ v ∨, Cyrillic а for Latin a
] as const;
export type FoldingName = (typeof foldingNames)[number];

export const bannedWordSchema = z.strictObject({
  term: z.string().min(1).max(100),
  /** Other spellings that mean the same find: homophones, split characters, pinyin, initials. */
  variants: z.array(z.string().min(1).max(100)).max(200).optional(),
  /**
   * One list of spellings for each syllable of the term; every combination is a further variant:
   * [["微","薇","v","wei"],["信","xin","亻言"]] stands for twelve. At most 500 combinations.
   * A combination that `cuedVariants` names counts only beside a cue (威信).
   */
  syllables: z
    .array(z.array(z.string().min(1).max(20)).min(1).max(40))
    .min(1)
    .max(8)
    .refine((lists) => lists.reduce((n, list) => n * list.length, 1) <= 500, 'more than 500 combinations')
    .optional(),
  /** Spellings that are innocent by themselves and count only beside a cue (卫星, 威信). */
  cuedVariants: z.array(z.string().min(1).max(100)).max(200).optional(),
  category: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  level: levelSchema,
  /** Why, as shown to the agent: a text, or the name of an entry of the pack's `reasons`. */
  reason: localTextSchema,
  /** What to write instead. An empty string mends by deleting. */
  suggestion: z.string().max(200).optional(),
  /** Longer phrases in which the term is innocent; a find falls away only when one covers it wholly. */
  exceptions: z.array(z.string().min(1).max(100)).max(300).optional(),
  /** With `cue`, the term itself counts only beside one of the words. */
  cue: cueSchema.optional(),
  /**
   * The find falls away when one of these stands near it in the same sentence
   * (negation, a factual grade).
   */
  unless: cueSchema.optional(),
  /** Foldings switched off for this entry; all are on by default. */
  foldingOff: z.array(z.enum(foldingNames)).optional(),
  /** Latin terms match whole words unless this is false. */
  wholeWord: z.boolean().optional(),
  /**
   * Innocent inside quotation marks when the customer wrote the same words. Default: true, but false
   * for the categories `diversion` and `privacy`.
   */
  mayQuote: z.boolean().optional(),
  /** May be sent anyway with a reason, which is stored. */
  mayOverride: z.boolean().optional(),
  /** Statute, guide or platform rule that the entry rests on. */
  source: z.string().max(200).optional(),
});
export type BannedWord = z.infer<typeof bannedWordSchema>;

/** Categories whose words are a fault even when the customer said them first, unless the entry says otherwise. */
const neverQuoted = new Set(['diversion', 'privacy']);

/** `mayQuote` of an entry that does not say. */
export const quotedByDefault = (category: string): boolean => !neverQuoted.has(category);

export const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  id: idSchema,
  name: localTextSchema,
  /** Language of the replies and words. */
  language: z.enum(['zh-CN', 'en']),
  /** The pack's own version, for people: 2026-11-24, 3.1 … */
  release: z.string().min(1).max(40),
  licence: z.string().max(100).optional(),
  source: z.string().max(500).optional(),
  /** Reasons that many words share, by name. */
  reasons: z.record(z.string(), localTextSchema).optional(),
  /** Lists of words that many cues share, by name; a cue refers to one as `@name`. */
  wordSets: z.record(z.string(), z.array(z.string().min(1).max(100)).max(500)).optional(),
  replies: z.array(replySchema).max(50_000).optional(),
  words: z.array(bannedWordSchema).max(100_000).optional(),
  /**
   * Pictures that its replies name. They are in the file only: in the database they stand apart
   * (storage/pictures.ts), so that reading a pack does not read them.
   */
  pictures: z.array(pictureSchema).max(MOST_PICTURES).optional(),
});
export type Pack = z.infer<typeof packSchema>;
