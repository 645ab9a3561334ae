import { browser } from 'wxt/browser';
import { languageOf } from '../locales';
import type { Language } from '../locales';
import { readSettings } from '../storage/settings';

/** The language on screen: as set, else as the browser's. */
export async function languageInUse(): Promise<Language> {
  return (await readSettings()).language ?? languageOf(browser.i18n.getUILanguage());
}
