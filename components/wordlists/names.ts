import { patternRules } from '../../banned-words/patterns/rules';
import type { PatternName } from '../../banned-words/patterns/rules';
import type { Translate } from '../../locales';
import type { Hold } from '../../storage/records';
import type { WordException } from '../../storage/records-words';

/** A site as people call it. */
export const siteName = (t: Translate, site: string): string => (site === 'practice' ? t('wordlists.practice') : site);

/** What was found, as people call it: a pattern has a name on screen, a term is its own. */
export const termName = (t: Translate, term: string): string =>
  Object.hasOwn(patternRules, term) ? t(`wordlists.patternNames.${term as PatternName}`) : term;

/** The reasons that the panel offers, by the name that is stored; others are shown as they are. */
const whys = ['fact', 'quote', 'wrong-find'] as const;

/** Why a message was sent all the same, as it is read. */
export function whyText(t: Translate, { action, why }: Pick<Hold, 'action' | 'why'>): string {
  const known = whys.find((one) => one === why);
  if (known) return t(`words.whys.${known}`);
  return why || (action === 'sent-anyway' ? t('wordlists.noWhy') : '');
}

/** What an exception does now: a block stays held until the lead accepts it. */
export const stateOf = ({ acceptedAt, level }: WordException) =>
  acceptedAt !== null ? 'accepted' : level === 'block' ? 'waiting' : 'atOnce';
