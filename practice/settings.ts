import { z } from 'zod';
import { languages, type Language } from './scenes';

/** How the practice page is set up by its address; every part may be left out. */
export interface PageSettings {
  language: Language;
  customers: number;
  pace: number;
  seed: number;
  scene?: string;
  autostart: boolean;
}

/** The paces offered on the page; the address takes any number. */
export const paces = [0.5, 1, 2, 4] as const;

const numeric = (low: number, high: number) => z.coerce.number().min(low).max(high);

const parameters = {
  customers: numeric(1, 50).int(),
  pace: numeric(0.01, 100_000),
  seed: numeric(0, 2 ** 32 - 1).int(),
};
type NumberName = keyof typeof parameters;

/** `zh`, `zh-TW`, `en-GB` … to a language that has scenes; null when there is none. */
export function languageFor(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language.split('-')[0] === primary) ?? null;
}

export interface ReadSettings {
  settings: PageSettings;
  /** Parameters whose value was of no use and was replaced by the default. */
  unusable: string[];
}

/**
 * Reads the query string. `preferred` are language tags, best first; `sceneIds` the scenes of a
 * language; `freshSeed` is taken when the address names none.
 */
export function readSettings(
  query: string,
  preferred: readonly string[],
  sceneIds: (language: Language) => readonly string[],
  freshSeed: number,
): ReadSettings {
  const params = new URLSearchParams(query);
  const unusable: string[] = [];
  const asked = params.get('lang');
  const wanted = asked === null ? null : languageFor(asked);
  if (asked !== null && !wanted) unusable.push('lang');
  const language = wanted ?? preferred.map(languageFor).find((found) => found !== null) ?? 'en';

  const number = (name: NumberName, fallback: number): number => {
    const raw = params.get(name);
    if (raw === null) return fallback;
    const read = parameters[name].safeParse(raw.trim() === '' ? 'none' : raw);
    if (!read.success) unusable.push(name);
    return read.success ? read.data : fallback;
  };
  const settings: PageSettings = {
    language,
    customers: number('customers', 5),
    pace: number('pace', 1),
    seed: number('seed', freshSeed),
    autostart: params.get('autostart') !== '0',
  };
  const scene = params.get('scene');
  if (scene) {
    if (sceneIds(language).includes(scene)) settings.scene = scene;
    else unusable.push('scene');
  }
  return { settings, unusable };
}
