import { clearRuns, keepRun, readRuns } from '@/practice/history';
import type { Run, Runs } from '@/practice/history';
import { browserShelf } from './preferences';

/** Where the runs of this browser's trainees are kept. */
export interface RunStore {
  /** Rejects when the browser has no room, or forbids it. */
  keep(run: Run): Promise<void>;
  /** Newest first. */
  read(): Promise<Runs>;
  /** Removes every run. */
  clear(): Promise<void>;
}

/** On the web: this address's own `localStorage`. */
const onTheWeb: RunStore = {
  keep: async (run) => keepRun(localStorage, run),
  read: async () => {
    const shelf = browserShelf();
    return shelf ? readRuns(shelf) : { runs: [], unreadable: 0 };
  },
  clear: async () => clearRuns(localStorage),
};

/** In the extension: its database, which is in the backup; with what an earlier version left in `localStorage`. */
async function stored() {
  const store = await import('@/storage/practice-runs');
  await store.moveRuns(localStorage);
  return store;
}

const inTheExtension: RunStore = {
  keep: async (run) => (await stored()).keepRun(run),
  read: async () => {
    const { runs, unreadable } = await (await stored()).readRuns();
    return { runs, unreadable: unreadable + readRuns(localStorage).unreadable };
  },
  clear: async () => {
    await (await stored()).clearRuns();
    clearRuns(localStorage);
  },
};

export const isExtensionPage = location.protocol.endsWith('-extension:');

export const runStore = isExtensionPage ? inTheExtension : onTheWeb;
