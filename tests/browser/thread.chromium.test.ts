import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';
import { libraryShops, practiceShop } from './support/shops';
import { playThread } from './support/thread';

describe.each([
  { folder: '.output/chrome-mv3-test', shops: [practiceShop] },
  { folder: 'tests/chat-pages/dist', shops: libraryShops },
])('the main job in Chromium, pages of $folder', ({ folder, shops }) => {
  let served: Served;
  let driver: ChromiumDriver;
  beforeAll(async () => void (served = await serveFolder(resolve(folder))));
  afterAll(() => served.close());

  // A profile of its own for each: a customer of one page must not be found from another.
  it.each(shops)('on $name', async (shop) => {
    driver = await startChromium();
    try {
      await playThread(driver, served.origin, shop, async (_, run) => void (await run()));
    } finally {
      await driver.close();
    }
  });
});
