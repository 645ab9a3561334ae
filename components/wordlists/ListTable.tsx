import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import type { WordList } from '../../packs/word-lists';

interface Props {
  lists: WordList[];
  /** Which built-in lists are in use was set by an administrator. */
  locked: boolean;
  onSwitch(list: WordList, on: boolean): void;
  onExport(list: WordList): void;
  onBack(list: WordList): void;
}

/** The lists of words: which are in use, and where each comes from. */
export function ListTable({ lists, locked, onSwitch, onExport, onBack }: Props) {
  const { t, language } = useTexts();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('wordlists.list')}</th>
          <th scope="col">{t('wordlists.use')}</th>
          <th scope="col">{t('wordlists.origin')}</th>
          <th scope="col">{t('wordlists.entries')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('wordlists.export')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => {
          const name = textIn(list.pack.name, language);
          return (
            <tr key={list.pack.id}>
              <th scope="row">{name}</th>
              <td>
                <input
                  type="checkbox"
                  aria-label={t('wordlists.useOf', { list: name })}
                  checked={list.on}
                  disabled={locked && list.origin === 'builtIn'}
                  onChange={({ target }) => onSwitch(list, target.checked)}
                />
              </td>
              <td>
                {t(`wordlists.origins.${list.origin}`)} <small className="hint">{list.pack.release}</small>
              </td>
              <td className="number">{t('wordlists.entryCount', { count: list.pack.words?.length ?? 0 })}</td>
              <td>
                <div className="line">
                  <button type="button" aria-label={t('wordlists.exportOf', { list: name })} onClick={() => onExport(list)}>
                    {t('wordlists.export')}
                  </button>
                  {list.origin === 'copy' && (
                    <button type="button" onClick={() => onBack(list)}>
                      {t('wordlists.backToBuiltIn')}
                    </button>
                  )}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
