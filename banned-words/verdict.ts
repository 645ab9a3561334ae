import type { Hit } from './hit.ts';
import { switchFor } from './settings.ts';
import type { WordSettings } from './settings.ts';

/** What is to happen with a send: held back, asked once, or let go. */
export interface Verdict {
  action: 'hold' | 'ask' | 'let';
  /** The hits that the action rests on; for `let`, those that are underlined only. */
  hits: Hit[];
}

/**
 * `block` holds the send, `warn` asks once, `advise` only underlines. The lead's switches are applied
 * here too, so that hits checked without them are judged the same.
 */
export function verdict(hits: readonly Hit[], settings?: WordSettings, site?: string): Verdict {
  const switched = hits.flatMap((hit): Hit[] => {
    const level = switchFor(settings, site, hit.category);
    return level === 'off' ? [] : [level ? { ...hit, level } : hit];
  });
  const at = (level: Hit['level']) => switched.filter((hit) => hit.level === level);
  const blocked = at('block');
  if (blocked.length) return { action: 'hold', hits: blocked };
  const warned = at('warn');
  if (warned.length) return { action: 'ask', hits: warned };
  return { action: 'let', hits: switched };
}
