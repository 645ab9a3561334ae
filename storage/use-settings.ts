import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { languageOf } from '../locales';
import type { Language } from '../locales';
import { readSettings, watchSettings } from './settings';
import type { Settings } from './settings';

/** Settings as they apply now: the language is never open. */
export type SettingsInUse = Settings & { languageInUse: Language };

/** The settings, live; null until they are read. */
export function useSettings(): SettingsInUse | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings && { ...settings, languageInUse: settings.language ?? languageOf(browser.i18n.getUILanguage()) };
}
