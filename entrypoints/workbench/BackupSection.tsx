import { useLiveQuery } from '../../storage/use-live';
import { useRef } from 'react';
import { ConflictList } from '../../components/backup/ConflictList';
import type { ConflictView } from '../../components/backup/ConflictList';
import { RestoreBackup } from '../../components/backup/RestoreBackup';
import type { BackupPreview } from '../../components/backup/RestoreBackup';
import { SaveBackup } from '../../components/backup/SaveBackup';
import '../../components/backup/backup.css';
import { useTexts } from '../../locales/context';
import { backupFolder, backupName, changeBackupState, keepBackupFolder } from '../../storage/backup/automatic';
import { conflictViews } from '../../storage/backup/conflicts';
import { encryptBackup } from '../../storage/backup/file';
import { settleConflict } from '../../storage/backup/merge';
import { readBackup } from '../../storage/backup/read';
import type { Backup } from '../../storage/backup/read';
import { mergeBackup, restoreBackup } from '../../storage/backup/restore';
import { writeBackup } from '../../storage/backup/write';
import { database } from '../../storage/database';
import { useBackupState } from '../../storage/use-backup';
import { saveFileAs } from '../popup/save-file';

const shown = ['customers', 'notes', 'complaints', 'followUps', 'waits', 'packs', 'handovers'] as const;

/** Backup, restore, and what two computers changed apart. */
export function BackupSection() {
  const { t } = useTexts();
  const state = useBackupState();
  const folder = useLiveQuery(backupFolder, []);
  const conflicts = useLiveQuery(conflictViews, []) ?? [];
  const backup = useRef<Backup | null>(null);
  const save = async (passphrase: string, onProgress: (share: number) => void, signal: AbortSignal) => {
    const plain = await writeBackup({ signal, onProgress });
    const blob = passphrase ? await encryptBackup(plain, passphrase) : plain;
    signal.throwIfAborted();
    const file = saveFileAs(backupName(Date.now()), 'json', blob);
    await changeBackupState({ lastAt: Date.now() });
    return { file, bytes: blob.size };
  };
  const chooseFolder = async () => {
    // Rejects when the user closes the dialog.
    const handle = await (window as unknown as FolderWindow).showDirectoryPicker({ mode: 'readwrite' }).catch(() => null);
    if (handle) await keepBackupFolder(handle);
  };
  const open = async (file: File, passphrase: string | null): Promise<BackupPreview | null> => {
    const read = await readBackup(file, passphrase);
    backup.current = read;
    if (!read) return null;
    const tables = await Promise.all(shown.map(async (name) => ({ name, count: read.tables[name]?.length ?? 0, here: await database.table(name).count() })));
    return { file: read.name, madeAt: read.madeAt, tables };
  };
  const replace = async () => {
    await restoreBackup(backup.current!);
    return t('backup.replaced', { file: backup.current!.name });
  };
  const merge = async () => t('backup.merged', { ...(await mergeBackup(backup.current!)) });
  const take = (conflict: ConflictView, key: string | null) => void settleConflict(conflict.table, conflict.id, key);
  return (
    <fieldset className="settings" id="backup">
      <legend>{t('backup.heading')}</legend>
      <p className="hint">{t('backup.intro')}</p>
      {state && (
        <SaveBackup
          {...state}
          folder={folder?.name ?? null}
          canChooseFolder={'showDirectoryPicker' in window}
          onSave={save}
          onEvery={(everyDays) => void changeBackupState({ everyDays })}
          onFolder={() => void chooseFolder()}
          onForgetFolder={() => void keepBackupFolder(null)}
        />
      )}
      <h3>{t('backup.restore')}</h3>
      <RestoreBackup onOpen={open} onReplace={replace} onMerge={merge} />
      <ConflictList conflicts={conflicts} onTake={take} />
    </fieldset>
  );
}

/** Not in every browser's types: a part of the File System Access API. */
interface FolderWindow {
  showDirectoryPicker(how: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

