import { deadlinesOf, lacksToClose } from '../customers/complaint';
import type { ComplaintLimits } from '../customers/complaint';
import { remindOfComplaint } from '../customers/due';
import { boundsOf } from '../customers/quarter';
import { drawSecondLook } from '../customers/second-look';
import { Fault } from '../locales/fault';
import { fileFor } from './customers';
import type { CustomerRef } from './customers';
import { database } from './database';
import { changeDue } from './files';
import { parseRecords } from './parse';
import { complaintSchema } from './records-customers';
import type { Complaint, Severity } from './records-customers';
import { reveal } from './sealing';
import { bury } from './tombstones';

/** What is written down when a complaint comes in. */
export interface NewComplaint {
  text: string;
  severity: Severity;
  /** When the customer complained, epoch ms. */
  receivedAt: number;
}

/**
 * Stores a complaint with the deadlines that follow from the limits, and the customer's file when
 * there is none.
 * @throws ZodError when a field does not fit
 */
export function addComplaint(who: CustomerRef, complaint: NewComplaint, limits: ComplaintLimits, author: string): Promise<Complaint> {
  return changeDue(async (touch) => {
    const now = Date.now();
    const customer = await fileFor(who, author, now);
    touch(customer.id);
    const added = fitted({
      ...complaint,
      ...deadlinesOf(complaint.receivedAt, limits),
      id: crypto.randomUUID(),
      customerId: customer.id,
      text: complaint.text.trim(),
      author,
      createdAt: now,
      updatedAt: now,
    });
    await database.complaints.add(added);
    return added;
  });
}

/** What may change about a complaint once it is written down. */
export type ComplaintChange = Partial<
  Pick<Complaint, 'text' | 'severity' | 'answeredAt' | 'steps' | 'passedTo' | 'settledHow' | 'settledAt' | 'calledBackAt' | 'closedAt' | 'secondLook' | 'snoozedUntil'>
>;

/**
 * Changes a complaint. Does nothing when it is gone.
 * @throws Fault `not-called-back` when it would be closed without having been settled and called back
 */
export function changeComplaint(id: string, change: ComplaintChange): Promise<void> {
  return changeDue(async (touch) => {
    const [stored] = await reveal('complaints', (await database.complaints.bulkGet([id])).filter((one) => one !== undefined));
    if (!stored) return;
    touch(stored.customerId);
    const changed = { ...stored, ...change, updatedAt: Date.now() };
    if (changed.closedAt !== null && lacksToClose(changed)) throw new Fault('not-called-back');
    await database.complaints.put(fitted(changed));
  });
}

/** Takes away a complaint; what it returns puts it back. */
export function removeComplaint(id: string): Promise<Complaint | null> {
  return changeDue(async (touch) => {
    const stored = await database.complaints.get(id);
    if (!stored) return null;
    touch(stored.customerId);
    await bury('complaints', [id], Date.now());
    return stored;
  });
}

/** Complaints that are not closed, the most urgent first. */
export async function openComplaints(): Promise<Complaint[]> {
  return parseRecords('complaints', complaintSchema, await database.complaints.orderBy('remindAt').toArray()).records;
}

/** The fifth of the complaints settled in a quarter (`2026-Q4`) that is to be looked at again. */
export async function secondLookOf(quarter: string): Promise<Complaint[]> {
  const { from, to } = boundsOf(quarter);
  const settled = parseRecords('complaints', complaintSchema, await database.complaints.where('settledAt').between(from, to).toArray()).records;
  const drawn = new Set(drawSecondLook(settled.map(({ id }) => id), quarter));
  return settled.filter(({ id }) => drawn.has(id));
}

function fitted(complaint: object): Complaint {
  const parsed = complaintSchema.parse(complaint);
  return { ...parsed, remindAt: remindOfComplaint(parsed) };
}
