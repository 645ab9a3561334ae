import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { scenesIn } from '@/practice/scenes';
import { readSettings } from '@/practice/settings';
import { Page } from './Page';
import { preferences } from './preferences';
import { isExtensionPage } from './run-store';

// Inside the extension, Zod's compiler would probe `Function`, which the CSP forbids.
z.config({ jitless: true });

const preferred = [preferences.read('language') ?? '', ...navigator.languages];
const sceneIds = (language: Parameters<typeof scenesIn>[0]) => scenesIn(language).scenes.map(({ id }) => id);
const freshSeed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
const { settings, unusable } = readSettings(location.search, preferred, sceneIds, freshSeed);

const root = document.getElementById('root');
if (!root) throw new Error('The practice page has no root element.');
createRoot(root).render(
  <StrictMode>
    <Page settings={settings} unusable={unusable} />
  </StrictMode>,
);

if (isExtensionPage) void import('./with-panel');
