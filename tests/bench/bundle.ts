import { build } from 'vite';

/** A module with all that it imports as one script, to be run in a page. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const bundles = Array.isArray(built) ? built : [built];
  return bundles.flatMap((one) => ('output' in one ? one.output : [])).flatMap((file) => ('code' in file ? file.code : []))[0] as string;
}
