import { marketplaceDomains, plainDomains, wordyDomains } from './rules.ts';
import type { PatternFind } from './rules.ts';

const plain = new Set<string>(plainDomains);
const wordy = new Set<string>(wordyDomains);
const always = new Set<string>(marketplaceDomains);

/** What every address has; most messages are done with this look. */
const trace = /[\dA-Za-z０-９Ａ-Ｚａ-ｚ][.．][A-Za-zＡ-Ｚａ-ｚ]|:\/\/|[@＠]/;
/** Characters of a host name, in runs; each run is read once. */
const hostRun = /[A-Za-z\d](?:[A-Za-z\d.-]*[A-Za-z\d])?/g;
const localEnd = /^[A-Za-z0-9._%+-]$/;
/** The rest of an address behind its host: up to a space, a Chinese character or mark, or a quotation mark. */
const tail = /(?::\d{1,5})?(?:[/?#][^\s\u2E80-\u9FFF\uFF00-\uFFEF"'<>]*)?/y;

const isAllowed = (host: readonly string[], allowed: ReadonlySet<string>): boolean => {
  const labels = host.slice(-6);
  return labels.some((_, from) => {
    const domain = labels.slice(from).join('.');
    return always.has(domain) || allowed.has(domain);
  });
};

const narrow = (text: string): string =>
  text.replace(/[．＠／：０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Whether a host without a scheme is written like an address, and not like the end of one sentence and the start of the next. */
function isBareHost(text: string, at: number, end: number, labels: readonly string[], rest: string): boolean {
  const last = labels.at(-1) ?? '';
  const name = labels.at(-2) ?? '';
  if (!/[a-z]|^\d{2,}$/.test(name)) return false;
  if (plain.has(last)) return true;
  const marked = labels[0] === 'www' || /[/?#]/.test(rest) || /[\d-]/.test(name);
  const alone = !/[A-Za-z]\s?$/.test(text.slice(Math.max(0, at - 2), at)) && !/^\s?[A-Za-z]/.test(text.slice(end, end + 2));
  return wordy.has(last) && (marked || alone);
}

/** E-mail and web addresses. Linear: every character is part of one run. */
export function findAddresses(original: string, allowedDomains: readonly string[] | undefined): PatternFind[] {
  if (!trace.test(original)) return [];
  const text = narrow(original);
  const allowed = new Set(allowedDomains?.map((domain) => domain.toLowerCase()));
  const finds: PatternFind[] = [];
  let behind = 0;
  for (const { index: at, 0: run } of text.matchAll(hostRun)) {
    const end = at + run.length;
    const before = text[at - 1];
    if (at < behind || (before !== '@' && before !== '/' && !run.includes('.'))) continue;
    const labels = run.toLowerCase().split('.');
    const named = labels.length > 1 && labels.every((label) => label !== '' && label.length < 64) && /^[a-z]{2,}$/.test(labels.at(-1) ?? '');
    const allow = isAllowed(labels, allowed) ? { allowed: run } : {};
    if (before === '@') {
      let start = at - 1;
      while (start > 0 && at - start < 66 && localEnd.test(text[start - 1] as string)) start--;
      if (named && start < at - 1) finds.push({ name: 'email', start, end, ...allow });
      continue;
    }
    if (text[end] === '@') continue;
    const scheme = /(?:https?|ftp):\/\/$/i.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
    tail.lastIndex = end;
    const rest = tail.exec(text)?.[0].replace(/[.,;:!?)\]]{1,8}$/, '') ?? '';
    if (!scheme && !(named && isBareHost(text, at, end, labels, rest))) continue;
    behind = end + rest.length;
    finds.push({ name: 'url', start: at - scheme.length, end: behind, ...allow });
  }
  return finds;
}
