import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { checkTab, putPicker } from '../../access/inject';
import { PageTools } from '../../components/sites/PageTools';
import { useTexts } from '../../locales/context';

/** The pages of granted sites that are open, each with what can be done about it. */
export function OpenPages({ granted }: { granted: string[] }) {
  const { t } = useTexts();
  const [tabs, setTabs] = useState<Browser.tabs.Tab[]>([]);
  useEffect(() => {
    // Without a pattern the browser gives every tab, without their addresses.
    const read = () => void (granted.length > 0 ? browser.tabs.query({ url: granted }) : Promise.resolve([])).then(setTabs);
    read();
    browser.tabs.onUpdated.addListener(read);
    browser.tabs.onRemoved.addListener(read);
    return () => {
      browser.tabs.onUpdated.removeListener(read);
      browser.tabs.onRemoved.removeListener(read);
    };
  }, [granted]);
  const pick = async ({ id, windowId }: Browser.tabs.Tab) => {
    if (id === undefined) return;
    await browser.tabs.update(id, { active: true });
    await browser.windows.update(windowId, { focused: true });
    await putPicker(id);
  };
  return (
    <>
      <h2>{t('profiles.pages')}</h2>
      <p className="lead">{t(tabs.length > 0 ? 'profiles.pagesHint' : 'profiles.pagesNone')}</p>
      <ul className="sites" data-chatside="open-pages">
        {tabs.map((tab) => (
          <li key={tab.id} className="open-page">
            <span className="site-name">
              <b>{tab.title}</b>
              <span className="hint">{tab.url && new URL(tab.url).host}</span>
            </span>
            <PageTools onCheck={() => checkTab(tab.id ?? -1)} onPick={() => void pick(tab)} />
          </li>
        ))}
      </ul>
    </>
  );
}
