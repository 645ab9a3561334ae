import type { BannedWord, Pack } from '../packs/format.ts';
import { loadWords } from './check.ts';
import { compileWords } from './compile.ts';
import type { Hit } from './hit.ts';
import { patternRules } from './patterns/rules.ts';
import type { WordSettings } from './settings.ts';
import { verdict } from './verdict.ts';

/** A sent message in which an entry finds something. */
export interface TrialFind<M> {
  message: M;
  hits: Hit[];
  /** What would have happened to it for this entry alone. */
  action: 'held' | 'asked' | 'underlined';
}

const actions = { hold: 'held', ask: 'asked', let: 'underlined' } as const;

/**
 * What one entry of a pack would have done to messages that were sent: each that it finds something
 * in, in their order. The lead's switches count; other entries and patterns do not.
 */
export function tryEntry<M extends { text: string; site: string }>(
  entry: BannedWord,
  pack: Pack,
  messages: readonly M[],
  settings: WordSettings,
): TrialFind<M>[] {
  const checker = loadWords(compileWords([{ ...pack, words: [entry] }]));
  const alone = { ...settings, patternsOff: Object.keys(patternRules) };
  return messages.flatMap((message) => {
    const hits = checker.check(message.text, { site: message.site, settings: alone });
    return hits.length === 0 ? [] : [{ message, hits, action: actions[verdict(hits).action] }];
  });
}
