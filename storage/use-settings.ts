import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { languageOf } from '../locales';
import type { Language } from '../locales';
import { readManaged, watchManaged } from './managed';
import { readSettings, watchSettings } from './settings';
import type { Settings } from './settings';

/** Settings as they apply now: the language is never open. */
export type SettingsInUse = Settings & { languageInUse: Language };

/** Names of the settings that an administrator locked; empty where nobody did. */
export function useLocked(): ReadonlySet<string> {
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const read = () => void readManaged().then((managed) => setLocked(new Set(Object.keys(managed.locked))));
    read();
    return watchManaged(read);
  }, []);
  return locked;
}

/** The settings, live; null until they are read. */
export function useSettings(): SettingsInUse | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings && { ...settings, languageInUse: settings.language ?? languageOf(browser.i18n.getUILanguage()) };
}
