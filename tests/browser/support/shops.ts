import type { Tab } from './driver.ts';

/** A chat page on which the whole thread is played. */
export interface Shop {
  name: string;
  /** Path on the server of its folder. */
  path: string;
  /** The composer, through shadow roots with ` >>> `. */
  composer: string;
  /** Makes a customer write; resolves when the page shows it. */
  receive(tab: Tab, text: string): Promise<void>;
  /** What the page itself has sent, oldest first. */
  sent(tab: Tab): Promise<string[]>;
  /** What stands in the composer, by the page's own reading. */
  draft(tab: Tab): Promise<string>;
}

interface Fixture {
  receive(text: string, options?: { side?: string; chat?: string }): unknown;
  /** Opens another chat, on pages with a list. */
  switchTo?(name: string): void;
  /** Draws the page anew. */
  rerender?(): void;
  sent(): string[];
  /** Events that the page heard since it was last asked, where it counts them. */
  seen?(): string[];
}

declare global {
  interface Window {
    fixture: Fixture;
  }
}

function readComposer(path: string): string {
  let root: ParentNode | null = document;
  let element: Element | null = null;
  for (const step of path.split(' >>> ')) {
    element = root?.querySelector(step) ?? null;
    root = element?.shadowRoot ?? null;
  }
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
    ? element.value
    : (element as HTMLElement | null)?.innerText.replace(/\n$/, '') ?? '';
}

/** A page of `tests/chat-pages`, driven through the fixture that it carries for tests. */
function libraryShop(name: string, path: string, composer: string): Shop {
  return {
    name,
    path,
    composer,
    receive: async (tab, text) => void (await tab.evaluate((words) => window.fixture.receive(words) && undefined, text)),
    sent: (tab) => tab.evaluate(() => window.fixture.sent(), null),
    draft: (tab) => tab.evaluate(readComposer, composer),
  };
}

/** Chats made with chat libraries from npm. */
export const libraryShops = [
  libraryShop('@chatui/core', '/libraries/chatui/', 'textarea.Composer-input'),
  libraryShop('@chatscope/chat-ui-kit-react', '/libraries/chatscope/', '.cs-message-input__content-editor'),
  libraryShop('vue-advanced-chat', '/libraries/vue-advanced-chat/', 'vue-advanced-chat >>> textarea'),
];

/** A composer that the browser alone edits. */
export const bareShop = libraryShop('a bare contenteditable', '/plain/slack-left/', '.edit');

/** The practice shop, whose customers write by themselves. */
export const practiceShop: Shop = {
  name: 'practice shop',
  path: '/practice.html?lang=zh&seed=7&scene=parcel-delay',
  composer: '.reply-input',
  receive: (tab) => tab.until(() => document.querySelector('.msg-left'), null),
  sent: (tab) =>
    tab.evaluate(
      () => [...document.querySelectorAll('.msg-right:not(:has(.tag)) .bubble')].map((bubble) => bubble.textContent ?? ''),
      null,
    ),
  draft: (tab) => tab.evaluate(readComposer, '.reply-input'),
};
