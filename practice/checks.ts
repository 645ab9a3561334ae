import type { MustNot, Need, Step } from './scenes';

/** Full-width to half-width, lower case, straight apostrophes, one blank for many. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}

/**
 * Whether `text` holds one of the phrases. A phrase that begins with a Latin letter must begin a
 * word ("size" is not in "oversize"); blanks between Chinese characters do not matter.
 */
export function containsAny(text: string, phrases: readonly string[]): boolean {
  const folded = plain(text);
  const joined = folded.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
  return phrases.some((phrase) => {
    const wanted = plain(phrase);
    if (!/^[a-z]/.test(wanted)) return joined.includes(wanted) || folded.includes(wanted);
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      if (!/[a-z]/.test(folded[at - 1] ?? '')) return true;
    }
    return false;
  });
}

/** Whether the answer that was given lets this step be said. */
export function stepApplies(step: Step, answer: string): boolean {
  const { contains, lacks } = step.onlyIf ?? {};
  return (!contains || containsAny(answer, contains)) && (!lacks || !containsAny(answer, lacks));
}

/** The needs that none of the agent's messages met. */
export function unmet(needs: readonly Need[], agentTexts: readonly string[]): Need[] {
  const all = agentTexts.join('\n');
  return needs.filter((need) => !containsAny(all, need.anyOf));
}

/** What a single message of the agent breaks. */
export function broken(rules: readonly MustNot[], text: string): MustNot[] {
  return rules.filter((rule) => containsAny(text, rule.anyOf) && !(rule.unless && containsAny(text, rule.unless)));
}
