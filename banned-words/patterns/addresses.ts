import { marketplaceDomains, plainDomains, wordyDomains } from './rules.ts';
import type { PatternFind } from './rules.ts';

const plain = new Set<string>(plainDomains);
const wordy = new Set<string>(wordyDomains);
const always = new Set<string>(marketplaceDomains);

/** Characters of a host name, in runs; each run is read once. */
const hostRun = /[A-Za-z0-9.-]*[A-Za-z0-9]/y;
const localEnd = /^[A-Za-z0-9._%+-]$/;
/** The rest of an address behind its host: up to a space, a Chinese character or mark, or a quotation mark. */
const tail = /(?::\d{1,5})?(?:[/?#][^\s\u2E80-\u9FFF\uFF00-\uFFEF"'<>]*)?/y;

const isAllowed = (host: string, allowed: ReadonlySet<string>): boolean => {
  const labels = host.split('.').slice(-6);
  return labels.some((_, from) => {
    const domain = labels.slice(from).join('.');
    return always.has(domain) || allowed.has(domain);
  });
};

const narrow = (text: string) => text.replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** E-mail and web addresses. Linear: every character is part of one run. */
export function findAddresses(original: string, allowedDomains: readonly string[] | undefined): PatternFind[] {
  if (!/[.．@＠]|:\/\//u.test(original)) return [];
  const text = narrow(original);
  const allowed = new Set(allowedDomains?.map((domain) => domain.toLowerCase()));
  const finds: PatternFind[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[A-Za-z0-9]/.test(text[at] as string)) continue;
    hostRun.lastIndex = at;
    const host = (hostRun.exec(text)?.[0] ?? '').toLowerCase();
    const end = at + host.length;
    const labels = host.split('.');
    const last = labels.at(-1) ?? '';
    const named = labels.length > 1 && labels.every((label) => label !== '' && label.length < 64) && /^[a-z]{2,}$/.test(last);
    const allow = isAllowed(host, allowed) ? { allowed: host } : {};
    if (text[at - 1] === '@' && named) {
      let start = at - 1;
      while (start > 0 && at - start < 66 && localEnd.test(text[start - 1] as string)) start--;
      if (start < at - 1) finds.push({ name: 'email', start, end, ...allow });
    } else if (text[end] !== '@' && text[at - 1] !== '@') {
      const scheme = /(?:https?|ftp):\/\/$/i.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
      tail.lastIndex = end;
      const rest = tail.exec(text)?.[0].replace(/[.,;:!?)\]]+$/, '') ?? '';
      const marked = /^www\./.test(host) || /[/?#]/.test(rest) || /[\d-]/.test(labels.at(-2) ?? '');
      const alone = !/[A-Za-z]\s?$/.test(text.slice(Math.max(0, at - 2), at)) && !/^\s?[A-Za-z]/.test(text.slice(end, end + 2));
      const bare = named && /[a-z]|^\d{2,}$/.test(labels.at(-2) ?? '') && (plain.has(last) || (wordy.has(last) && (marked || alone)));
      if (scheme ? host : bare) finds.push({ name: 'url', start: at - scheme.length, end: end + rest.length, ...allow });
      if (scheme || bare) {
        at = Math.max(end + rest.length, end) - 1;
        continue;
      }
    }
    at = end - 1;
  }
  return finds;
}
