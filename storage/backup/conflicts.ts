import type { Complaint, CustomerFile, FollowUp, Note, SyncedTable } from '../records-customers';
import { database } from '../database';
import { reveal } from '../sealing';
import { readConflicts } from './merge';

type Entry = CustomerFile | Note | Complaint | FollowUp;

/** One record with the versions that were changed apart, the one in front first. */
export interface ConflictText {
  table: SyncedTable;
  id: string;
  customer: string;
  versions: { key: string | null; at: number; text: string }[];
}

/** What was changed apart, as text to compare; of what is locked, nothing. */
export async function conflictViews(): Promise<ConflictText[]> {
  const byRecord = Map.groupBy(await readConflicts(), ({ table, id }) => `${table} ${id}`);
  const views: ConflictText[] = [];
  for (const conflicts of byRecord.values()) {
    const { table, id } = conflicts[0]!;
    const front = (await database.table<Entry, string>(table).get(id)) ?? null;
    if (!front) continue;
    const all = [{ key: null, record: front }, ...conflicts.map(({ key, record }) => ({ key, record: record as Entry }))];
    const plain = await reveal(table, all.map(({ record }) => record) as never[]);
    const customer = 'customerId' in front ? await database.customers.get(front.customerId) : front;
    views.push({
      table,
      id,
      customer: customer?.name ?? '',
      versions: all.map(({ key, record }, index) => ({ key, at: record.updatedAt, text: textOf(plain[index]!) })),
    });
  }
  return views;
}

function textOf(record: Entry): string {
  if (!('customerId' in record)) {
    const { name, contact, address, product, model, tags } = record;
    return [name, contact, address, product, model, tags.join(', ')].filter(Boolean).join('\n');
  }
  return 'settledHow' in record ? [record.text, record.settledHow].filter(Boolean).join('\n') : record.text;
}
