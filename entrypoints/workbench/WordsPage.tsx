import { useMemo, useState } from 'react';
import { compileWords, loadWords } from '../../banned-words';
import { TrialHits } from '../../components/workbench/TrialHits';
import { WordTable } from '../../components/workbench/WordTable';
import { useTexts } from '../../locales/context';
import { usePacks } from '../../storage/use-packs';

/** The word lists, and a place to try a text on them. */
export function WordsPage() {
  const { t } = useTexts();
  const packs = usePacks();
  const [text, setText] = useState('');
  const checker = useMemo(() => loadWords(compileWords(packs)), [packs]);
  return (
    <>
      <h1>{t('workbench.tabs.words')}</h1>
      <section className="trial" aria-label={t('lists.tryText')}>
        <h2>{t('lists.tryText')}</h2>
        <textarea
          rows={3}
          aria-label={t('lists.tryText')}
          placeholder={t('lists.tryHint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text && <TrialHits hits={checker.check(text)} />}
      </section>
      <WordTable packs={packs.filter((pack) => pack.words)} />
    </>
  );
}
