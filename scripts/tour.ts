import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startChromium } from '../tests/browser/support/chromium.ts';
import { practiceShop } from '../tests/browser/support/shops.ts';
import { playThread } from '../tests/browser/support/thread.ts';
import { serveFolder } from './serve.ts';

/** `npm start` without a display, or `-- --tour`: plays the main job and shows each step. */
const folder = resolve('.output/tour');
mkdirSync(folder, { recursive: true });
const served = await serveFolder(resolve('.output/chrome-mv3-test'));
const driver = await startChromium();
let count = 0;
let failed = false;
console.log(`The practice shop is at ${served.origin}/practice.html; screenshots go to ${folder}\n`);
try {
  await playThread(driver, served.origin, practiceShop, async (name, run, shown) => {
    count += 1;
    const seen = await run().catch(async (error: unknown) => {
      await shown?.screenshot(`${folder}/${String(count).padStart(2, '0')}-failed.png`);
      throw new Error(`${count}. ${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    console.log(`${count}. ${name}\n   ${seen.replaceAll('\n', '\n   ')}`);
    await shown?.screenshot(`${folder}/${String(count).padStart(2, '0')}.png`);
  });
} catch (error) {
  failed = true;
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
} finally {
  await driver.close();
  await served.close();
}
console.log(failed ? '\nThe tour stopped at a step that failed.' : `\nAll ${count} steps were seen to work.`);
process.exit(failed ? 1 : 0);
