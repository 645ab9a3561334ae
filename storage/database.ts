import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { Sheet } from '../handover/sheet';
import type { Run } from '../practice/history';
import type { PackStep, ReplyShelf, StepHead, StepRows, StoredPack } from './records-packs';
import type { KeptIndex, ReplyCount, SentReply, StoredPicture } from './records-replies';
import type { ClockStateRecord, Hold, KeptClock, QuestionRecord, ReplyTime, ReplyUse, Subscription, TypedText, WaitRecord } from './records';
import type { StoredSite } from './records-sites';
import type { Complaint, Conflict, CustomerFile, FollowUp, Note, Tombstone } from './records-customers';
import type { SentMessage, WordException } from './records-words';
import { rebuildIndex } from './search-index';
import type { SearchBlock, SearchSignature } from './search-index';
import type { StoredVault } from './records-vault';
import { lineageAfter } from '../customers/versions';
import type { Versioned } from '../customers/versions';
import { syncedTables } from './records-customers';
import { forgetWaitDays } from './forget-wait-days';
import { upgradeCustomer } from './upgrade';
import type { WaitDay } from './records';

/**
 * The database of the extension's own origin. Opened by the background and the extension pages,
 * never by a content script (which would open the shop's).
 */
export class ChatsideDatabase extends Dexie {
  declare customers: Table<CustomerFile, string>;
  declare notes: Table<Note, string>;
  declare complaints: Table<Complaint, string>;
  declare followUps: Table<FollowUp, string>;
  declare tombstones: Table<Tombstone, [string, string]>;
  declare searchBlocks: Table<SearchBlock, number>;
  declare searchSignatures: Table<SearchSignature, number>;
  declare waits: Table<WaitRecord, string>;
  declare holds: Table<Hold, string>;
  declare replyUses: Table<ReplyUse, [string, string]>;
  declare typedTexts: Table<TypedText, string>;
  /** Of version 1; emptied as their sites are opened. */
  declare clockStates: Table<ClockStateRecord, string>;
  declare clocks: Table<KeptClock, [string, number, number]>;
  declare questions: Table<QuestionRecord, string>;
  declare replyTimes: Table<ReplyTime, [number, string, string]>;
  declare packs: Table<StoredPack, string>;
  declare replyShelves: Table<ReplyShelf, [string, number]>;
  declare packSteps: Table<PackStep, string>;
  declare packStepRows: Table<StepRows, [string, string, number]>;
  declare packStepHeads: Table<StepHead, [string, string]>;
  declare replyIndexes: Table<KeptIndex, string>;
  declare exceptions: Table<WordException, string>;
  declare sentMessages: Table<SentMessage, number>;
  declare backupFolders: Table<{ id: 'folder'; handle: FileSystemDirectoryHandle }, string>;
  declare conflicts: Table<Conflict, string>;
  declare vaults: Table<StoredVault, string>;
  declare subscriptions: Table<Subscription, string>;
  declare pictures: Table<StoredPicture, [string, string]>;
  declare sentReplies: Table<SentReply, [string, string, string]>;
  declare replyCounts: Table<ReplyCount, [string, string]>;
  declare sites: Table<StoredSite, string>;
  declare handovers: Table<Sheet, string>;
  declare waitDays: Table<WaitDay, number>;
  declare practiceRuns: Table<Run, number>;

  constructor(name = 'chatside') {
    // `strict`: an acknowledged note is on the disk, not in the operating system's cache
    // (Chromium's default since version 83 is `relaxed`).
    super(name, { chromeTransactionDurability: 'strict' });
    this.use(forgetWaitDays);
    this.version(1).stores({
      customers: 'id, &[site+key], updatedAt',
      notes: 'id, customerId, updatedAt',
      waits: 'id, since, [site+since]',
      holds: 'id, at, [site+at]',
      replyUses: '[site+reply], site',
      typedTexts: 'field',
      clockStates: 'site',
    });
    this.version(2)
      .stores({
        packs: 'id',
        replyShelves: '[pack+shelf]',
        packSteps: 'id, at',
        packStepRows: '[step+pack+shelf], step',
        packStepHeads: '[step+pack], step',
        // Made from the packs: no part of a backup.
        replyIndexes: 'language',
        subscriptions: 'url',
        exceptions: 'id, site',
        sentMessages: '++id, at',
        pictures: '[pack+id]',
        sentReplies: '[site+customerKey+reply], at',
        replyCounts: '[reply+day], day',
        sites: 'id',
        handovers: 'id, createdAt',
        clocks: '[site+tab+frame], site',
        questions: 'id, at',
        replyTimes: '[at+site+reply], at',
        // Made from the waits: no part of a backup.
        waitDays: 'day',
        practiceRuns: 'startedAt',
        // Two computers may each have made a file for one person, so site and key are not unique.
        customers: 'id, [site+key], updatedAt, activeAt, reviewDue, joined.into',
        notes: 'id, customerId, updatedAt, createdAt',
        complaints: 'id, customerId, updatedAt, createdAt, remindAt, settledAt',
        followUps: 'id, customerId, updatedAt, createdAt, remindAt',
        tombstones: '[table+id], at',
        vaults: 'id',
        conflicts: 'key, [table+id]',
        // A handle on this computer's disk: no part of a backup.
        backupFolders: 'id',
        searchBlocks: 'n, *ids',
        searchSignatures: 'n, revision',
      })
      .upgrade(async (upgrade) => {
        await upgrade.table('customers').toCollection().modify(upgradeCustomer);
        await rebuildIndex(upgrade);
      });
    for (const table of syncedTables) keepLineage(this.table(table));
  }
}

/** Each change of a record that two computers exchange adds its version; see customers/versions.ts. */
function keepLineage(table: Table<Versioned, string>): void {
  const version = () => crypto.randomUUID().slice(0, 13);
  table.hook('creating', (_, record) => {
    record.lineage ??= [];
    if (record.lineage.length === 0) record.lineage = [version()];
  });
  table.hook('updating', (changes: Partial<Versioned>, _, before) => {
    // A merge brings the lineage along; any other write hands on the one that it has read.
    const brought = changes.lineage && JSON.stringify(changes.lineage) !== JSON.stringify(before.lineage ?? []);
    if (brought || changes.updatedAt === undefined || changes.updatedAt === before.updatedAt) return undefined;
    return { lineage: lineageAfter({ ...before, lineage: before.lineage ?? [] }, version()) };
  });
}

export const database = new ChatsideDatabase();
