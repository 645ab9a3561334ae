import { z } from 'zod';
import { levelSchema } from '../packs/format';
import { id, line, site, time } from './fields';

/** A find that an agent said is no fault here. */
export const wordExceptionSchema = z.object({
  id,
  site,
  /** The entry's term, or the name of the pattern. */
  term: z.string().min(1).max(200),
  category: z.string().max(40),
  /** The level that it had then. */
  level: levelSchema,
  /** Id of the pack, or `patterns`. */
  pack: z.string().max(80),
  /** What was found. */
  found: z.string().min(1).max(500),
  /** The same with what stood around it. */
  text: z.string().min(1).max(500),
  /** Nothing stood around it: it counts only where it is the whole sentence. */
  whole: z.boolean(),
  author: line(100).default(''),
  at: time,
  /** When the lead accepted it; until then it lifts no block. */
  acceptedAt: time.nullable(),
});
export type WordException = z.infer<typeof wordExceptionSchema>;

/** A message that the agent sent, kept to try new words on. */
export const sentMessageSchema = z.object({
  id: z.number().int().optional(),
  site,
  at: time,
  text: z.string().min(1).max(20_000),
});
export type SentMessage = z.infer<typeof sentMessageSchema>;
