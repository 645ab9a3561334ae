import { useTexts } from '../../locales/context';
import type { Hold } from '../../storage/records';
import { siteName, termName, whyText } from './names';

/** Messages that were held, and those that were sent all the same. */
export function HoldTable({ holds }: { holds: Hold[] }) {
  const { t, language } = useTexts();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <table>
      <thead>
        <tr>
          {(['when', 'words', 'action', 'whyHead', 'who', 'site'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`wordlists.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <tr key={hold.id} data-chatside="kept-hold" data-action={hold.action}>
            <td className="number">{when.format(hold.at)}</td>
            <td>
              {hold.hits.map(({ term, level }, at) => (
                <span key={`${term} ${at}`}>
                  {at > 0 && ' · '}
                  <span className={`level-${level}`}>{termName(t, term)}</span>
                </span>
              ))}
            </td>
            <td>{t(`wordlists.actions.${hold.action}`)}</td>
            <td>{whyText(t, hold)}</td>
            <td>{hold.author}</td>
            <td className="source">{siteName(t, hold.site)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
