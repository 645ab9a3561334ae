import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Pack } from '../../packs/format';
import { textIn } from '../../packs/local-text';

/** Packs of replies, each a table by group; filtered by any text of a reply. */
export function ReplyTable({ packs }: { packs: Pack[] }) {
  const { t, language } = useTexts();
  const [filter, setFilter] = useState('');
  const ownLanguageFirst = packs.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  const wanted = filter.trim().toLowerCase();
  return (
    <>
      <input
        type="search"
        aria-label={t('lists.filter')}
        placeholder={t('lists.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {ownLanguageFirst.map((pack) => {
        const replies = (pack.replies ?? []).filter((reply) =>
          [reply.title, reply.group, reply.abbreviation, ...reply.bubbles].join('\n').toLowerCase().includes(wanted),
        );
        return (
          <section key={pack.id} aria-label={textIn(pack.name, language)}>
            <h2>
              {textIn(pack.name, language)}{' '}
              <small className="hint">{t('lists.repliesOf', { count: replies.length })}</small>
            </h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('lists.group')}</th>
                  <th scope="col">{t('lists.title')}</th>
                  <th scope="col">{t('lists.code')}</th>
                  <th scope="col">{t('lists.text')}</th>
                </tr>
              </thead>
              <tbody lang={pack.language}>
                {replies.map((reply) => (
                  <tr key={reply.id}>
                    <td>{reply.group}</td>
                    <td>{reply.title}</td>
                    <td>{reply.abbreviation && <code>{reply.abbreviation}</code>}</td>
                    <td className="text">{reply.bubbles.join('\n')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}
