import { storage } from 'wxt/utils/storage';

const item = storage.defineItem<string>('session:run', { init: () => crypto.randomUUID() });

/** Names this run of the browser: numbers of tabs mean nothing in the next one. The same over the worker's restarts. */
export function browserSession(): Promise<string> {
  return item.getValue().then((run) => run ?? '');
}
