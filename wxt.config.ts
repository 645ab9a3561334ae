import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PluginOption } from 'vite';
import { defineConfig } from 'wxt';

/** Loopback, where the practice shop and the test pages are served; a test build may read it without asking. */
const LOOPBACK = 'http://127.0.0.1/*';

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  // Explicit imports only: a reader sees where a name comes from.
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    short_name: 'Chatside',
    description: '__MSG_description__',
    default_locale: 'en',
    // activeTab: the popup reads the address of the page it was opened on, and of no other.
    // alarms: reminders, and asking after new releases of subscribed packs, while no page of ours is open.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms'],
    // Asked for when the agent turns notifications of waits or of what is due on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(browser === 'chrome' && { storage: { managed_schema: 'managed-schema.json' } }),
    ...(mode === 'test' && { host_permissions: [LOOPBACK] }),
    commands: {
      // The popup by keyboard: an agent's hands stay where they are.
      _execute_action: { suggested_key: { default: 'Alt+Shift+U' } },
      'reply-search': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandReplySearch__',
      },
    },
    // The compact word lists travel as base64 through Uint8Array.fromBase64: Chromium 140, Firefox 133.
    ...(browser === 'chrome' && { minimum_chrome_version: '140' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'chatside@chatside.app',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    // Packs are data: read at run time, so that a big word list does not weigh on the worker's start.
    'build:publicAssets': (wxt, assets) => {
      const folder = resolve(wxt.config.root, 'packs/built-in');
      const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
      assets.push({ relativeDest: 'packs/index.json', contents: JSON.stringify(files) });
      for (const file of files) assets.push({ relativeDest: `packs/${file}`, absoluteSrc: resolve(folder, file) });
    },
  },
  vite: ({ mode, command }) => ({
    define: { __OPEN_SHADOW__: JSON.stringify(mode === 'test') },
    plugins: command === 'build' ? [releaseReact] : [],
  }),
});

/**
 * A test build differs from the release in its manifest and one flag, not in the React it runs:
 * WXT would set NODE_ENV to the mode, and React takes anything but `production` for development.
 */
const releaseReact: PluginOption = {
  name: 'chatside:release-react',
  enforce: 'post',
  config: () => ({ define: { 'process.env.NODE_ENV': '"production"' } }),
};
