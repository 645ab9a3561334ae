import { useLiveQuery } from '../../../storage/use-live';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { EntryDetail } from '../../../components/wordlists/EntryDetail';
import { EntryFilter } from '../../../components/wordlists/EntryFilter';
import { EntryForm } from '../../../components/wordlists/EntryForm';
import { EntryList } from '../../../components/wordlists/EntryList';
import { useTexts } from '../../../locales/context';
import type { BannedWord } from '../../../packs/format';
import { textIn } from '../../../packs/local-text';
import { filterRows, placeOf, rowsOf, withoutWord, withWord } from '../../../packs/word-lists';
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
/** The same entry, also after the lists were read anew. */
const isSame = (row: WordRow, other: WordRow | null) =>
  row.list.pack.id === other?.list.pack.id && row.word.term === other.word.term && row.word.category === other.word.category;
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
  /** The form: closed, for a new entry, or for one as it was when the form was opened. Another may be picked meanwhile. */
  const [form, setForm] = useState<WordRow | 'new' | null>(null);
  /** What stands in the form. */
  const [written, setWritten] = useState<BannedWord | null>(null);
  const listBox = useRef<HTMLDivElement>(null);
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
  const edited = form === 'new' ? null : form;
  const write = (what: WordRow | null) => {
    setWritten(what && what.word);
    setForm(what ?? 'new');
  };
  const close = () => {
    setForm(null);
    listBox.current?.focus();
  };
  const save = async (entry: BannedWord, list: string) => {
    let index: number | null = null;
    const undo = await changeWords(packOf(list), (words) => {
      index = edited && placeOf(words, edited);
      return withWord(words, entry, index);
    });
    setPlace({ list, index: index ?? 0 });
    close();
    say(t('wordlists.saved', { term: entry.term }), undo);
  };
  const remove = async (gone: WordRow) => {
    const { pack } = gone.list;
    const undo = await changeWords(pack, (words) => withoutWord(words, placeOf(words, gone)));
    setPlace(null);
    listBox.current?.focus();
    say(t('wordlists.deleted', { term: gone.word.term, list: textIn(pack.name, language) }), undo);
  };
  return (
    <>
      <TryText lists={lists} settings={settings.words} exceptions={exceptions} sites={sites} />
      <h2>{t('wordlists.entries')}</h2>
      <div className="line">
        <EntryFilter filter={filter} lists={lists} categories={categories} shown={shown.length} onChange={setFilter} />
        <button type="button" className="primary" data-chatside="entry-add" disabled={form !== null} onClick={() => write(null)}>
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
          }}
          onOpen={() => {
            if (row && !form && row.list.origin !== 'subscription') write(row);
          }}
          box={listBox}
        />
        {!form && row && <EntryDetail row={row} onEdit={() => write(row)} onDelete={() => void remove(row)} />}
        {!form && !row && <p className="hint">{t('wordlists.pickOne')}</p>}
        {form && (
          <EntryForm
            row={edited}
            targets={targets}
            categories={categories}
            others={(term) => rows.filter((one) => one.word.term === term && !isSame(one, edited)).map(({ list }) => list)}
            trial={written && <TrialOnSent entry={written} row={edited} settings={settings} language={language} />}
            onEntry={setWritten}
            onSave={save}
            onCancel={close}
          />
        )}
      </div>
    </>
  );
}
