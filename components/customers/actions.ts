import type { CustomerChange } from '../../storage/customers';
import type { ComplaintChange } from '../../storage/complaints';
import type { FollowUp, Severity } from '../../storage/records-customers';

/** What a person writes down in a timeline. */
export type NewEntry =
  | { kind: 'note'; text: string }
  | { kind: 'complaint'; text: string; severity: Severity; receivedAt: number }
  | { kind: 'followUp' | 'promise'; text: string; dueAt: number };

/** What can be done with a file; each says itself what went wrong. */
export interface FileActions {
  change(change: CustomerChange): void;
  /** Resolves to whether it is on the disk. */
  add(entry: NewEntry): Promise<boolean>;
  changeNote(id: string, text: string): void;
  changeComplaint(id: string, change: ComplaintChange): Promise<boolean>;
  changeFollowUp(id: string, change: Partial<Pick<FollowUp, 'text' | 'dueAt' | 'doneAt' | 'snoozedUntil'>>): Promise<boolean>;
  removeEntry(kind: 'note' | 'complaint' | 'followUp', id: string): void;
  /** The file was looked through. */
  review(): void;
  remove(): void;
}

/** Text that is being typed, by field; kept until it is stored where it belongs. */
export interface Drafts {
  read(field: string): string;
  keep(field: string, text: string): void;
}
