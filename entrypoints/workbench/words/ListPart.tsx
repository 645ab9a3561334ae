import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { EntryDetail } from '../../../components/wordlists/EntryDetail';
import { EntryFilter } from '../../../components/wordlists/EntryFilter';
import { EntryForm } from '../../../components/wordlists/EntryForm';
import { EntryList } from '../../../components/wordlists/EntryList';
import { useTexts } from '../../../locales/context';
import type { BannedWord } from '../../../packs/format';
import { textIn } from '../../../packs/local-text';
import { filterRows, rowsOf, withoutWord, withWord } from '../../../packs/word-lists';
import type { WordFilter, WordRow } from '../../../packs/word-lists';
import { allExceptions } from '../../../storage/exceptions';
import { useSettings } from '../../../storage/use-settings';
import { changeWords, emptyOwnList, OWN_LIST } from '../../../storage/word-lists';
import { TrialOnSent } from './TrialOnSent';
import { TryText } from './TryText';
import { useSaid } from './use-said';
import { useSites } from './use-sites';
import { useCategories, useWordLists } from './use-word-lists';

/** An entry by its place; it stays the same one while the list is filtered otherwise. */
interface Place {
  list: string;
  index: number;
}

const isAt = (place: Place | null) => (row: WordRow) => row.index === place?.index && row.list.pack.id === place.list;
const everything: WordFilter = { text: '', category: '', level: '', list: '' };

/** Trying a text; and the entries of all lists, to be found, written, changed and deleted. */
export function ListPart() {
  const { t, language } = useTexts();
  const settings = useSettings();
  const lists = useWordLists();
  const categories = useCategories(lists);
  const sites = useSites(settings?.words);
  const exceptions = useLiveQuery(allExceptions, [])?.records ?? [];
  const { say, line } = useSaid();
  const [filter, setFilter] = useState(everything);
  const [place, setPlace] = useState<Place | null>(null);
  const [editing, setEditing] = useState<'no' | 'change' | 'new'>('no');
  /** What stands in the form. */
  const [written, setWritten] = useState<BannedWord | null>(null);
  const rows = useMemo(() => rowsOf(lists), [lists]);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, wanted), [rows, wanted]);
  const row = rows.find(isAt(place)) ?? null;
  if (!settings) return null;

  const own = lists.filter(({ origin }) => origin === 'own' || origin === 'file');
  const targets = [
    ...own.map(({ pack }) => ({ id: pack.id, name: textIn(pack.name, language) })),
    ...(own.some(({ pack }) => pack.id === OWN_LIST) ? [] : [{ id: OWN_LIST, name: t('wordlists.newList') }]),
  ];
  const packOf = (id: string) => lists.find(({ pack }) => pack.id === id)?.pack ?? emptyOwnList(language);
  const save = async (entry: BannedWord, list: string) => {
    const index = editing === 'change' && row ? row.index : null;
    const undo = await changeWords(packOf(list), (words) => withWord(words, entry, index));
    setPlace({ list, index: index ?? 0 });
    setEditing('no');
    say(t('wordlists.saved', { term: entry.term }), undo);
  };
  const remove = async ({ list, index, word }: WordRow) => {
    const undo = await changeWords(list.pack, (words) => withoutWord(words, index));
    setPlace(null);
    say(t('wordlists.deleted', { term: word.term, list: textIn(list.pack.name, language) }), undo);
  };
  const write = (what: WordRow | null) => {
    setWritten(what && what.word);
    setEditing(what ? 'change' : 'new');
  };
  const changed = editing === 'change' ? row : null;
  return (
    <>
      <TryText lists={lists} settings={settings.words} exceptions={exceptions} sites={sites} />
      <h2>{t('wordlists.entries')}</h2>
      <div className="line">
        <EntryFilter filter={filter} lists={lists} categories={categories} shown={shown.length} onChange={setFilter} />
        <button type="button" className="primary" data-chatside="entry-add" onClick={() => write(null)}>
          {t('wordlists.add')}
        </button>
      </div>
      {line}
      <div className="entries">
        <EntryList
          rows={shown}
          selected={shown.findIndex(isAt(place))}
          onSelect={(at) => {
            const picked = shown[at];
            if (!picked) return;
            setPlace({ list: picked.list.pack.id, index: picked.index });
            setEditing('no');
          }}
        />
        {editing === 'no' && row && <EntryDetail row={row} onEdit={() => write(row)} onDelete={() => void remove(row)} />}
        {editing === 'no' && !row && <p className="hint">{t('wordlists.pickOne')}</p>}
        {editing !== 'no' && (
          <EntryForm
            key={editing === 'new' ? 'new' : `${place?.list} ${place?.index}`}
            row={changed}
            targets={targets}
            categories={categories}
            others={(term) => rows.filter((one) => one.word.term === term && one !== changed).map(({ list }) => list)}
            trial={written && <TrialOnSent entry={written} row={changed} settings={settings} language={language} />}
            onEntry={setWritten}
            onSave={save}
            onCancel={() => setEditing('no')}
          />
        )}
      </div>
    </>
  );
}
