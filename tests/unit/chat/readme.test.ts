import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInSites } from '../../../chat/sites';

const readmes = { en: readFileSync('README.md', 'utf8'), 'zh-CN': readFileSync('README.zh-CN.md', 'utf8') };

it.each(builtInSites.map((profile) => [profile.id, profile] as const))(
  'the profile %s has a fixture page and a row in both READMEs, which say that it was not tried live',
  (id, profile) => {
    expect(existsSync(`tests/chat-pages/consoles/${id}/index.html`)).toBe(true);
    for (const language of ['en', 'zh-CN'] as const) {
      const row = readmes[language].split('\n').find((line) => line.startsWith(`| ${profile.name[language]} |`));
      expect(row).toBeDefined();
      expect(row).toContain(language === 'en' ? 'not tried' : '未试');
    }
  },
);
