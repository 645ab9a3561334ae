import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;

/** Bundles the test extension into a new folder and answers with its path. */
export async function buildTestExtension(runAt: 'document_start' | 'document_idle' = 'document_start'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chatside-editors-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry: resolve(here, 'content.ts'), formats: ['iife'], name: 'chatsideTest', fileName: () => 'content.js' },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: 'Chatside editor tests',
    version: '1',
    host_permissions: ['http://127.0.0.1/*'],
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: runAt }],
    browser_specific_settings: { gecko: { id: 'editors@chatside.test', strict_min_version: '140.0' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
