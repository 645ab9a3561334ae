import { z } from 'zod';
import en from './scenes/en.json';
import zhCN from './scenes/zh-CN.json';

/**
 * The practice shop's scenes as data: one file a language, `practice/scenes/<language>.json`.
 * A scene is one customer with one matter. Its steps are said in order; a step waits for the
 * agent's answer to the one before it, and is skipped when its `onlyIf` is not met by that answer.
 * All durations are seconds at pace 1.
 */

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const topics = [
  'presale', 'size', 'stock', 'price', 'delay', 'wrong-item', 'return', 'refund', 'complaint',
  'invoice', 'off-platform', 'returning', 'compliment', 'several', 'coupon', 'silent',
] as const;

const text = z.string().min(1).max(500);
const seconds = z.number().min(0).max(3600);
const phrases = z.array(z.string().min(1).max(60)).min(1);

/** Something that a good answer contains: any one of the phrases will do. */
const needSchema = z.strictObject({ what: text, anyOf: phrases });
export type Need = z.infer<typeof needSchema>;

/** Something an agent must not send; a message that also holds one of `unless` (a refusal) is let off. */
const mustNotSchema = z.strictObject({ what: text, anyOf: phrases, unless: phrases.optional() });
export type MustNot = z.infer<typeof mustNotSchema>;

const stepSchema = z.strictObject({
  /** From the agent's last message (for the first step: from the arrival) to the customer's first. */
  delay: seconds,
  /** The customer's messages, one bubble each. */
  say: z.array(text).min(1).max(6),
  /** Between two of these bubbles. Default 3. */
  gap: seconds.optional(),
  /** Said only when the answer just given contains one of / lacks all of these. */
  onlyIf: z.strictObject({ contains: phrases.optional(), lacks: phrases.optional() }).optional(),
  needs: z.array(needSchema).optional(),
  /** Said while nobody answers; `after` counts from the step's last bubble. */
  followUps: z.array(z.strictObject({ after: seconds, say: text })).optional(),
  /** The customer goes away when nobody has answered for this long. Default 180. */
  leavesAfter: seconds.optional(),
  /**
   * The customer falls silent and says this only when the agent writes again by themselves, at
   * least `seconds` after their last message; after `giveUp` without it the chance is missed.
   */
  afterQuiet: z.strictObject({ seconds, giveUp: seconds, what: text }).optional(),
});
export type Step = z.infer<typeof stepSchema>;

const historySchema = z.strictObject({
  side: z.enum(['customer', 'agent']),
  text,
  /** Before the shift's start, in days. */
  daysAgo: z.number().positive().max(1000),
});

const sceneSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  topic: z.enum(topics),
  title: text,
  /** What the trainee is to do. */
  task: text,
  customer: z.strictObject({
    name: z.string().min(1).max(80),
    place: text,
    customerClass: z.enum(['A', 'B', 'C', 'D']),
    returning: z.boolean(),
  }),
  item: z.strictObject({ name: text, variant: text, price: text }),
  order: z.strictObject({ number: text, state: text, amount: text, parcel: text.optional() }).optional(),
  /** What the shop knows on the matter and the trainee may say. */
  facts: z.array(text).min(1),
  history: z.array(historySchema).optional(),
  steps: z.array(stepSchema).min(1),
  mustNot: z.array(mustNotSchema).optional(),
});
export type Scene = z.infer<typeof sceneSchema>;

export const sceneFileSchema = z.strictObject({
  language: z.enum(languages),
  /** Lines that the shop's system and its robot write; `{item}` stands for the item's name. */
  lines: z.strictObject({ arrives: text, robot: text, ends: text, leaves: text, closed: text }),
  /** Phrases that ask the customer to wait: whoever reads one waits longer for the real answer. */
  holding: phrases,
  /** What must not be sent in any scene. */
  mustNot: z.array(mustNotSchema),
  scenes: z.array(sceneSchema).min(1),
});
export type SceneFile = z.infer<typeof sceneFileSchema>;

const files: Record<Language, unknown> = { 'zh-CN': zhCN, en };

/** The scenes of one language. Throws a ZodError when the file that was built in breaks the schema. */
export function scenesIn(language: Language): SceneFile {
  return sceneFileSchema.parse(files[language]);
}
