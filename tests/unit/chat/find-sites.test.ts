import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../chat/find/by-profile';
import { builtInSites } from '../../../chat/sites';
import { siteProfileSchema, type SiteSelector } from '../../../chat/sites/profile';

const pages: { id: string; kind: string }[] = JSON.parse(readFileSync('tests/chat-pages/pages.json', 'utf8')).pages;

describe('site profiles', () => {
  it('are all built in', () => {
    const files = readdirSync('chat/sites').filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''));
    expect(builtInSites.map((site) => site.id).sort()).toEqual(files.sort());
  });

  it.each(builtInSites.map((site) => [site.id, site] as const))('%s is a profile with a source for every selector and a page to try it on', (id, site) => {
    const parsed = siteProfileSchema.parse(site);
    expect(parsed.liveTested).toBe(false);
    expect(parsed.match.length + (parsed.marker?.length ?? 0)).toBeGreaterThan(0);
    for (const { css, from } of selectorsIn(parsed)) expect(parsed.sources, `${id}: ${css}`).toHaveProperty([from]);
    expect(pages.filter((page) => page.kind === 'console').map((page) => page.id)).toContain(id);
  });
});

function selectorsIn(value: unknown): SiteSelector[] {
  if (Array.isArray(value)) return value.flatMap(selectorsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('css' in value && 'from' in value) return [value as SiteSelector];
  return Object.values(value).flatMap(selectorsIn);
}

describe('matchesPattern', () => {
  it.each([
    ['https://mms.pinduoduo.com/chat-merchant/*', 'https://mms.pinduoduo.com/chat-merchant/index.html#/', true],
    ['https://mms.pinduoduo.com/chat-merchant/*', 'https://mms.pinduoduo.com/home', false],
    ['https://mms.pinduoduo.com/chat-merchant/*', 'http://mms.pinduoduo.com/chat-merchant/', false],
    ['https://*.zendesk.com/agent/*', 'https://shop.zendesk.com/agent/tickets/1', true],
    ['https://*.zendesk.com/agent/*', 'https://zendesk.com/agent/', true],
    ['https://*.zendesk.com/agent/*', 'https://evilzendesk.com/agent/', false],
    ['https://*.zendesk.com/agent/*', 'https://shop.zendesk.com.evil.org/agent/', false],
    ['https://store.weixin.qq.com/shop/kf*', 'https://store.weixin.qq.com/shop/kf?x=1', true],
    ['*://*/chat', 'http://127.0.0.1:8080/chat', true],
    ['http://127.0.0.1/*', 'http://127.0.0.1:8080/chat', true],
    ['ftp://x/*', 'ftp://x/', false],
  ])('%s on %s: %s', (pattern, address, fits) => expect(matchesPattern(pattern, address)).toBe(fits));
});
