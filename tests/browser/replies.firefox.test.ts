import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startFirefox } from './support/firefox';
import type { Driver } from './support/driver';
import { picturePack, playExpansion, playPicture, storePack } from './support/replies';
import { libraryShops, practiceShop } from './support/shops';

let practice: Served;
let pages: Served;
let driver: Driver;
beforeAll(async () => {
  practice = await serveFolder(resolve('.output/chrome-mv3-test'));
  pages = await serveFolder(resolve('tests/chat-pages/dist'));
  driver = await startFirefox();
});
afterAll(async () => {
  await driver.close();
  await practice.close();
  await pages.close();
});

it('an abbreviation and Tab expands in place and is taken back', async () => {
  await playExpansion(await driver.open(practice.origin + practiceShop.path), practiceShop);
});

it('a picture is pasted where the page takes it', async () => {
  await storePack(driver, picturePack);
  const [, , advanced] = libraryShops;
  const tab = await driver.open(pages.origin + advanced!.path);
  expect(await playPicture(tab, advanced!)).toBe('pictureIn');
});
