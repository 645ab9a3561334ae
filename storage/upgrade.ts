import { aQuarterAfter } from '../customers/quarter';

/**
 * Gives a row of version 1 what lists and reminders of version 2 find it by; its other new fields
 * have defaults when it is read. A damaged row stays as it is.
 */
export function upgradeCustomer(row: Record<string, unknown>): void {
  if (typeof row['updatedAt'] !== 'number' || typeof row['createdAt'] !== 'number') return;
  row['activeAt'] = row['updatedAt'];
  row['reviewDue'] = aQuarterAfter(row['createdAt']);
}
