import { z } from 'zod';
import { vaultSchema } from '../secrecy/vault';

/** A vault with the user's choices about it. */
export const storedVaultSchema = vaultSchema.extend({
  /** It seals on this computer; others came with another computer's files. */
  inUse: z.boolean().default(false),
  /** Contact data is sealed from `secret` up, not only from `confidential`. */
  sealContacts: z.boolean().default(false),
  /** Locked when it was not used for so long, in minutes. */
  idleMinutes: z.number().int().min(1).max(480).default(10),
});
export type StoredVault = z.infer<typeof storedVaultSchema>;
