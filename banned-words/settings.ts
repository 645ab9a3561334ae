import { z } from 'zod';
import { levelSchema } from '../packs/format.ts';

const levelOrOff = z.enum([...levelSchema.options, 'off']);
export type LevelOrOff = z.infer<typeof levelOrOff>;

const categories = z.record(z.string().max(40), levelOrOff);

/** The lead's switches, as data. */
export const wordSettingsSchema = z.object({
  /** Level of a whole category, in place of its entries' own. */
  categories: categories.catch({}),
  /** The same for one site, by host name; goes before `categories`. */
  sites: z.record(z.string().min(1).max(253), categories).catch({}),
  /** Names of patterns that are switched off. */
  patternsOff: z.array(z.string().max(40)).max(50).catch([]),
  /** Domains that may be written, their subdomains included, beside the site's own. */
  allowedDomains: z.array(z.string().min(1).max(253)).max(500).catch([]),
});
export type WordSettings = Partial<z.infer<typeof wordSettingsSchema>>;

/** The switch that holds for a category on a site; undefined where the lead set none. */
export const switchFor = (settings: WordSettings | undefined, site: string | undefined, category: string): LevelOrOff | undefined =>
  (site === undefined ? undefined : settings?.sites?.[site]?.[category]) ?? settings?.categories?.[category];
