import { useLiveQuery } from '../../../storage/use-live';
import { ExceptionTable } from '../../../components/wordlists/ExceptionTable';
import { stateOf } from '../../../components/wordlists/names';
import { useTexts } from '../../../locales/context';
import { textIn } from '../../../packs/local-text';
import { placeOf, withWord } from '../../../packs/word-lists';
import type { WordRow } from '../../../packs/word-lists';
import { acceptExceptions, allExceptions, putExceptions, removeExceptions } from '../../../storage/exceptions';
import { exceptionsAsCsv } from '../../../components/wordlists/as-csv';
import type { WordException } from '../../../storage/records-words';
import { changeWords } from '../../../storage/word-lists';
import { saveFile } from '../../popup/save-file';
import { useSaid } from './use-said';
import { useWordLists } from './use-word-lists';

/** Longest exception of an entry, in UTF-16 code units, and most of them; as the pack format has it. */
const LONGEST = 100;
const MOST = 300;

/** What agents said is no fault. */
export function ExceptionsPart() {
  const { t, language } = useTexts();
  const lists = useWordLists();
  const { say, line } = useSaid();
  const stored = useLiveQuery(allExceptions, [])?.records ?? [];
  const exceptions = stored.toSorted((a, b) => Number(stateOf(b) === 'waiting') - Number(stateOf(a) === 'waiting') || b.at - a.at);

  const entryOf = ({ pack, term }: WordException): WordRow | null => {
    const list = lists.find((one) => one.pack.id === pack);
    const index = list?.pack.words?.findIndex((word) => word.term === term) ?? -1;
    const word = list?.pack.words?.[index];
    return list && word ? { list, index, word } : null;
  };
  // A phrase that is the word itself would excuse it everywhere; a subscribed list is changed by its publisher.
  const mayList = (exception: WordException): boolean => {
    const row = entryOf(exception);
    return row !== null && row.list.origin !== 'subscription' && !exception.whole && exception.text.length <= LONGEST && (row.word.exceptions?.length ?? 0) < MOST;
  };
  const putIntoList = async (exception: WordException) => {
    const row = entryOf(exception);
    if (!row) return;
    const { list, word } = row;
    const undoWords = await changeWords(list.pack, (words) =>
      withWord(words, { ...word, exceptions: [...new Set([...(word.exceptions ?? []), exception.text])] }, placeOf(words, row)),
    );
    const removed = await removeExceptions([exception.id]);
    say(t('wordlists.inListNow', { text: exception.text, term: exception.term, list: textIn(list.pack.name, language) }), async () => {
      await undoWords();
      await putExceptions(removed);
    });
  };
  const takeBack = async (exception: WordException) => {
    const removed = await removeExceptions([exception.id]);
    say(t('wordlists.takenBack', { text: exception.text }), () => putExceptions(removed));
  };
  return (
    <>
      <p className="lead">{t('wordlists.exceptionsHint')}</p>
      {line}
      {exceptions.length === 0 ? (
        <p className="hint">{t('wordlists.noExceptions')}</p>
      ) : (
        <>
          <button
            type="button"
            onClick={() => say(t('wordlists.exported', { file: saveFile('chatside-exceptions', 'csv', exceptionsAsCsv(exceptions, t)) }))}
          >
            {t('wordlists.exportCsv')}
          </button>
          <ExceptionTable
            exceptions={exceptions}
            mayList={mayList}
            onAccept={({ id }, accepted) => void acceptExceptions([id], accepted)}
            onList={(exception) => void putIntoList(exception)}
            onTakeBack={(exception) => void takeBack(exception)}
          />
        </>
      )}
    </>
  );
}
