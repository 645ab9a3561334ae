import { useSyncExternalStore } from 'react';
import { databaseState, watchDatabase } from './database-state';
import type { DatabaseState } from './database-state';

/** Whether this page may use the database, live. */
export function useDatabase(): DatabaseState {
  return useSyncExternalStore(watchDatabase, databaseState);
}
