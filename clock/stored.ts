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
  /** Missing in what a version before this field kept. */
  unseen: z.array(z.tuple([text, time])).max(1000).default([]),
});
type StoredClock = z.infer<typeof storedClockSchema>;

/**
 * One clock out of several that were kept for the same site, by tabs that are gone: of each customer what
 * the latest knows, and each finished wait once. Null when none can be read.
 */
export function mergeClocks(kept: string[]): string | null {
  const clocks = kept.flatMap((json) => parsed(json) ?? []).toSorted((a, b) => b.now - a.now);
  const [latest] = clocks;
  if (!latest) return null;
  const chats = new Map<string, StoredClock['chats'][number]>();
  const unseen = new Map<string, number>();
  for (const clock of clocks) {
    const own = new Map(clock.unseen);
    for (const chat of clock.chats) {
      if (chats.has(chat.key)) continue;
      chats.set(chat.key, chat);
      const at = own.get(chat.key) ?? (clock === latest ? undefined : clock.now);
      if (at !== undefined) unseen.set(chat.key, at);
    }
  }
  const finished = new Map(clocks.toReversed().flatMap((clock) => clock.finished.map((wait) => [wait.id, wait])));
  const watchedFrom = Math.max(...clocks.map((clock) => clock.watchedFrom));
  return JSON.stringify({ ...latest, watchedFrom, chats: [...chats.values()], finished: [...finished.values()], unseen: [...unseen] });
}

function parsed(json: string): StoredClock | null {
  try {
    return storedClockSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** A kept clock without one customer, and what it held on them; null when it cannot be read, which no page takes up either. */
export function withoutCustomer(json: string, key: string): { state: string; chat: object | null } | null {
  const clock = parsed(json);
  if (!clock) return null;
  const rest = {
    ...clock,
    chats: clock.chats.filter((chat) => chat.key !== key),
    finished: clock.finished.filter((wait) => wait.customerKey !== key),
    unseen: clock.unseen.filter(([unseen]) => unseen !== key),
  };
  return { state: JSON.stringify(rest), chat: clock.chats.find((chat) => chat.key === key) ?? null };
}
