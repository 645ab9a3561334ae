import { installPackages, runNode, setUpBrowsers } from './setup.mjs';

/**
 * `npm start`: from a bare clone to the extension on the practice shop's chat. Without a display,
 * or with `-- --tour`, plays the main job itself.
 */
if (!installPackages()) process.exit(1);
const { chromium } = setUpBrowsers(['chromium']);
if (!chromium) process.exit(1);
if (runNode('scripts/build.mjs', ['--browser', 'chrome', '--mode', 'test', '--level', 'warn'])) process.exit(1);

const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform === 'darwin' || process.platform === 'win32';
const tour = !display || process.argv.includes('--tour');
process.exit(runNode(tour ? 'scripts/tour.ts' : 'scripts/open.ts', [], { CHATSIDE_CHROMIUM: chromium }));
