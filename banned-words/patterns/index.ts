import type { Rule } from '../compact.ts';
import type { Find } from '../find.ts';
import { isDigit, isLatin } from '../fold.ts';
import type { Folded } from '../fold.ts';
import type { WordSettings } from '../settings.ts';
import { findAddresses } from './addresses.ts';
import { findHandles } from './handles.ts';
import { findNumbers } from './numbers.ts';
import { patternRules } from './rules.ts';
import type { PatternFind, PatternName } from './rules.ts';

/** Pack that hits of patterns name as theirs. */
const PACK = 'patterns';
/** Words go before patterns where both claim the same. */
const ORDER = 1e9;

const rules = Object.fromEntries(
  Object.entries(patternRules).map(([name, rule]) => [name, { ...rule, pack: PACK, mayOverride: true } satisfies Rule]),
) as Record<PatternName, Rule>;

/** Fewest digits that a number of ours, or a QQ number, has. */
const FEWEST = 5;

const none: PatternFind[] = [];

/** Everything in the text that one of the patterns describes, by start. */
function findPatterns(folded: Folded, allowedDomains: readonly string[] | undefined): PatternFind[] {
  const { text, units, length } = folded;
  let digits = 0;
  let latin = 0;
  let run = 0;
  let longest = 0;
  for (let index = 0; index < length; index++) {
    const unit = units[index] as number;
    if (isDigit(unit)) digits++;
    else if (isLatin(unit)) latin++;
    else {
      run = 0;
      continue;
    }
    if (++run > longest) longest = run;
  }
  if (digits < FEWEST && longest < 2) return none;
  return [
    ...(digits >= FEWEST ? findNumbers(folded) : []),
    ...(latin >= 2 ? findAddresses(text, allowedDomains) : []),
    ...(longest >= FEWEST ? findHandles(folded) : []),
  ].sort((a, b) => a.start - b.start);
}

/** The patterns' finds for the checker, with what makes them innocent. */
export function patternFinds(
  folded: Folded,
  exceptions: Readonly<Record<string, readonly string[]>>,
  settings: WordSettings | undefined,
): Find[] {
  return findPatterns(folded, settings?.allowedDomains).map(({ name, start, end, context, allowed }) => {
    const rule = rules[name];
    const find: Find = { start, end, term: name, rule, level: rule.level, order: ORDER, begin: 0, last: 0 };
    const text = folded.text.slice(start, end);
    const excused = exceptions[name]?.find((exception) => exception.includes(text));
    if (settings?.patternsOff?.includes(name)) find.pardon = 'off';
    else if (allowed !== undefined) Object.assign(find, { pardon: 'allowed', by: allowed });
    else if (context !== undefined) Object.assign(find, { pardon: 'context', by: context });
    else if (excused !== undefined) Object.assign(find, { pardon: 'exception', by: excused });
    return find;
  });
}
