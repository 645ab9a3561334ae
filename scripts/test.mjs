import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasProgram, installPackages, root, run, runNode, setUpBrowsers } from './setup.mjs';

/**
 * `npm test`: sets up what is missing, then types, lint, unit tests, builds, and the browser tests.
 * The last line counts all: `N passed, N failed`, and `, N skipped` for what this machine lacks.
 */
const soak = process.argv.includes('--soak');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function check(name, ok) {
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(name);
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  return ok;
}

function skip(name, why) {
  total.skipped += 1;
  console.log(`– ${name} skipped: ${why}`);
}

/** Runs the tests of some projects, and counts them. */
function vitest(name, projects, options = [], env = {}) {
  const file = join(root, '.output', `test-${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = run('vitest', ['run', ...projects.flatMap((project) => ['--project', project]), ...options, ...reporters], { ...env, CHATSIDE_SOAK: soak ? '1' : '' });
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests;
    total.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
    if (result.numFailedTests > 0) failures.push(`${name}: ${result.numFailedTests} tests`);
    // A file that did not even load has no failed test to count.
    else if (status) check(`${name} tests ran to their end`, false);
  } catch {
    check(`${name} tests ran`, false);
  }
}

function finish() {
  if (failures.length > 0) console.log(`\nFailed: ${failures.join('; ')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed > 0 ? 1 : 0);
}

mkdirSync(join(root, '.output'), { recursive: true });
if (!check('packages', installPackages())) finish();
// Mostly a wait for the network: it goes on beside the checks that need no pages.
const pagesLog = openSync(join(root, '.output', 'pages.log'), 'w');
const pages = spawn(process.execPath, [join(root, 'scripts', 'pages.mjs')], { cwd: root, stdio: ['ignore', pagesLog, pagesLog] });
const pagesDone = new Promise((resolve) => pages.once('exit', resolve));
const { chromium, firefox } = setUpBrowsers(['chromium', 'firefox']);
const env = { CHATSIDE_CHROMIUM: chromium ?? '', CHATSIDE_FIREFOX: firefox ?? '' };

check('wxt prepare', run('wxt', ['prepare', '--level', 'warn']) === 0);
check('types', run('tsc', ['--noEmit']) === 0);
check('lint', run('oxlint', []) === 0);
vitest('unit', ['unit']);

const built =
  check('release build', runNode('scripts/build.mjs', ['--level', 'warn']) === 0) &&
  check('test build', runNode('scripts/build.mjs', ['--mode', 'test', '--level', 'warn']) === 0);
const pagesBuilt = check('fixture pages', (await pagesDone) === 0);
if (!pagesBuilt) console.log(readFileSync(join(root, '.output', 'pages.log'), 'utf8').slice(-4000));
if (built && pagesBuilt) {
  const display = hasProgram('Xvfb') && hasProgram('xdotool') ? 'xvfb' : '';
  if (!chromium) skip('Chromium tests', 'no Chromium here');
  if (!firefox) skip('Firefox tests', 'no Firefox here');
  const projects = [chromium && 'chromium', firefox && 'firefox'].filter(Boolean);
  // Most of their time they wait for a page, so that two browsers share two cores well.
  // The long ones measure memory, and have the machine for themselves.
  const options = soak ? ['--no-file-parallelism'] : [];
  if (projects.length > 0) vitest('browser', projects, options, { ...env, CHATSIDE_DISPLAY: display });
}
finish();
