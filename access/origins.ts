/**
 * Host access: which sites Chatside is on for. The browser's own permission is the only record of
 * it: a site is on when its origin is granted, so the two can never disagree.
 */

/**
 * The match pattern that covers one site: its scheme and host, no other host, any port (ports are
 * not part of a match pattern in Firefox).
 * @returns null for a page that no extension may work on (browser pages, files)
 */
export function originPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || !hostname) return null;
  return `${protocol}//${hostname}/*`;
}

/** The host part of a match pattern: `https://*.zendesk.com/*` gives `*.zendesk.com`. */
export function hostOf(pattern: string): string {
  return /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? pattern;
}

/** Whether a match pattern of the form `scheme://host/*` covers this address. */
export function covers(pattern: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const parts = /^(\*|https?):\/\/([^/]+)\//.exec(pattern);
  if (!parts?.[1] || !parts[2]) return false;
  const scheme = protocol.slice(0, -1);
  if (parts[1] === '*' ? scheme !== 'http' && scheme !== 'https' : parts[1] !== scheme) return false;
  const host = parts[2];
  if (host === '*') return true;
  if (host.startsWith('*.')) return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
  return hostname === host;
}
