import { GIVEN_UP_MS } from '../clock/leaving';
import { groupQuestions } from '../clock/questions';
import { openWaits, restoreClock } from '../clock/waits';
import type { Pending } from '../handover/fill';
import { keptClocks } from './clocks';
import { openComplaints } from './complaints';
import { database } from './database';
import { openFollowUps } from './follow-ups';
import { questionsBetween } from './questions';
import type { CustomerFile } from './records-customers';

/** Follow-ups that are due this long after the shift's end, ms, are the next one's: a day. */
const NEXT_SHIFT_MS = 86_400_000;
/** A sheet is read out loud: more questions than this nobody takes in. */
const MAX_QUESTIONS = 8;

/** All that a shift leaves pending, by what is stored: who waits, what is due, what is open, what was asked. */
export async function pendingAt(shift: { from: number; to: number }, now: number): Promise<Pending[]> {
  const [waiting, complaints, followUps, questions] = await Promise.all([
    waitingNow(now),
    openComplaints(),
    openFollowUps(),
    questionsBetween(shift.from, Math.max(shift.to, now)),
  ]);
  const due = followUps.filter(({ dueAt }) => dueAt <= shift.to + NEXT_SHIFT_MS);
  const files = await filesOf([...complaints, ...due].map(({ customerId }) => customerId));
  const about = ({ id, customerId, text }: { id: string; customerId: string; text: string }, table: string) => {
    const file = files.get(customerId);
    // A sheet is printed and passed on: it holds nothing confidential.
    const isOpen = file?.secrecy === 'open' || file?.secrecy === 'secret';
    return { from: `${table} ${id}`, customer: file?.name ?? '', site: file?.site ?? '', text: isOpen ? text.slice(0, 2000) : '' };
  };
  return [
    ...waiting,
    ...complaints.map((one): Pending => ({ kind: 'complaint', ...about(one, 'complaints'), at: one.closeBy })),
    ...due.map((one): Pending => ({ kind: one.kind, ...about(one, 'followUps'), at: one.dueAt })),
    ...groupQuestions(questions.map(({ text }) => text), MAX_QUESTIONS).map(
      ({ text, n }): Pending => ({ kind: 'question', from: `questions ${text}`, customer: '', site: '', at: null, text: `${text} ×${n}` }),
    ),
  ];
}

/** Who is waiting by the clocks that the open pages keep. */
async function waitingNow(now: number): Promise<Pending[]> {
  const clocks = (await keptClocks()).filter(({ at }) => now - at < GIVEN_UP_MS);
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

async function filesOf(ids: string[]): Promise<Map<string, CustomerFile>> {
  const stored = await database.customers.bulkGet([...new Set(ids)]);
  return new Map(stored.flatMap((file) => (file ? [[file.id, file]] : [])));
}
