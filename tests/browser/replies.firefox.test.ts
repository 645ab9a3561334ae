import { resolve } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startFirefox } from './support/firefox';
import type { Driver } from './support/driver';
import { playExpansion } from './support/replies';
import { practiceShop } from './support/shops';

let practice: Served;
let driver: Driver;
beforeAll(async () => {
  practice = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startFirefox();
});
afterAll(async () => {
  await driver.close();
  await practice.close();
});

it('an abbreviation and Tab expands in place and is taken back', async () => {
  await playExpansion(await driver.open(practice.origin + practiceShop.path), practiceShop);
});
