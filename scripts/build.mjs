import { run } from './setup.mjs';

/**
 * `npm run build [-- --mode test]` builds for Chromium and Firefox; with `--zip` it packs them for
 * the stores. Other arguments go to WXT.
 */
const args = process.argv.slice(2);
const zip = args.includes('--zip');
const rest = args.filter((arg) => arg !== '--zip');

for (const browser of ['chrome', 'firefox']) {
  const status = run('wxt', [zip ? 'zip' : 'build', '--browser', browser, '--mv3', ...rest]);
  if (status) process.exit(status);
}
