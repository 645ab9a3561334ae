import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { lastBackupText } from './last-backup';

interface Props {
  lastAt: number | null;
  everyDays: number;
  /** Name of the chosen folder; null: the downloads. */
  folder: string | null;
  /** The browser can write into a folder (Chromium). */
  canChooseFolder: boolean;
  /** Makes the file, behind a passphrase where one is given. */
  onSave(passphrase: string, onProgress: (share: number) => void, signal: AbortSignal): Promise<{ file: string; bytes: number }>;
  onEvery(days: number): void;
  onFolder(): void;
  onForgetFolder(): void;
}

/** Saves a backup now, and says when one is made by itself. */
export function SaveBackup({ lastAt, everyDays, folder, canChooseFolder, onSave, onEvery, onFolder, onForgetFolder }: Props) {
  const { t } = useTexts();
  const [encrypted, setEncrypted] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [saving, setSaving] = useState<{ share: number; ending: AbortController } | null>(null);
  const [saved, setSaved] = useState<{ file: string; bytes: number } | null>(null);
  const save = async () => {
    const ending = new AbortController();
    setSaved(null);
    setSaving({ share: 0, ending });
    const result = await onSave(encrypted ? passphrase : '', (share) => setSaving({ share, ending }), ending.signal).catch(() => null);
    setSaving(null);
    setSaved(result);
  };
  return (
    <>
      <p data-chatside="last-backup">{lastBackupText(t, lastAt)}</p>
      <label className="check">
        <input type="checkbox" checked={encrypted} onChange={({ target }) => setEncrypted(target.checked)} />
        {t('backup.encrypt')}
      </label>
      {encrypted && (
        <label>
          {t('backup.passphrase')}
          <input type="password" autoComplete="new-password" value={passphrase} maxLength={500} onChange={({ target }) => setPassphrase(target.value)} />
        </label>
      )}
      <div className="line">
        <button type="button" disabled={saving !== null || (encrypted && !passphrase)} onClick={() => void save()}>
          {t('backup.save')}
        </button>
        {saving && (
          <>
            <progress value={saving.share} aria-label={t('backup.save')} />
            <button type="button" onClick={() => saving.ending.abort()}>
              {t('backup.cancel')}
            </button>
          </>
        )}
      </div>
      <p role="status">{saved && t('backup.saved', { file: saved.file, size: `${(saved.bytes / 2 ** 20).toFixed(1)} MB` })}</p>
      <label>
        {t('backup.auto')}
        <select value={everyDays} onChange={({ target }) => onEvery(Number(target.value))}>
          <option value={0}>{t('backup.autoOff')}</option>
          <option value={1}>{t('backup.autoDaily')}</option>
          <option value={7}>{t('backup.autoWeekly')}</option>
        </select>
      </label>
      {everyDays > 0 && <p className="hint">{t('backup.autoHint')}</p>}
      {canChooseFolder && (
        <div className="line">
          <button type="button" onClick={onFolder}>
            {t('backup.folder')}
          </button>
          {folder && (
            <>
              <button type="button" onClick={onForgetFolder}>
                {t('backup.folderForget')}
              </button>
              <span className="hint">{t('backup.folderIs', { name: folder })}</span>
            </>
          )}
        </div>
      )}
    </>
  );
}
