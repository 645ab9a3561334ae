import { z } from 'zod';
import { PROFILE_FORMAT, PROFILE_VERSION } from './format';

/**
 * A site profile: how one console's chat is built, as data. The built-in ones, those made with
 * the picker and those loaded as a file have this one shape, and are parsed with
 * `siteProfileSchema` where they enter.
 */

const confidence = z.enum(['high', 'medium', 'low']);

/** One selector, with the source it rests on. */
const selectorSchema = z.strictObject({
  css: z.string().min(1).max(400),
  /** Key of the profile's `sources`. */
  from: z.string().min(1).max(40),
  confidence,
});
export type SiteSelector = z.infer<typeof selectorSchema>;

/** Tried in this order; the first that finds something counts. */
const fallbacks = z.array(selectorSchema).max(12);

/** A value that stands in an attribute, or in the text, of an element. */
const valueSchema = z.strictObject({
  ...selectorSchema.shape,
  /** Without it, the element's text. */
  attribute: z.string().min(1).max(60).optional(),
  /** Only one part of the value counts: the one at `index` when it is split at `at`. */
  part: z.strictObject({ at: z.string().min(1).max(10), index: z.number().int().min(0).max(20) }).optional(),
});
export type SiteValue = z.infer<typeof valueSchema>;
const values = z.array(valueSchema).max(12);

/** A full day, a month, or nothing better than `undated`. */
const dateSchema = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/);

export const siteProfileSchema = z.strictObject({
  format: z.literal(PROFILE_FORMAT),
  version: z.literal(PROFILE_VERSION),
  id: z.string().regex(/^[\w.-]{1,60}$/),
  name: z.strictObject({ 'zh-CN': z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  /** Match patterns as in an extension's manifest. Empty for consoles that every shop hosts itself. */
  match: z.array(z.string().regex(/^(https?|\*):\/\/[^/\s]+\/\S*$/).max(200)).max(20),
  /** Elements that must be there before the profile is tried on a host that it does not name. */
  marker: fallbacks.optional(),
  /** Nobody has yet tried this profile on the live console. */
  liveTested: z.boolean(),
  confidence,
  sources: z.record(
    z.string(),
    z.strictObject({ where: z.string().min(1).max(300), date: dateSchema, what: z.string().max(300).optional() }),
  ),
  composer: fallbacks.min(1),
  send: fallbacks.optional(),
  list: fallbacks.optional(),
  message: z
    .strictObject({
      item: fallbacks,
      id: values.optional(),
      customer: fallbacks.optional(),
      agent: fallbacks.optional(),
      /** The side of the list on which the customer's messages stand, where nothing but that tells them apart; the agent's stand on the other. */
      customerStands: z.enum(['left', 'right']).optional(),
      robot: fallbacks.optional(),
      system: fallbacks.optional(),
      text: fallbacks.optional(),
      time: values.optional(),
      sender: fallbacks.optional(),
    })
    .optional(),
  customer: z.strictObject({ name: values.optional(), key: values.optional() }).optional(),
  /** What the open chat is about: number of the order, title of the item. */
  deal: z.strictObject({ order: values.optional(), item: values.optional() }).optional(),
  chats: z
    .strictObject({
      item: fallbacks,
      name: values.optional(),
      key: values.optional(),
      preview: fallbacks.optional(),
      unread: fallbacks.optional(),
      active: fallbacks.optional(),
    })
    .optional(),
  quirks: z.strictObject({
    /** What the Enter key does in the composer. */
    enter: z.enum(['sends', 'breaks', 'unknown']),
    /** Which events open a row of the list of chats. */
    opensBy: z.enum(['click', 'press']).optional(),
    /** Several chats stay mounted at once: the shown, focused one counts. */
    manyMounted: z.boolean().optional(),
    /** Blur and focus before filling, or the first letter of an input method may send. */
    refocusBeforeFill: z.boolean().optional(),
    /** Keys that the console keeps for itself. */
    keysTaken: z.array(z.string().max(20)).optional(),
    notes: z.array(z.string().max(300)).optional(),
  }),
});
export type SiteProfile = z.infer<typeof siteProfileSchema>;
