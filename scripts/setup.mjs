import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Set-up from a bare clone: packages, and browsers where this machine lets us install them. Plain
 * JavaScript without packages, for the Node 20 that a newcomer has; everything after it runs on the
 * Node that the lock file brings.
 */

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** Names and usual places of the browsers, the ones that load an unpacked extension first. */
const browsers = {
  chromium: {
    variable: 'CHATSIDE_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing', 'microsoft-edge', 'msedge'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'CHATSIDE_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    debian: 'firefox-esr',
  },
};

/** Other programs that the browser tests use where they are there. */
const programs = { Xvfb: 'xvfb', xdotool: 'xdotool', nginx: 'nginx' };

/** Runs a command in the project's folder, its output shown; returns its exit code. */
export function run(command, args, env = {}) {
  const bin = join(root, 'node_modules', '.bin');
  const path = `${bin}${delimiter}${process.env.PATH}`;
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
    env: { ...process.env, PATH: path, ...env },
  });
  if (error) process.stderr.write(`${command}: ${error.message}\n`);
  return status ?? 1;
}

/** Runs one of our scripts on the Node that the lock file brings. */
export function runNode(script, args = [], env = {}) {
  return run(join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node'), [script, ...args], env);
}

/**
 * Installs the packages of the lock file in `folder`, unless exactly these are installed.
 * @returns false when npm failed
 */
export function installPackages(folder = '.') {
  const lock = readFileSync(join(root, folder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, folder, 'node_modules', '.chatside-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  console.log(`Installing packages${folder === '.' ? '' : ` of ${folder}`} …`);
  const failed = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]);
  if (failed) return false;
  mkdirSync(join(root, folder, 'node_modules'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, windows ? `${name}.exe` : name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return null;
}

/** The path of a browser, or null. A variable overrides what is found. */
export function findBrowser(kind) {
  const { variable, names, places } = browsers[kind];
  return process.env[variable] || onPath(names) || places.find((place) => existsSync(place)) || null;
}

/** Whether a program is there. */
export function hasProgram(name) {
  return onPath([name]) !== null;
}

/**
 * Finds the browsers; on Debian as root it installs what is missing of them. Elsewhere says in one
 * line how to get one.
 * @param kinds which are needed
 * @returns their paths, null for one that is not to be had
 */
export function setUpBrowsers(kinds) {
  const missing = kinds.filter((kind) => !findBrowser(kind)).map((kind) => browsers[kind].debian);
  missing.push(...Object.entries(programs).filter(([name]) => !hasProgram(name)).map(([, deb]) => deb));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const packages = [...missing, 'fonts-noto-cjk'];
    console.log(`Installing ${packages.join(', ')} …`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
  }
  const found = Object.fromEntries(kinds.map((kind) => [kind, findBrowser(kind)]));
  for (const kind of kinds) {
    if (!found[kind])
      console.log(
        `No ${kind} found: install it with your system's package manager (Debian: apt-get install ${browsers[kind].debian}), or set ${browsers[kind].variable} to its path.`,
      );
  }
  return found;
}
