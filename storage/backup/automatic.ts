import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { database } from '../database';
import { writeBackup } from './write';

const DAY = 86_400_000;
/** So many of the newest are kept, and one a week of those before. */
const DAILY_KEPT = 7;
const WEEKLY_KEPT = 4;
/** Only files of this name are ever deleted. */
const NAME = /^chatside-(\d{4}-\d{2}-\d{2})\.chatside\.json$/;

const stateSchema = z.object({
  /** Days between automatic backups; 0: none. */
  everyDays: z.number().int().min(0).max(31).catch(0),
  /** Of the last one, by hand or automatic; epoch ms. */
  lastAt: z.number().int().nonnegative().nullable().catch(null),
});
export type BackupState = z.infer<typeof stateSchema>;
const item = storage.defineItem<unknown>('local:backup', { fallback: {} });

/** When the last backup was made, and how often one is made by itself. */
export async function readBackupState(): Promise<BackupState> {
  return stateSchema.parse(await item.getValue());
}

/** Changes it; the rest stays. */
export function changeBackupState(change: Partial<BackupState>): Promise<void> {
  return navigator.locks.request('chatside.backup', async () => item.setValue({ ...(await readBackupState()), ...change }));
}

/** Calls back at each change, until the returned function is called. */
export function watchBackupState(onChange: (state: BackupState) => void): () => void {
  return item.watch((value) => onChange(stateSchema.parse(value ?? {})));
}

/** `chatside-2026-11-24.chatside.json` */
export function backupName(at: number): string {
  return `chatside-${new Date(at).toLocaleDateString('sv')}.chatside.json`;
}

/** Of these file names, those that the rule keeps no longer: all but the last 7, and one a week of the 4 weeks before. */
export function surplus(names: string[]): string[] {
  const ours = names.filter((name) => NAME.test(name)).toSorted().toReversed();
  const weeks = new Set<number>();
  return ours.filter((name, index) => {
    if (index < DAILY_KEPT) return false;
    const week = Math.floor(Date.parse(NAME.exec(name)![1]!) / (7 * DAY));
    if (weeks.has(week) || weeks.size >= WEEKLY_KEPT) return true;
    weeks.add(week);
    return false;
  });
}

/** A folder that the user chose for backups (File System Access; Chromium). */
export async function backupFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (await database.backupFolders.get('folder'))?.handle ?? null;
}

/** Remembers the folder; null: the downloads. */
export async function keepBackupFolder(handle: FileSystemDirectoryHandle | null): Promise<void> {
  if (handle) await database.backupFolders.put({ id: 'folder', handle });
  else await database.backupFolders.clear();
}

/**
 * Writes a backup into the folder and deletes what the rule keeps no longer.
 * @throws DOMException `NotAllowedError` when the folder may not be written to
 */
export async function saveToFolder(folder: FileSystemDirectoryHandle, blob: Blob, now: number): Promise<string> {
  const name = backupName(now);
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  // Nothing is in the file before it is closed: a browser that dies leaves the old one.
  await stream.write(blob);
  await stream.close();
  const names: string[] = [];
  for await (const entry of folder.keys()) names.push(entry);
  for (const old of surplus(names)) await folder.removeEntry(old);
  return name;
}

/**
 * Makes a backup if one is due. Called by pages of ours when they open: only they can save a file.
 * @param download saves to the downloads where no folder was chosen
 * @returns false when the folder may not be written to any more
 */
export async function backUpIfDue(download: (name: string, blob: Blob) => void, now = Date.now()): Promise<boolean> {
  return navigator.locks.request('chatside.automatic-backup', { ifAvailable: true }, async (lock) => {
    const { everyDays, lastAt } = await readBackupState();
    if (!lock || everyDays === 0 || (lastAt !== null && now - lastAt < everyDays * DAY)) return true;
    if ((await database.customers.count()) + (await database.packs.count()) === 0) return true;
    const folder = await backupFolder();
    if (folder && (await permissionOf(folder)) !== 'granted') return false;
    const blob = await writeBackup();
    if (folder) await saveToFolder(folder, blob, now);
    else download(backupName(now), blob);
    await changeBackupState({ lastAt: now });
    return true;
  });
}

/** Not in every browser's types: a part of the File System Access API. */
type Permitting = FileSystemDirectoryHandle & { queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState> };

async function permissionOf(folder: FileSystemDirectoryHandle): Promise<PermissionState> {
  return (await (folder as Permitting).queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
}
