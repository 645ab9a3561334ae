import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSiteFile, selectorsIn, writeSiteFile } from '../../../chat/sites/file';
import { siteProfileSchema } from '../../../chat/sites/profile';

const text = readFileSync('docs/examples/kettle-desk.chatside.json', 'utf8');
const example: Record<string, unknown> = JSON.parse(text);
const isCss = (css: string): boolean => !css.includes('[[');
const faultOf = (content: unknown) => {
  const result = readSiteFile(typeof content === 'string' ? content : JSON.stringify(content), isCss);
  return 'fault' in result ? result.fault : null;
};

describe('a site profile’s file', () => {
  it('is read as the example has it, and written so that it is read again', () => {
    const result = readSiteFile(`\uFEFF${text}`, isCss);
    if (!('profile' in result)) throw new Error(result.fault.code);
    expect(result.profile).toEqual(example);
    expect(readSiteFile(writeSiteFile(result.profile), isCss)).toEqual(result);
    expect(selectorsIn(result.profile).map(({ path }) => path)).toContain('chats.item.0');
  });

  it('is shown whole by the example: every field of the format is in it', () => {
    const fields = (schema: unknown, value: unknown, path: string): void => {
      const { shape } = schema as { shape?: Record<string, unknown> };
      for (const [name, inner] of Object.entries(shape ?? {})) {
        expect(value, `${path}${name}`).toHaveProperty([name]);
        const { def } = inner as { def: { type: string; innerType?: unknown } };
        fields(def.type === 'optional' ? def.innerType : inner, (value as Record<string, unknown>)[name], `${path}${name}.`);
      }
    };
    fields(siteProfileSchema, example, '');
  });

  it.each([
    ['no JSON', '{', { code: 'notJson', what: '' }],
    ['nothing', 'null', { code: 'otherFormat', what: '' }],
    ['a pack', { format: 'chatside-pack', version: 1 }, { code: 'otherFormat', what: 'chatside-pack' }],
    ['one of a newer Chatside', { ...example, version: 2, colour: 'red' }, { code: 'newer', what: '2' }],
    ['one without a chat box', { ...example, composer: [] }, { code: 'field', what: 'composer' }],
    ['a selector without text', { ...example, send: [{ css: '', from: 'page', confidence: 'high' }] }, { code: 'field', what: 'send.0.css' }],
    ['an unknown field', { ...example, run: 'alert(1)' }, { code: 'field', what: 'run' }],
    ['a selector that is not CSS', { ...example, list: [{ css: 'div[[', from: 'page', confidence: 'high' }] }, { code: 'css', what: 'list.0 “div[[”' }],
    ['one for every website', { ...example, match: ['*://*/*'] }, { code: 'everywhere', what: '' }],
    ['one for no page', { ...example, match: [], marker: [] }, { code: 'nowhere', what: '' }],
    ['a huge file', 'x'.repeat(300_000), { code: 'tooLarge', what: '' }],
  ])('with %s is refused', (_, content, fault) => expect(faultOf(content)).toEqual(fault));
});
