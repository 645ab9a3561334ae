import { z } from 'zod';
import { siteProfileSchema } from '../chat/sites/profile';
import { time } from './fields';

/** A site profile that was picked or loaded here; the built-in ones are files. */
export const storedSiteSchema = z.object({
  id: siteProfileSchema.shape.id,
  /** False: kept, but not in use. */
  on: z.boolean(),
  addedAt: time,
  changedAt: time,
  profile: siteProfileSchema,
});
export type StoredSite = z.infer<typeof storedSiteSchema>;
