import { useDeferredValue, useMemo, useState } from 'react';
import { compileWords, Excuses, loadWords } from '../../../banned-words';
import type { WordChecker } from '../../../banned-words';
import { Explained } from '../../../components/wordlists/Explained';
import { siteName } from '../../../components/wordlists/names';
import { useTexts } from '../../../locales/context';
import type { Pack } from '../../../packs/format';
import { textIn } from '../../../packs/local-text';
import type { WordList } from '../../../packs/word-lists';
import type { WordException } from '../../../storage/records-words';
import type { Settings } from '../../../storage/settings';

interface Props {
  lists: WordList[];
  settings: Settings['words'];
  exceptions: WordException[];
  sites: string[];
}

/** The last list that was compiled: tens of thousands of words take a second, and the page is left and come back to. */
let compiled: { packs: Pack[]; checker: WordChecker } | undefined;

function checkerOf(packs: Pack[]): WordChecker {
  const same = compiled?.packs.length === packs.length && packs.every((pack, at) => pack === compiled?.packs[at]);
  if (!compiled || !same) compiled = { packs, checker: loadWords(compileWords(packs)) };
  return compiled.checker;
}

/** A place to try a text on the lists in use, as on one of the sites. */
export function TryText({ lists, settings, exceptions, sites }: Props) {
  const { t, language } = useTexts();
  const [text, setText] = useState('');
  const [customerText, setCustomerText] = useState('');
  const [site, setSite] = useState('');
  const tried = useDeferredValue(text);
  const excuses = useMemo(
    () => new Excuses(exceptions.filter((one) => one.site === site).map((one) => ({ ...one, accepted: one.acceptedAt !== null }))),
    [exceptions, site],
  );
  const packs = useMemo(() => lists.filter(({ on }) => on).map(({ pack }) => pack), [lists]);
  const explanation = useMemo(() => {
    const context = { settings, excuses, ...(site && { site }), ...(customerText && { customerText }) };
    return tried ? checkerOf(packs).explain(tried, context) : null;
  }, [tried, packs, settings, excuses, site, customerText]);
  const names = new Map(lists.map(({ pack }) => [pack.id, textIn(pack.name, language)]));
  return (
    <section className="trial" aria-label={t('wordlists.tryText')}>
      <h2>{t('wordlists.tryText')}</h2>
      <textarea
        rows={3}
        aria-label={t('wordlists.tryText')}
        placeholder={t('wordlists.tryHint')}
        data-chatside="try-text"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text && (
        <div className="line">
          <label>
            {t('wordlists.trySite')}{' '}
            <select value={site} onChange={({ target }) => setSite(target.value)}>
              <option value="">{t('wordlists.anySite')}</option>
              {sites.map((one) => (
                <option key={one} value={one}>
                  {siteName(t, one)}
                </option>
              ))}
            </select>
          </label>
          <label className="grow">
            {t('wordlists.tryCustomer')} <input value={customerText} onChange={({ target }) => setCustomerText(target.value)} />
          </label>
        </div>
      )}
      {explanation && <Explained text={tried} explanation={explanation} listName={(id) => names.get(id) ?? t('wordlists.inPatterns')} />}
    </section>
  );
}
