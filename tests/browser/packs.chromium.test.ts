import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

/** The lead's replies page: what comes in, what becomes of it there, and what reaches an open chat. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let served: Served;
let driver: ChromiumDriver;
let shop: Page;
let page: Page;

beforeAll(async () => {
  served = await serveFolder(resolve('.output/chrome-mv3-test'));
  driver = await startChromium({ language: 'zh-CN' });
  shop = await driver.context.newPage();
  await shop.goto(`${served.origin}/practice.html?lang=zh&scene=parcel-delay`);
  await shop.locator('chatside-panel[data-state="attached"]').waitFor({ state: 'attached' });
  page = await driver.context.newPage();
});
beforeEach(async () => {
  await page.bringToFront();
  await page.goto(driver.extensionUrl('workbench.html#/replies'));
  await page.reload();
  await rows().first().waitFor();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: `.output/failed-${task.id}.png` });
});
afterAll(async () => {
  await driver?.close();
  await served?.close();
});

const on = (name: string): Locator => page.locator(`[data-chatside="${name}"]`);
const rows = () => on('pack-reply');
const tab = (state: string) => page.locator(`[data-chatside="load-tab"][data-state="${state}"] b`);
const titles = () => page.locator('[data-chatside="pack-reply"] .reply-head b').allTextContents();
const place = (kind: string) => page.locator(`[data-chatside="pack-place"][data-kind="${kind}"]`);
const said = (text: string) => page.locator('.said').getByText(text).waitFor();

/** What is stored: packs, and replies on shelves. */
const stored = () =>
  page.evaluate(async () => {
    const opened = indexedDB.open('chatside');
    await new Promise((done) => (opened.onsuccess = done));
    const all = async (name: string) => {
      const asked = opened.result.transaction(name).objectStore(name).getAll();
      await new Promise((done) => (asked.onsuccess = done));
      return asked.result as { rows?: unknown[] }[];
    };
    const [packs, shelves] = [await all('packs'), await all('replyShelves')];
    opened.result.close();
    return { packs: packs.length, replies: shelves.reduce((sum, { rows: some = [] }) => sum + some.length, 0) };
  });

async function choose(name: string, content: Buffer | string): Promise<void> {
  await on('load-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}
async function loadAs(name: string): Promise<void> {
  await on('load-name').fill(name);
  await on('load-store').click();
  await on('load-dialog').waitFor({ state: 'detached' });
  await page.locator('[data-chatside="pack"][aria-current="true"]').getByText(name, { exact: true }).waitFor();
}
async function faults(): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

const table = (count: number) => `标题,分组,快捷编码,内容\n${Array.from({ length: count }, (_, at) => `第${at}条,组${at % 3},c${at},亲，这是第 ${at} 条话术。`).join('\n')}`;

describe('loading', () => {
  it('shows what a GB18030 export of Qianniu brings, stores it in one step, and takes it back', async () => {
    await on('pack-load').click();
    expect(await faults()).toEqual([]);
    await choose('qianniu.csv', readFileSync('docs/examples/qianniu.csv'));
    await on('load-preview').waitFor();
    expect(await on('load-encoding').inputValue()).toBe('gb18030');
    expect(await tab('new').textContent()).toBe('3');
    await on('load-item').getByText('亲，您好，在的，请问有什么可以帮您？').waitFor();
    expect(await faults()).toEqual([]);
    expect(await stored()).toEqual({ packs: 0, replies: 0 });
    await loadAs('千牛话术');
    await expect.poll(titles).toEqual(['nh', 'fh', 'th']);

    // The same file again: nothing new; with a change and a taken abbreviation: shown as such.
    await on('pack-load').click();
    await choose('again.csv', '分组,快捷编码,快捷短语\n问候,nh,亲，您好，请讲。\n其他,FH,另一条\n');
    await on('load-target').selectOption({ label: '千牛话术' });
    await expect.poll(() => tab('changed').textContent()).toBe('1');
    expect(await tab('clashing').textContent()).toBe('1');
    await on('load-clashes').selectOption('skip');
    await on('load-store').click();
    await on('load-dialog').waitFor({ state: 'detached' });
    await said('从 again.csv 载入 1 条');
    await rows().getByText('亲，您好，请讲。').waitFor();

    await on('pack-undo').click();
    await rows().getByText('亲，您好，在的').waitFor();
    // Later still, after the page was loaded anew.
    await page.reload();
    await rows().first().waitFor();
    await on('pack-undo').click();
    await said('已撤销：从 qianniu.csv 载入 3 条');
    await expect.poll(stored).toEqual({ packs: 0, replies: 0 });
  });

  it('takes a drop, and a pasted table whose columns the user sets', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['title,content\nDropped,Hello there\n'], 'dropped.csv'));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await on('load-item').getByText('Dropped', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await on('load-dialog').waitFor({ state: 'detached' });

    await on('pack-load').click();
    await on('load-paste').fill('甲\t乙\t丙\n发货\t发货时间\t亲，48 小时内发出\n退货\t怎么退货\t亲，7 天内可以退货\n');
    await on('load-pasted').click();
    await on('load-role').first().waitFor();
    await on('load-role').nth(0).selectOption('group');
    await on('load-role').nth(1).selectOption('title');
    await on('load-role').nth(2).selectOption('text');
    await on('load-preview').getByRole('checkbox').first().check();
    await expect.poll(() => tab('new').textContent()).toBe('2');
    await loadAs('粘贴');
    await expect.poll(titles).toEqual(['发货时间', '怎么退货']);
    expect(await place('group').allTextContents()).toEqual(['发货1', '退货1']);
    await on('pack-undo').click();
    await expect.poll(stored).toEqual({ packs: 0, replies: 0 });
  });

  it('that is cancelled in the middle leaves nothing', async () => {
    await on('pack-load').click();
    await choose('big.csv', table(process.env['CHATSIDE_SOAK'] ? 50_000 : 12_000));
    await on('load-preview').waitFor();
    // As soon as it can be: on a quick machine the rows are stored before a click from here arrives.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const cancel = document.querySelector<HTMLElement>('[data-chatside="load-cancel"]');
        if (!cancel) return;
        watch.disconnect();
        cancel.click();
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    await on('load-store').click();
    await on('load-dialog').getByText('已取消，没有保存任何内容。').waitFor();
    expect(await stored()).toEqual({ packs: 0, replies: 0 });
    await on('load-close').click();
  });

  it('refuses bad files with one sentence of file, row and mend, and stores nothing', async () => {
    const part = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
    const workbook = (sheet: string) =>
      Buffer.from(
        zipSync({
          'xl/workbook.xml': part('<workbook xmlns:r="http://r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
          'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
          'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
        }),
      );
    const half = readFileSync('docs/examples/shop.chatside.json');
    const aliases = Array.from({ length: 9 }, (_, level) => `a${level}: &a${level} [${Array(9).fill(level === 0 ? 'x' : `*a${level - 1}`).join(', ')}]`).join('\n');
    const bad: [name: string, content: Buffer | string, sentence: RegExp][] = [
      ['big5.csv', Buffer.from('vdCw3aSwu/Kuya3UpWmlSKVYs2ahQcHCwcKxeqq6wLCmow==', 'base64'), /^big5\.csv：不是可以读取的文字编码/],
      ['bomb.xlsx', workbook(' '.repeat(65 * 2 ** 20)), /^bomb\.xlsx：解压后超过 64 MB/],
      ['cell.csv', `title,content\na,b\nbig,${'x'.repeat(5 * 2 ** 20)}\n`, /^cell\.csv 第 3 行：单元格内容过大/],
      ['proto.csv', 'title,content\n__proto__,text\n', /^proto\.csv 第 2 行：名称“__proto__”不能使用/],
      ['formula.csv', 'title,content\nsum,"=HYPERLINK(""http://x"")"\n', /^formula\.csv 第 2 行：“content”列是公式/],
      ['wide.csv', `${'a,'.repeat(10_000)}\n`, /^wide\.csv 第 1 行：超过 256 列/],
      ['half.chatside.json', half.subarray(0, half.length / 2), /^half\.chatside\.json：文件不完整/],
      ['alias.yml', `${aliases}\nmatches: *a8\n`, /^alias\.yml：YAML 里的引用/],
    ];
    await on('pack-load').click();
    for (const [name, content, sentence] of bad) {
      await choose(name, content);
      const shown = on('load-refused').locator('p').first();
      await shown.waitFor();
      expect(await shown.textContent()).toMatch(sentence);
      await page.getByRole('button', { name: '换一个文件' }).click();
    }
    await on('load-close').click();
    expect(await stored()).toEqual({ packs: 0, replies: 0 });
  });
});

it('replies are edited, moved, changed at once, binned and brought back, each step undone', async () => {
  await on('pack-load').click();
  await choose('mine.csv', table(6));
  await on('load-preview').waitFor();
  await loadAs('练习包');
  await expect.poll(titles).toEqual(['第0条', '第1条', '第2条', '第3条', '第4条', '第5条']);
  expect(await faults()).toEqual([]);

  // Text in the form outlives a reload.
  await rows().nth(1).click();
  await on('pack-title').fill('改过的标题');
  await on('pack-message').fill('全网最低价，{customer}');
  await page.locator('.side [data-chatside="hit"][data-term="全网最低价"]').waitFor();
  expect(await faults()).toEqual([]);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const opened = indexedDB.open('chatside');
        await new Promise((done) => (opened.onsuccess = done));
        const asked = opened.result.transaction('typedTexts').objectStore('typedTexts').getAll();
        await new Promise((done) => (asked.onsuccess = done));
        opened.result.close();
        return JSON.stringify(asked.result);
      }),
    )
    .toContain('全网最低价，{customer}');
  await page.reload();
  await on('pack-title').waitFor();
  expect(await on('pack-title').inputValue()).toBe('改过的标题');
  await on('pack-message').fill('亲，已改好，{customer}');
  await on('pack-title').press('Control+s');
  await said('修改“改过的标题”');
  await expect.poll(titles).toEqual(['第0条', '改过的标题', '第2条', '第3条', '第4条', '第5条']);

  // The open chat offers it without being loaded anew.
  await shop.bringToFront();
  await shop.locator('chatside-panel [data-chatside="reply-search"]').fill('改过的标题');
  await shop.locator('chatside-panel [data-chatside="reply"][data-title="改过的标题"]').waitFor();
  await page.bringToFront();

  // By key: down two, and up again by undo.
  await rows().nth(0).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(titles).toEqual(['改过的标题', '第0条', '第2条', '第3条', '第4条', '第5条']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(titles).toEqual(['改过的标题', '第2条', '第0条', '第3条', '第4条', '第5条']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(titles).toEqual(['第0条', '改过的标题', '第2条', '第3条', '第4条', '第5条']);
  await page.keyboard.press('Control+y');
  await expect.poll(titles).toEqual(['改过的标题', '第0条', '第2条', '第3条', '第4条', '第5条']);
  await page.keyboard.press('Control+z');

  // By mouse.
  await rows().nth(5).dragTo(rows().nth(0), { targetPosition: { x: 60, y: 4 } });
  await expect.poll(titles).toEqual(['第5条', '第0条', '改过的标题', '第2条', '第3条', '第4条']);
  await page.keyboard.press('Control+z');
  await expect.poll(titles).toEqual(['第0条', '改过的标题', '第2条', '第3条', '第4条', '第5条']);

  // Many at once.
  await rows().nth(2).click();
  await rows().nth(4).click({ modifiers: ['Shift'] });
  await on('bulk-group').click();
  await page.locator('.bulk input').fill('合并');
  await page.keyboard.press('Enter');
  await said('3 条放入分组“合并”');
  await place('group').getByText('合并').waitFor();
  await on('pack-replies').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await said('删除 6 条');
  await place('bin').click();
  expect(await titles()).toHaveLength(6);
  await on('pack-replies').focus();
  await page.keyboard.press('Control+a');
  await on('bin-restore').click();
  await said('还原 6 条');
  await place('all').click();
  await expect.poll(titles).toHaveLength(6);
  for (const step of ['还原 6 条', '删除 6 条', '3 条放入分组“合并”']) {
    await on('pack-undo').click();
    await said(`已撤销：${step}`);
  }
  expect(await place('group').allTextContents()).toEqual(['组02', '组12', '组22']);
  await page.getByRole('button', { name: '把话术包移到回收站' }).click();
});

it('a built-in pack is changed in its place, and goes back to the original', async () => {
  await page.locator('[data-chatside="pack"][data-id="chatside-replies-zh-CN"]').click();
  await page.locator('[data-chatside="pack"][data-id="chatside-replies-zh-CN"][aria-current="true"]').waitFor();
  const before = await titles();
  await rows().first().click();
  await on('pack-title').fill('我的开场白');
  await on('pack-save').click();
  await on('pack-original').waitFor();
  await expect.poll(async () => (await titles())[0]).toBe('我的开场白');
  await on('pack-original').click();
  await on('pack-original').waitFor({ state: 'detached' });
  await expect.poll(titles).toEqual(before);
});
