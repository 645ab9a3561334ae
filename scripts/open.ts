import { resolve } from 'node:path';
import { startChromium } from '../tests/browser/support/chromium.ts';
import { serveFolder } from './serve.ts';

/** `npm start` with a display: a browser with the extension, on the practice shop's chat. */
const served = await serveFolder(resolve('.output/chrome-mv3-test'));
const language = /^zh/i.test(process.env.LANG ?? Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh-CN' : 'en';
const driver = await startChromium({ headless: false, language, viewport: null });
const address = `${served.origin}/practice.html`;
// The first-run page opens by itself; the shop stands in front of it.
const isFirstRun = (page: { url(): string }) => page.url().includes('/workbench.html');
if (!driver.context.pages().some(isFirstRun)) await driver.context.waitForEvent('page', { predicate: isFirstRun });
await driver.open(address);
console.log(`The practice shop is open at ${address}. Close the browser or press Ctrl+C to end.`);
await driver.context.waitForEvent('close', { timeout: 0 });
await served.close();
