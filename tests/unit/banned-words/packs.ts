import { loadWords, compileWords } from '../../../banned-words';
import type { WordChecker } from '../../../banned-words';
import type { CompileOptions } from '../../../banned-words';
import { packSchema } from '../../../packs/format';
import type { BannedWord, Pack } from '../../../packs/format';

/** An entry with what every entry needs; `rest` says what matters to the test. */
export const entry = (term: string, rest: Partial<BannedWord> = {}): BannedWord => ({ term, category: 'adlaw', level: 'block', reason: 'test', ...rest });

export const packOf = (words: BannedWord[], rest: Partial<Pack> = {}): Pack =>
  packSchema.parse({ format: 'chatside-pack', version: 1, id: 'test', name: 'test', language: 'zh-CN', release: '1', words, ...rest });

/** A checker whose list has been through JSON, as on its way to the page. */
export const checkerOf = (words: BannedWord[], rest: Partial<Pack> = {}, options?: CompileOptions): WordChecker =>
  loadWords(JSON.parse(JSON.stringify(compileWords([packOf(words, rest)], options))));
