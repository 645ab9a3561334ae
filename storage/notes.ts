import { fileFor } from './customers';
import type { CustomerRef } from './customers';
import { database } from './database';
import { changeFiles, wholeFile } from './files';
import type { WholeFile } from './files';
import { noteSchema } from './records-customers';
import type { Note } from './records-customers';
import { bury } from './tombstones';

/**
 * Stores a note, and the customer's file with it when this is the first one. Resolves when both
 * are on the disk.
 * @throws ZodError when the text is empty or longer than 20,000 code units
 */
export function addNote(who: CustomerRef, text: string, author: string): Promise<WholeFile> {
  return changeFiles(async (touch) => {
    const now = Date.now();
    const customer = await fileFor(who, author, now);
    touch(customer.id);
    await database.notes.add(
      noteSchema.parse({ id: crypto.randomUUID(), customerId: customer.id, text: text.trim(), author, createdAt: now, updatedAt: now }),
    );
    return wholeFile(customer);
  });
}

/** Changes a note's text. Does nothing when it is gone. */
export function changeNote(id: string, text: string): Promise<void> {
  return changeFiles(async (touch) => {
    const stored = await database.notes.get(id);
    if (!stored) return;
    touch(stored.customerId);
    await database.notes.put(noteSchema.parse({ ...stored, text: text.trim(), updatedAt: Date.now() }));
  });
}

/** Takes away a note; what it returns puts it back. */
export function removeNote(id: string): Promise<Note | null> {
  return changeFiles(async (touch) => {
    const stored = await database.notes.get(id);
    if (!stored) return null;
    touch(stored.customerId);
    await bury('notes', [id], Date.now());
    return stored;
  });
}
