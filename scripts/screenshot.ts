import { resolve } from 'node:path';
import { startChromium, tabOf } from '../tests/browser/support/chromium.ts';
import { clickOn, inPanel } from '../tests/browser/support/driver.ts';
import { serveFolder } from './serve.ts';

/** `npm run screenshot`: the pictures of README, made from the built extension on the practice shop. */
const pictures = [
  { language: 'en', scene: 'en', question: '/par', bad: ' Cheapest price online, guaranteed!', file: 'docs/screenshot-en.png' },
  { language: 'zh-CN', scene: 'zh', question: '/fh', bad: '全网最低价，加微信更优惠', file: 'docs/screenshot-zh-CN.png' },
] as const;

const served = await serveFolder(resolve('.output/chrome-mv3-test'));
for (const { language, scene, question, bad, file } of pictures) {
  const driver = await startChromium({ language, viewport: { width: 1440, height: 860 } });
  const page = await driver.context.newPage();
  await page.goto(`${served.origin}/practice.html?lang=${scene}&seed=7&customers=4&pace=8`);
  const tab = tabOf(page);
  await inPanel.appears(tab, '[data-chatside="wait"] ~ [data-chatside="wait"] ~ [data-chatside="wait"]');
  await clickOn(tab, '.reply-input');
  await tab.type(question);
  await inPanel.appears(tab, '.at-box [data-chatside="reply"]');
  await tab.press('Enter');
  await inPanel.goes(tab, '.at-box [data-chatside="reply"]');
  await tab.press('Control+End');
  await tab.type(bad);
  await inPanel.appears(tab, '[data-chatside="hit"]');
  await tab.press('Enter');
  await inPanel.appears(tab, '[data-chatside="hold"]');
  await tab.screenshot(file);
  console.log(file);
  await driver.close();
}
await served.close();
