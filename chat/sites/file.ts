import { PROFILE_FORMAT, PROFILE_VERSION } from './format';
import { siteProfileSchema } from './profile';
import type { SiteProfile } from './profile';

/** Why a file is not taken; `what` is put into the sentence. Nothing was changed. */
export interface SiteFileFault {
  code: 'notJson' | 'tooLarge' | 'otherFormat' | 'newer' | 'field' | 'css' | 'everywhere' | 'nowhere';
  /** The format it says it has, its version, the field, the selector. */
  what: string;
}

/** A profile is some kilobytes; anything beyond this many UTF-16 code units is another kind of file. */
const MOST_TEXT = 256_000;

/**
 * Reads a profile that was exported or written by hand.
 * @param isCss whether the browser knows a selector: only a page can tell
 */
export function readSiteFile(text: string, isCss: (css: string) => boolean): { profile: SiteProfile } | { fault: SiteFileFault } {
  if (text.length > MOST_TEXT) return { fault: { code: 'tooLarge', what: '' } };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: { code: 'notJson', what: '' } };
  }
  const head = (typeof raw === 'object' && raw !== null ? raw : {}) as { format?: unknown; version?: unknown };
  if (head.format !== PROFILE_FORMAT) return { fault: { code: 'otherFormat', what: shown(head.format) } };
  if (typeof head.version === 'number' && head.version > PROFILE_VERSION) return { fault: { code: 'newer', what: shown(head.version) } };
  const parsed = siteProfileSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    return { fault: { code: 'field', what: path.map(String).join('.').slice(0, 120) } };
  }
  const profile = parsed.data;
  const bad = selectorsIn(profile).find(({ css }) => !isCss(css));
  if (bad) return { fault: { code: 'css', what: `${bad.path} “${bad.css}”` } };
  if (profile.match.some((pattern) => /:\/\/\*(\/|$)/.test(pattern))) return { fault: { code: 'everywhere', what: '' } };
  if (profile.match.length === 0 && !profile.marker?.length) return { fault: { code: 'nowhere', what: '' } };
  return { profile };
}

/** A profile as the text of its file. */
export const writeSiteFile = (profile: SiteProfile): string => `${JSON.stringify(profile, null, 2)}\n`;

/** Every selector of a profile, with the field in which it stands. */
export function selectorsIn(profile: SiteProfile): { path: string; css: string; from: string }[] {
  const found: { path: string; css: string; from: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { css, from } = value as { css?: unknown; from?: unknown };
    if (typeof css === 'string' && typeof from === 'string') found.push({ path, css, from });
    else for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
  };
  walk(profile, '');
  return found;
}

const shown = (value: unknown): string => (value === undefined ? '' : String(value).slice(0, 60));
