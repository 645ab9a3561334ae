import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type {
  ClockStateRecord,
  CustomerFile,
  Hold,
  Note,
  ReplyUse,
  StoredPack,
  TypedText,
  WaitRecord,
} from './records';

/**
 * The database of the extension's own origin. Opened by the background and the extension pages,
 * never by a content script (which would open the shop's).
 */
export class ChatsideDatabase extends Dexie {
  declare customers: Table<CustomerFile, string>;
  declare notes: Table<Note, string>;
  declare waits: Table<WaitRecord, string>;
  declare holds: Table<Hold, string>;
  declare replyUses: Table<ReplyUse, [string, string]>;
  declare typedTexts: Table<TypedText, string>;
  declare clockStates: Table<ClockStateRecord, string>;
  declare packs: Table<StoredPack, string>;

  constructor(name = 'chatside') {
    // `strict`: an acknowledged note is on the disk, not in the operating system's cache
    // (Chromium's default since version 83 is `relaxed`).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      customers: 'id, &[site+key], updatedAt',
      notes: 'id, customerId, updatedAt',
      waits: 'id, since, [site+since]',
      holds: 'id, at, [site+at]',
      replyUses: '[site+reply], site',
      typedTexts: 'field',
      clockStates: 'site',
    });
    this.version(2).stores({
      packs: 'id',
    });
  }
}

export const database = new ChatsideDatabase();
