import { installPackages, run } from './setup.mjs';

/**
 * Installs and builds the fixture pages: projects of their own, so that the product's dependency
 * tree stays small. `node scripts/pages.mjs [FOLDER…]`
 */
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['tests/chat-pages', 'tests/editor-pages'];
for (const folder of folders) {
  if (!installPackages(folder) || run('npm', ['run', 'build', '--silent', '--prefix', folder])) {
    console.log(`${folder} could not be built`);
    process.exit(1);
  }
}
