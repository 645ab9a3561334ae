import { useEffect, useState } from 'react';
import { lastBackupText } from '../../components/backup/last-backup';
import { useTexts } from '../../locales/context';
import { backUpIfDue } from '../../storage/backup/automatic';
import { useBackupState } from '../../storage/use-backup';
import { saveFileAs } from './save-file';

/** When the last backup was made, in sight; makes the next one when it is due. */
export function BackupLine() {
  const { t } = useTexts();
  const state = useBackupState();
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    void backUpIfDue((name, blob) => saveFileAs(name, 'json', blob)).then((done) => setDenied(!done));
  }, []);
  if (!state) return null;
  return (
    <p className="hint backup-line" data-chatside="last-backup">
      <a href="/workbench.html#/data" target="_blank" rel="noreferrer">
        {lastBackupText(t, state.lastAt)}
      </a>
      {denied && <span role="alert"> {t('backup.folderDenied')}</span>}
    </p>
  );
}
