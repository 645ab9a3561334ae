import { storage } from 'wxt/utils/storage';

/** Changes with each change of what is due, so that a background that sleeps learns of it. */
const revision = storage.defineItem<number>('local:dueRevision', { fallback: 0 });

/** Tells the background that what is due has changed. */
export async function announceDue(): Promise<void> {
  await revision.setValue((await revision.getValue()) + 1);
}

/** Calls back after each change of what is due, from whichever page it came. */
export function watchDue(onChange: () => void): () => void {
  return revision.watch(onChange);
}
