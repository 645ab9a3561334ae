import { browser } from 'wxt/browser';
import { z } from 'zod';
import { packSchema } from '../packs/format';
import type { Pack } from '../packs/format';

/** Written by the build beside the built-in packs: the names of their files. */
const LIST = '/packs/index.json';

let loaded: Promise<Pack[]> | undefined;

/**
 * The packs that came with the extension, parsed. Read once in the life of a page or worker.
 * @throws ZodError when a built-in file is damaged, which the tests rule out for a release
 */
export function builtInPacks(): Promise<Pack[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pack[]> {
  const files = z.array(z.string()).parse(await read(LIST));
  return Promise.all(files.map(async (file) => packSchema.parse(await read(`/packs/${file}`))));
}

async function read(path: string): Promise<unknown> {
  const url = new URL(path, browser.runtime.getURL('/'));
  return (await fetch(url)).json();
}
