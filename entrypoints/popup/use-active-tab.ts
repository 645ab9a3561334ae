import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { originPattern } from '../../access/origins';
import { watchPackOrigins } from '../../access/pack-origins';
import { isOn } from '../../access/registration';
import { openChatSchema } from '../../messaging/protocol';
import type { Notice, OpenChatAnswer } from '../../messaging/protocol';

/** The page the popup was opened on. */
export interface ActiveTab {
  id: number;
  host: string;
  /** Match pattern to ask the browser for. */
  origin: string;
  on: boolean;
  /** The open chat, where the page has one. */
  chat: OpenChatAnswer | null;
}

/**
 * The page the popup was opened on, followed as its site is turned on or off. Undefined until it
 * is known, null for pages that no extension may work on.
 */
export function useActiveTab(): ActiveTab | null | undefined {
  const [tab, setTab] = useState<ActiveTab | null>();
  useEffect(() => {
    let current = true;
    const look = async () => {
      const found = await readActiveTab();
      if (current) setTab(found);
    };
    void look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    const unwatch = watchPackOrigins(look);
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
      unwatch();
    };
  }, []);
  return tab;
}

async function readActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const origin = originPattern(tab?.url ?? '');
  if (!tab?.url || tab.id === undefined || !origin) return null;
  const notice: Notice = { notice: 'which-chat' };
  // A page without our content script does not answer.
  const answer: unknown = await browser.tabs.sendMessage(tab.id, notice).catch(() => null);
  const chat = openChatSchema.safeParse(answer);
  return {
    id: tab.id,
    host: new URL(tab.url).hostname,
    origin,
    on: await isOn(tab.url),
    chat: chat.success ? chat.data : null,
  };
}
