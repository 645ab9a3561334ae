import { z } from 'zod';

/** A clock as it was kept, parsed on arrival: it may be an older version's, or damaged. */

const side = z.enum(['customer', 'agent', 'system', 'robot']);
const opener = z.enum(['customer', 'agent']);
const time = z.number();
const text = z.string().max(2000);

const waitSchema = z.object({
  id: text,
  site: text,
  customerKey: text,
  customerName: text,
  since: time,
  endedAt: time.nullable(),
  outcome: z.enum(['open', 'answered', 'unanswered']),
  first: z.boolean(),
  opener,
  quietMs: time.nullable(),
  followUps: z.array(time).max(20),
  robotAfterMs: time.nullable(),
  exact: z.boolean(),
});

const chatSchema = z.object({
  key: text,
  name: text,
  entries: z.array(z.object({ id: text, side, at: time, page: z.boolean(), ours: z.boolean(), exact: z.boolean() })).max(1000),
  settledIds: z.array(text).max(1000),
  settledAt: time.nullable(),
  before: z.object({ lastAt: time.nullable(), lastPage: z.boolean(), opener, answered: z.boolean() }),
  markedAt: time.nullable(),
  alertedAt: time.nullable(),
});

/** Everything but the options, which are today's. */
export const storedClockSchema = z.object({
  version: z.literal(1),
  now: time,
  watchedFrom: time,
  chats: z.array(chatSchema).max(1000),
  finished: z.array(waitSchema).max(10_000),
});
