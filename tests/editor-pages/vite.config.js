import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

const require = createRequire(import.meta.url);

/** Draft.js ended before React 19 (it needs `findDOMNode`): it and its page get React 18. */
function draftOnReact18() {
  return {
    name: 'draft-on-react-18',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !/draft|fbjs|react-dom18|react18/.test(importer)) return null;
      const found = /^(react|react-dom)(\/.*)?$/.exec(source);
      return found ? require.resolve(`${found[1]}18${found[2] ?? ''}`) : null;
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [draftOnReact18()],
  define: { global: 'globalThis', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  build: { target: 'esnext', chunkSizeWarningLimit: 5000, reportCompressedSize: false },
});
