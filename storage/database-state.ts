import { database } from './database';

/**
 * Whether this page may use the database. `blocked`: a page of an older Chatside holds it open, and
 * the upgrade waits for that page to go. `outdated`: a newer Chatside upgrades it, and this page has
 * let go of it for good: with its older code it would write what the newer one does not know.
 * `failing`: the browser cannot open it, as on a full disk; it is tried again and again.
 */
export type DatabaseState = 'ready' | 'blocked' | 'outdated' | 'failing';

/** How often a database that cannot be opened is tried again, ms. */
const RETRY_MS = 2000;

let state: DatabaseState = 'ready';
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function become(next: DatabaseState): void {
  if (state === next || state === 'outdated') return;
  state = next;
  for (const listener of listeners) listener();
}

database.on('blocked', () => become('blocked'));
database.on('ready', () => become('ready'), true);
database.on('versionchange', ({ newVersion }) => {
  // The database is being deleted: it comes again, empty.
  if (!newVersion) return;
  database.close({ disableAutoOpen: true });
  become('outdated');
});

/** Whether this error says that the database itself is out of reach, not that one write was refused. */
export function isOutOfReach(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return ['DatabaseClosedError', 'UnknownError', 'OpenFailedError', 'QuotaExceededError'].includes(name);
}

/** A read or a write found the database out of reach: it is opened anew until it opens. */
export function databaseFailed(): void {
  if (state === 'outdated' || retry !== undefined) return;
  become('failing');
  retry = setTimeout(() => {
    retry = undefined;
    // Dexie keeps the fault of an opening until it is closed.
    database.close({ disableAutoOpen: false });
    database.open().catch(databaseFailed);
  }, RETRY_MS);
}

export function databaseState(): DatabaseState {
  return state;
}

/** Calls back at each change, until the returned function is called. */
export function watchDatabase(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
