import { describe, expect, it } from 'vitest';
import { covers, hostOf, originPattern } from '../../../access/origins';

describe('originPattern', () => {
  it('asks for one scheme and host, whatever the port and path', () => {
    expect(originPattern('https://mms.pinduoduo.com/chat-merchant/index.html#/')).toBe('https://mms.pinduoduo.com/*');
    expect(originPattern('http://127.0.0.1:8123/practice.html')).toBe('http://127.0.0.1/*');
  });

  it('has none for pages that no extension may work on', () => {
    for (const url of ['chrome://extensions', 'about:blank', 'file:///chat.html', '', 'not an address'])
      expect(originPattern(url)).toBeNull();
  });
});

describe('covers', () => {
  it('takes the host and no other', () => {
    expect(covers('https://shop.example/*', 'https://shop.example/chat?x=1')).toBe(true);
    expect(covers('https://shop.example/*', 'https://evil-shop.example/')).toBe(false);
    expect(covers('https://shop.example/*', 'https://shop.example.evil/')).toBe(false);
    expect(covers('https://shop.example/*', 'http://shop.example/')).toBe(false);
  });

  it('knows a wildcard of subdomains from a name that only ends alike', () => {
    expect(covers('https://*.zendesk.com/*', 'https://acme.zendesk.com/agent/')).toBe(true);
    expect(covers('https://*.zendesk.com/*', 'https://zendesk.com/')).toBe(true);
    expect(covers('https://*.zendesk.com/*', 'https://notzendesk.com/')).toBe(false);
  });

  it('takes both web schemes for a star, and nothing else', () => {
    expect(covers('*://shop.example/*', 'http://shop.example/')).toBe(true);
    expect(covers('*://shop.example/*', 'ftp://shop.example/')).toBe(false);
  });
});

it('hostOf names the host of a pattern', () => {
  expect(hostOf('https://*.zendesk.com/*')).toBe('*.zendesk.com');
});
