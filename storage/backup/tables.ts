import type { Table } from 'dexie';
import { z } from 'zod';
import { sheetSchema } from '../../handover/sheet';
import { runSchema } from '../../practice/history';
import { database } from '../database';
import { replyCountSchema, sentReplySchema, storedPictureSchema } from '../records-replies';
import { clockStateSchema, holdSchema, keptClockSchema, questionSchema, replyTimeSchema, replyUseSchema, subscriptionSchema, typedTextSchema, waitRecordSchema } from '../records';
import { complaintSchema, conflictSchema, customerSchema, followUpSchema, noteSchema, tombstoneSchema } from '../records-customers';
import { packStepSchema, replyShelfSchema, stepHeadSchema, stepRowsSchema, storedPackSchema } from '../records-packs';
import { wordExceptionSchema } from '../records-words';
import { storedSiteSchema } from '../records-sites';
import { storedVaultSchema } from '../records-vault';

/**
 * Made from other tables, and made anew after a restore; what belongs to this computer's disk; and the
 * sent messages, which are kept to try new words on and leave this computer in no file.
 */
const unsaved = ['searchBlocks', 'searchSignatures', 'replyIndexes', 'waitDays', 'backupFolders', 'sentMessages'];

/** Settings that belong to this browser and not to the user: what was permitted, what only counts up. */
export const leftOut = ['packOrigins', 'packsRevision', 'exceptionsRevision', 'dueRevision', 'sitesRevision'];

/** The tables that a backup holds: all but those above. */
export function savedTables(): Table[] {
  return database.tables.filter(({ name }) => !unsaved.includes(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a row of each table must be. A table without a line here is not restored, which a test rules out. */
export const rowSchemas: Record<string, z.ZodType> = {
  customers: customerSchema,
  notes: noteSchema,
  complaints: complaintSchema,
  followUps: followUpSchema,
  tombstones: tombstoneSchema,
  conflicts: conflictSchema,
  vaults: storedVaultSchema,
  waits: waitRecordSchema,
  holds: holdSchema,
  questions: questionSchema,
  replyUses: replyUseSchema,
  replyTimes: replyTimeSchema,
  replyCounts: replyCountSchema,
  sentReplies: sentReplySchema,
  typedTexts: typedTextSchema,
  clockStates: clockStateSchema,
  clocks: keptClockSchema,
  handovers: sheetSchema,
  practiceRuns: runSchema,
  packs: storedPackSchema,
  replyShelves: replyShelfSchema,
  packSteps: packStepSchema,
  packStepRows: stepRowsSchema,
  packStepHeads: stepHeadSchema,
  pictures: storedPictureSchema,
  exceptions: wordExceptionSchema,
  subscriptions: subscriptionSchema,
  sites: storedSiteSchema,
};
