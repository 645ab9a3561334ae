import { useLiveQuery as useDexieQuery } from 'dexie-react-hooks';
import { databaseFailed, isOutOfReach } from './database-state';
import { useDatabase } from './use-database';

/**
 * What a query of the database gives, live; undefined until it is known. While the database is out of
 * reach (the disk is full, another tab upgrades it) the last answer stands, and with it the fields that
 * the user types in; it is asked again when the database is back.
 */
export function useLiveQuery<T>(query: () => Promise<T> | T, deps: unknown[] = []): T | undefined {
  const state = useDatabase();
  return useDexieQuery(() => {
    const asked = query();
    return asked && typeof asked === 'object' && 'then' in asked ? asked.then((answer) => answer, wait) : asked;
  }, [...deps, state]);
}

function wait(error: unknown): Promise<never> {
  if (!isOutOfReach(error)) throw error;
  databaseFailed();
  return new Promise<never>(() => undefined);
}
