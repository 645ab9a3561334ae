// Builds every page of pages.json into dist/, as static files that any server can serve.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));
const { pages } = JSON.parse(readFileSync(resolve(root, 'pages.json'), 'utf8'));
const only = process.argv.slice(2);

/** Tags that Vue must leave to the browser. */
const CUSTOM = new Set(['vue-advanced-chat']);

/** Libraries that need an older React get the whole page built on it: one React a page, as in a real project. */
const REACTS = {
  19: {},
  18: { react: 'react18', 'react-dom': 'react-dom18' },
};

const wanted = only.length ? pages.filter((page) => only.includes(page.id)) : pages;
let first = only.length === 0;
for (const [version, alias] of Object.entries(REACTS)) {
  const input = wanted
    .filter((page) => String(page.react ?? 19) === version)
    .flatMap((page) => ['', ...(page.parts ?? [])].map((part) => resolve(root, page.path, part, 'index.html')));
  if (input.length === 0) continue;
  await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => CUSTOM.has(tag) } } })],
    // @chatui/core's `browser` field names a script for a <script> tag, whose default export a bundler cannot import.
    resolve: { alias, dedupe: ['react', 'react-dom', 'vue'], mainFields: ['module', 'browser', 'jsnext:main', 'jsnext'] },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: 'dist',
      emptyOutDir: first,
      chunkSizeWarningLimit: 1e5,
      reportCompressedSize: false,
      rolldownOptions: { input },
    },
  });
  first = false;
}
