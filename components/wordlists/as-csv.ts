import Papa from 'papaparse';
import { categoryName } from '../category';
import { siteName, stateOf, termName, whyText } from './names';
import type { Translate } from '../../locales';
import type { Hold } from '../../storage/records';
import type { WordException } from '../../storage/records-words';

/** Leading characters that make a spreadsheet run a cell as a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

/** For Excel: UTF-8 with a byte order mark, CRLF, formulas defused. */
const csvOf = (head: string[], rows: string[][]): string =>
  `\uFEFF${Papa.unparse([head, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;

/** What agents said is no fault, one row each; times in UTC as ISO 8601. */
export function exceptionsAsCsv(exceptions: WordException[], t: Translate): string {
  const head = [
    t('wordlists.when'), t('wordlists.who'), t('wordlists.site'), t('lists.term'), t('wordlists.phrase'), t('lists.category'), t('lists.level'), t('wordlists.state'),
  ];
  const rows = exceptions.map((one) => [
    new Date(one.at).toISOString(),
    one.author,
    siteName(t, one.site),
    termName(t, one.term),
    one.text,
    categoryName(t, one.category),
    t(`level.${one.level}`),
    t(`wordlists.states.${stateOf(one)}`),
  ]);
  return csvOf(head, rows);
}

/** Held sends and those sent all the same, one row each; times in UTC as ISO 8601. */
export function holdsAsCsv(holds: Hold[], t: Translate): string {
  const head = [t('wordlists.when'), t('wordlists.who'), t('wordlists.site'), t('wordlists.words'), t('lists.level'), t('wordlists.action'), t('wordlists.whyHead')];
  const rows = holds.map((hold) => [
    new Date(hold.at).toISOString(),
    hold.author,
    siteName(t, hold.site),
    hold.hits.map(({ term }) => termName(t, term)).join(' · '),
    hold.hits.map(({ level }) => t(`level.${level}`)).join(' · '),
    t(`wordlists.actions.${hold.action}`),
    whyText(t, hold),
  ]);
  return csvOf(head, rows);
}
