import { run } from './setup.mjs';

/**
 * `npm run build [-- --mode test]` builds for Chromium and Firefox, or for one with
 * `--browser chrome`; with `--zip` it packs them for the stores. Other arguments go to WXT.
 */
const args = process.argv.slice(2);
const zip = take('--zip');
const only = takeValue('--browser');

for (const browser of only ? [only] : ['chrome', 'firefox']) {
  // A test build differs from the release in its manifest and one flag, not in the React it runs.
  const status = run('wxt', [zip ? 'zip' : 'build', '--browser', browser, '--mv3', ...args], { NODE_ENV: 'production' });
  if (status) process.exit(status);
}

function take(flag) {
  const at = args.indexOf(flag);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}

function takeValue(flag) {
  const at = args.indexOf(flag);
  return at >= 0 ? args.splice(at, 2)[1] : undefined;
}
