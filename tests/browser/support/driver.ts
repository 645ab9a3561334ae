/**
 * What a test needs of a browser with the built extension in it, the same for Chromium and Firefox,
 * so that one scenario runs in both.
 */
export interface Driver {
  name: 'chromium' | 'firefox';
  /** Opens another tab. */
  open(url: string): Promise<Tab>;
  /** Address of one of the extension's own pages: `popup.html`, `workbench.html#/sites`. */
  extensionUrl(path: string): string;
  /** Folder into which the browser saves what a page hands it. */
  downloads: string;
  close(): Promise<void>;
}

export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs in the page. */
  evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<Awaited<T>>;
  /** Resolves once `test`, run in the page at each frame, gives something true. Fails after 40 s. */
  until<A>(test: (argument: A) => unknown, argument: A): Promise<void>;
  /** `a`, `Enter`, `Alt+Shift+K` */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  screenshot(file: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** Queries in the page, into the panel's open shadow root (a test build's). */
export const inPanel = {
  /** Waits for an element of the panel. */
  appears: (tab: Tab, selector: string) =>
    tab.until((css) => document.querySelector('chatside-panel')?.shadowRoot?.querySelector(css), selector),
  /** Waits until there is none. */
  goes: (tab: Tab, selector: string) =>
    tab.until((css) => !document.querySelector('chatside-panel')?.shadowRoot?.querySelector(css), selector),
  /** Text of the first such element; null when there is none. */
  text: (tab: Tab, selector: string) =>
    tab.evaluate(
      (css) => document.querySelector('chatside-panel')?.shadowRoot?.querySelector(css)?.textContent ?? null,
      selector,
    ),
  /** An attribute of the first such element. */
  attribute: (tab: Tab, selector: string, name: string) =>
    tab.evaluate(
      ([css, attribute]) =>
        document.querySelector('chatside-panel')?.shadowRoot?.querySelector(css)?.getAttribute(attribute) ?? null,
      [selector, name] as const,
    ),
  /** Clicks the middle of the first such element, as a hand would. */
  click: async (tab: Tab, selector: string) => {
    await inPanel.appears(tab, selector);
    const spot = await tab.evaluate((css) => {
      const element = document.querySelector('chatside-panel')?.shadowRoot?.querySelector(css);
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    if (!spot) throw new Error(`${selector} is not in the panel`);
    await tab.click(spot.x, spot.y);
  },
};

/** Clicks the middle of an element of the page itself, shadow roots included (`host >>> inner`). */
export async function clickOn(tab: Tab, path: string): Promise<void> {
  await tab.until(find, path);
  const spot = await tab.evaluate((steps) => {
    let root: ParentNode | null = document;
    let element: Element | null = null;
    for (const step of steps.split(' >>> ')) {
      element = root?.querySelector(step) ?? null;
      root = element?.shadowRoot ?? null;
    }
    element?.scrollIntoView({ block: 'nearest' });
    const box = element?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, path);
  if (!spot) throw new Error(`${path} is not on the page`);
  await tab.click(spot.x, spot.y);
}

function find(path: string): boolean {
  let root: ParentNode | null = document;
  let element: Element | null = null;
  for (const step of path.split(' >>> ')) {
    element = root?.querySelector(step) ?? null;
    root = element?.shadowRoot ?? null;
  }
  return element !== null && element.getBoundingClientRect().width > 0;
}
