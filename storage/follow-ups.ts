import { remindOfFollowUp } from '../customers/due';
import { fileFor } from './customers';
import type { CustomerRef } from './customers';
import { database } from './database';
import { changeDue } from './files';
import { parseRecords } from './parse';
import { followUpSchema } from './records-customers';
import type { FollowUp } from './records-customers';
import { bury } from './tombstones';

/** What is written down of something to do for a customer. */
export type NewFollowUp = Pick<FollowUp, 'kind' | 'text' | 'dueAt'>;

/**
 * Stores a follow-up or a promise, and the customer's file when there is none.
 * @throws ZodError when a field does not fit
 */
export function addFollowUp(who: CustomerRef, followUp: NewFollowUp, author: string): Promise<FollowUp> {
  return changeDue(async (touch) => {
    const now = Date.now();
    const customer = await fileFor(who, author, now);
    touch(customer.id);
    const added = fitted({
      ...followUp,
      id: crypto.randomUUID(),
      customerId: customer.id,
      text: followUp.text.trim(),
      author,
      createdAt: now,
      updatedAt: now,
    });
    await database.followUps.add(added);
    return added;
  });
}

/** Changes a follow-up or promise. Does nothing when it is gone. */
export function changeFollowUp(
  id: string,
  change: Partial<Pick<FollowUp, 'kind' | 'text' | 'dueAt' | 'doneAt' | 'snoozedUntil'>>,
): Promise<void> {
  return changeDue(async (touch) => {
    const stored = await database.followUps.get(id);
    if (!stored) return;
    touch(stored.customerId);
    await database.followUps.put(fitted({ ...stored, ...change, updatedAt: Date.now() }));
  });
}

/** Takes away a follow-up or promise; what it returns puts it back. */
export function removeFollowUp(id: string): Promise<FollowUp | null> {
  return changeDue(async (touch) => {
    const stored = await database.followUps.get(id);
    if (!stored) return null;
    touch(stored.customerId);
    await bury('followUps', [id], Date.now());
    return stored;
  });
}

/** Follow-ups and promises that are not done, the most urgent first. */
export async function openFollowUps(): Promise<FollowUp[]> {
  return parseRecords('followUps', followUpSchema, await database.followUps.orderBy('remindAt').toArray()).records;
}

function fitted(followUp: object): FollowUp {
  const parsed = followUpSchema.parse(followUp);
  return { ...parsed, remindAt: remindOfFollowUp(parsed) };
}
