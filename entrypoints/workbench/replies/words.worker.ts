import { compileWords } from '../../../banned-words';
import type { Pack } from '../../../packs/format';

/** Compiles word lists apart from the page: it takes a second where there are many. */
self.addEventListener('message', ({ data }: MessageEvent<Pack[]>) => {
  self.postMessage(compileWords(data), {});
});
