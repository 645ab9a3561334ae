import type { Calls } from './content';

/** What the tests need of a page, alike for Playwright's Chromium and Puppeteer's Firefox. */
export interface DrivenPage {
  evaluate<Result, Arg>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  goto(url: string): Promise<void>;
  waitFor(test: (arg: string) => boolean, arg: string): Promise<void>;
  /** Chords as Playwright writes them: `Control+z`. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** The viewport as a PNG, base64. */
  screenshot(): Promise<string>;
}

export interface DrivenBrowser {
  page: DrivenPage;
  /** Errors that pages threw and nobody caught, since the last call. */
  /** Zooms the page as the browser's own zoom does, where that can be driven. */
  zoom?(factor: number): Promise<void>;
  takeErrors(): string[];
  close(): Promise<void>;
}

/** Calls a piece of the product in the extension's world and gives its answer. */
export async function call<Name extends keyof Calls>(
  page: DrivenPage,
  name: Name,
  ...args: Parameters<Calls[Name]>
): Promise<Awaited<ReturnType<Calls[Name]>>> {
  const answer = await page.evaluate(
    (request: string) =>
      new Promise<string>((resolve) => {
        const root = document.documentElement;
        root.setAttribute('data-test-call', request);
        const heard = (): void => resolve(root.getAttribute('data-test-answer') ?? 'null');
        document.addEventListener('chatside-test-answer', heard, { once: true });
        document.dispatchEvent(new Event('chatside-test-call'));
      }),
    JSON.stringify({ name, args }),
  );
  const { value, error } = JSON.parse(answer) as { value: never; error?: string };
  if (error) throw new Error(error);
  return value;
}

/** Opens an editor's page and waits until the editor stands. */
export async function openEditor(page: DrivenPage, origin: string, editor: string): Promise<void> {
  await page.goto(`${origin}/index.html?editor=${editor}`);
  await page.waitFor((name) => document.documentElement.dataset['ready'] === name, editor);
  await page.waitFor(() => {
    const boxes = document.querySelectorAll(
      '#composer iframe, #composer textarea, #composer input, #composer [contenteditable]:not([contenteditable="false"])',
    );
    const shown = [...boxes].find((box) => box.getBoundingClientRect().height > 0);
    shown?.setAttribute('data-test-box', '');
    return shown !== undefined;
  }, '');
  // A real press: some editors take up the selection only then.
  const { x, y } = await page.evaluate(() => {
    const box = document.querySelector('[data-test-box]')!;
    const rect = box.getBoundingClientRect();
    return { x: rect.left + 40, y: rect.top + 20 };
  }, null);
  await page.click(x, y);
  await page.waitFor(() => {
    const focused = document.activeElement;
    return focused?.localName === 'iframe' || focused?.closest('#composer') != null;
  }, '');
}

/** The text that the editor's own state holds. */
export function stateOf(page: DrivenPage): Promise<string> {
  return page.evaluate(() => JSON.parse(document.querySelector<HTMLElement>('#state')?.dataset['text'] ?? '""') as string, null);
}

/** The texts that the page's own handlers sent, in order. */
export function sentOn(page: DrivenPage): Promise<string[]> {
  return page.evaluate(
    () => [...document.querySelectorAll<HTMLElement>('[data-sent]')].map((item) => JSON.parse(item.dataset['sent'] ?? '') as string),
    null,
  );
}

/** Waits until the page has sent as many messages. */
export async function waitForSent(page: DrivenPage, count: number): Promise<string[]> {
  await page.waitFor((wanted) => document.querySelectorAll('[data-sent]').length >= Number(wanted), String(count));
  return sentOn(page);
}
