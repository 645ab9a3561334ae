import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';

/**
 * Origins that were granted so that packs can be fetched from them. They are no chats: no content
 * script is registered there, unless the site is turned on as well.
 */
const item = storage.defineItem<unknown>('local:packOrigins', { fallback: [] });
const schema = z.array(z.string()).catch([]);

/** The origins that are granted for packs alone. */
export async function packOrigins(): Promise<string[]> {
  return schema.parse(await item.getValue());
}

/** Calls back with the origins before and after each change. */
export function watchPackOrigins(onChange: (now: string[], before: string[]) => void): () => void {
  return item.watch((now, before) => onChange(schema.parse(now), schema.parse(before)));
}

function change(to: (origins: string[]) => string[]): Promise<void> {
  return navigator.locks.request('chatside.packOrigins', async () => item.setValue(to(await packOrigins())));
}
const add = (origin: string) => change((origins) => [...new Set([...origins, origin])]);
const take = (origin: string) => change((origins) => origins.filter((one) => one !== origin));

/**
 * Asks for access to the host of a pack. Call it right in the click, as the browser demands.
 * @returns false when the user refused
 */
export async function allowPackOrigin(origin: string): Promise<boolean> {
  const noted = browser.permissions.contains({ origins: [origin] }).then(async (known) => {
    // Noted while the prompt still stands, so that no content script is registered in between.
    if (!known) await add(origin);
    return !known;
  });
  const granted = await browser.permissions.request({ origins: [origin] });
  if ((await noted) && !granted) await take(origin);
  return granted;
}

/** Gives the host of a pack back, unless its site is turned on. */
export async function dropPackOrigin(origin: string): Promise<void> {
  if (!(await packOrigins()).includes(origin)) return;
  await browser.permissions.remove({ origins: [origin] });
  await take(origin);
}

/**
 * Turns a site on. Call it right in the click.
 * @returns false when the user refused
 */
export async function turnOn(origin: string): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [origin] });
  if (granted) await take(origin);
  return granted;
}

/**
 * Turns a site off: gives its access back, or keeps it for packs alone where some come from there.
 * @param forPacks whether packs are fetched from this origin
 */
export async function turnOff(origin: string, forPacks: boolean): Promise<void> {
  if (forPacks) await add(origin);
  else await browser.permissions.remove({ origins: [origin] });
}
