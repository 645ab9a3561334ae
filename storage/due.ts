import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { openComplaints } from './complaints';
import { headOf, readCustomer, readFiles } from './files';
import { openFollowUps } from './follow-ups';
import type { Complaint, CustomerFile, FollowUp } from './records-customers';

/** Something to do for a customer, and when to remind of it. */
export type DueItem = { customer: CustomerFile; remindAt: number } & (
  | { kind: 'complaint'; entry: Complaint }
  | { kind: 'followUp'; entry: FollowUp }
);

/** Complaints, follow-ups and promises that are open, the most urgent first. */
export function dueItems(): Promise<DueItem[]> {
  return readFiles(async () => {
    const complaints = (await openComplaints()).map((entry) => ({ kind: 'complaint' as const, entry }));
    const followUps = (await openFollowUps()).map((entry) => ({ kind: 'followUp' as const, entry }));
    const heads = new Map<string, CustomerFile | null>();
    const items: DueItem[] = [];
    for (const item of [...complaints, ...followUps]) {
      const { customerId, remindAt } = item.entry;
      if (!heads.has(customerId)) {
        const file = await readCustomer(customerId);
        heads.set(customerId, file && (await headOf(file)));
      }
      const customer = heads.get(customerId);
      if (customer && remindAt !== null) items.push({ ...item, customer, remindAt });
    }
    return items.sort((a, b) => a.remindAt - b.remindAt);
  });
}

/** What was reminded of: the `remindAt` of each entry, by id. This computer's own: it is not merged. */
const remindedItem = storage.defineItem<unknown>('local:reminded', { fallback: {} });
const remindedSchema = z.record(z.string(), z.number()).catch({});

/**
 * Of what is due, what was not reminded of yet; counts as reminded of from now on. What was snoozed
 * or moved since comes again.
 */
export function takeUnreminded(due: DueItem[]): Promise<DueItem[]> {
  return navigator.locks.request('chatside.reminded', async () => {
    const reminded = remindedSchema.parse(await remindedItem.getValue());
    const fresh = due.filter(({ entry, remindAt }) => reminded[entry.id] !== remindAt);
    if (fresh.length > 0) await remindedItem.setValue(Object.fromEntries(due.map(({ entry, remindAt }) => [entry.id, remindAt])));
    return fresh;
  });
}
