import { GIVEN_UP_MS } from '../clock/leaving';
import { groupQuestions } from '../clock/questions';
import { openWaits, restoreClock } from '../clock/waits';
import type { Pending } from '../handover/fill';
import { keptClocks } from './clocks';
import { dueItems } from './due';
import type { DueItem } from './due';
import { questionsBetween } from './questions';

/** Follow-ups that are due this long after the shift's end, ms, are the next one's: a day. */
const NEXT_SHIFT_MS = 86_400_000;
/** The built-in practice shop: its customers are nobody's. */
const PRACTICE = 'practice';
/** A sheet is read out loud: more questions than this nobody takes in. */
const MAX_QUESTIONS = 8;

/** All that a shift leaves pending, by what is stored: who waits, what is due, what is open, what was asked. */
export async function pendingAt(shift: { from: number; to: number }, now: number): Promise<Pending[]> {
  const [waiting, items, questions] = await Promise.all([waitingNow(now), dueItems(), questionsBetween(shift.from, Math.max(shift.to, now))]);
  return [
    ...waiting,
    ...items.flatMap((item) => (item.kind === 'complaint' || item.entry.dueAt <= shift.to + NEXT_SHIFT_MS ? [pointOf(item)] : [])),
    ...groupQuestions(questions.filter(({ site }) => site !== PRACTICE).map(({ text }) => text), MAX_QUESTIONS).map(
      ({ text, n }): Pending => ({ kind: 'question', from: `questions ${text}`, customer: '', site: '', at: null, text: `${text} ×${n}` }),
    ),
  ];
}

/** A complaint, follow-up or promise. A sheet is printed and passed on: it holds no text that is confidential. */
function pointOf(item: DueItem): Pending {
  const { customer, entry } = item;
  const isOpen = customer.secrecy === 'open' || customer.secrecy === 'secret';
  const about = { customer: customer.name, site: customer.site, text: isOpen ? entry.text.slice(0, 2000) : '' };
  if (item.kind === 'complaint') return { kind: 'complaint', from: `complaints ${entry.id}`, ...about, at: item.entry.closeBy };
  return { kind: item.entry.kind, from: `followUps ${entry.id}`, ...about, at: item.entry.dueAt };
}

/** Who is waiting by the clocks that the open pages keep. */
async function waitingNow(now: number): Promise<Pending[]> {
  const clocks = (await keptClocks()).filter(({ site, at }) => site !== PRACTICE && now - at < GIVEN_UP_MS);
  const waits = clocks.toReversed().flatMap(({ site, state }) => {
    const clock = restoreClock(state, { site }, now);
    return clock ? openWaits(clock, now) : [];
  });
  const bySource = new Map(
    waits.map(({ site, customerKey, customerName, since }): [string, Pending] => {
      const from = `waits ${site} ${customerKey}`;
      return [from, { kind: 'waiting', from, customer: customerName || customerKey, site, at: since, text: '' }];
    }),
  );
  return [...bySource.values()];
}
