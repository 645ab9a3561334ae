import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/serve';
import type { Served } from '../../scripts/serve';
import { startChromium } from './support/chromium';
import type { ChromiumDriver } from './support/chromium';

let driver: ChromiumDriver;
let desk: Served;
/** A console with the desk in a frame: of its own origin, or of another. */
let around: { origin: string; close(): void };

beforeAll(async () => {
  desk = await serveFolder(resolve('tests/browser/sites'));
  const aside = readFileSync('tests/browser/sites/aside.html');
  const server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const from = url === '/same' ? '' : desk.origin;
    response.end(url === '/aside.html' ? aside : `<!doctype html><title>Console</title><h1>Console</h1><input placeholder="Search orders"><br><iframe src="${from}/aside.html" style="width:1200px;height:600px"></iframe>`);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  around = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => (server.closeAllConnections(), server.close()) };
  driver = await startChromium();
});
afterAll(async () => {
  await driver?.close();
  await desk?.close();
  around?.close();
});

/** Begins the picker from the popup, as it stands over this page. */
async function pickFromPopup(page: Page): Promise<void> {
  const popup = await driver.context.newPage();
  await page.bringToFront();
  // Loaded behind the page, which so is the active tab, as under a real popup.
  await popup.goto(driver.extensionUrl('popup.html'));
  await popup.locator('[data-chatside="pick-start"]').evaluate((button: HTMLElement) => button.click());
  await page.locator('chatside-picker [data-chatside="pick"]').waitFor();
}

const step = (chat: FrameLocator, name: string) => chat.locator(`chatside-picker[data-step="${name}"]`).waitFor({ state: 'attached' });

async function pointInto(page: Page, chat: FrameLocator): Promise<void> {
  await page.locator('h1').hover();
  await chat.locator('#draft').hover();
  await chat.locator('chatside-picker [data-chatside="pick-proof"]').waitFor();
}

/** From the chat box to the last message, keys and pointer by turns; then Enter saves. */
async function pickAll(page: Page, chat: FrameLocator): Promise<void> {
  await pointInto(page, chat);
  // The pointer alone is in the frame: nobody clicked in it.
  await page.keyboard.press('Enter');
  await step(chat, 'send');
  await page.locator('chatside-picker').waitFor({ state: 'detached' });
  await chat.locator('[data-chatside="pick-skip"]').click();
  await step(chat, 'customer');
  await chat.locator('[data-chatside="pick-back"]').click();
  await step(chat, 'send');
  await chat.locator('#go').click();
  await step(chat, 'customer');
  await chat.getByText('Then I take two').hover();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await step(chat, 'agent');
  await chat.getByText('since this morning').click();
  await step(chat, 'done');
  await chat.locator('chatside-picker [data-read="lastCustomer"]', { hasText: 'Then I take two of them.' }).waitFor();
  await page.keyboard.press('Enter');
  await chat.locator('chatside-panel[data-state="attached"][data-site="picked-127.0.0.1"]').waitFor({ state: 'attached' });
  expect(await page.locator('chatside-picker').count()).toBe(0);
  expect(await chat.locator('chatside-picker').count()).toBe(0);
}

it('a chat in a frame of another origin is shown by pointing, begun from the popup, and saved by Enter', async () => {
  const page = await driver.context.newPage();
  await page.goto(around.origin);
  const chat = page.frameLocator('iframe');
  await pickFromPopup(page);
  await pointInto(page, chat);
  await page.keyboard.press('Escape');
  await page.locator('chatside-picker').waitFor({ state: 'detached' });
  await chat.locator('chatside-picker').waitFor({ state: 'detached' });
  await pickFromPopup(page);
  await pickAll(page, chat);
});

it('so is one in a frame of the same origin', async () => {
  const workbench = await driver.context.newPage();
  await workbench.goto(driver.extensionUrl('workbench.html#/sites'));
  await workbench.locator('[data-chatside="own-sites"] li button', { hasText: 'Delete' }).click();
  const page = await driver.context.newPage();
  await page.goto(`${around.origin}/same`);
  await pickFromPopup(page);
  await pickAll(page, page.frameLocator('iframe'));
});
