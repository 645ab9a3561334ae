import { putPacks } from '../../storage/packs.ts';

/** Bundled, and run in a page of the extension: stores packs as the workbench does. */
Object.assign(globalThis, { putPacks });
