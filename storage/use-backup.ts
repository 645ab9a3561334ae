import { useEffect, useState } from 'react';
import { readBackupState, watchBackupState } from './backup/automatic';
import type { BackupState } from './backup/automatic';

/** When the last backup was made and how often one is made, live; null until it is read. */
export function useBackupState(): BackupState | null {
  const [state, setState] = useState<BackupState | null>(null);
  useEffect(() => {
    void readBackupState().then(setState);
    return watchBackupState(setState);
  }, []);
  return state;
}
