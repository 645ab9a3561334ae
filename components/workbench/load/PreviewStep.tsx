import { useState } from 'react';
import { useTexts } from '../../../locales/context';
import type { ClashChoice, LoadChoice } from '../../../packs/editing/load';
import { textIn } from '../../../packs/local-text';
import { faultSentence, textEncodings } from '../../../packs/readers';
import type { Mapping, TextEncoding } from '../../../packs/readers';
import type { PackItem } from '../replies/view';
import { ItemList } from './ItemList';
import { MappingTable } from './MappingTable';
import { itemStates } from './view';
import type { Counts, Found, Item, ItemState } from './view';

interface Props {
  found: Found;
  counts: Counts;
  /** The pack that it goes into; null: a new one. */
  against: string | null;
  targets: readonly PackItem[];
  onCorrect(correct: { mapping?: Mapping; encoding?: TextEncoding }): void;
  onTarget(pack: string | null): void;
  list(state: ItemState, from: number, to: number): Promise<Item[]>;
  onStore(name: string | undefined, choice: LoadChoice): void;
  onBack(): void;
}

const clashChoices: ClashChoice[] = ['drop', 'take', 'skip'];

/** What would be loaded, before anything is: to be corrected, aimed, and looked through. */
export function PreviewStep({ found, counts, against, targets, onCorrect, onTarget, list, onStore, onBack }: Props) {
  const { t, language } = useTexts();
  const [name, setName] = useState(() => (found.pack ? textIn(found.pack.name, language) : found.name.replace(/(\.chatside)?\.[^.]*$/, '')));
  const [choice, setChoice] = useState<LoadChoice>({ clashes: 'drop', replaceChanged: true });
  const first = itemStates.find((state) => counts[state] > 0) ?? 'new';
  const [chosen, setTab] = useState<ItemState | 'faults' | null>(null);
  const tab = chosen ?? (found.replies === 0 && found.faults.length > 0 ? 'faults' : first);
  const refused = found.replies + found.words === 0;
  const loads = counts.new + (choice.replaceChanged ? counts.changed : 0) + (choice.clashes === 'skip' ? 0 : counts.clashing);
  const words = counts.words.new + counts.words.changed;
  const faults = found.faults.map((fault) => faultSentence(fault, found.name, language));
  return (
    <div className="preview-step" data-chatside="load-preview">
      <div className="line">
        <b>{t('load.found', { name: found.name, format: t(`load.formats.${found.format}`) })}</b>
        {(found.encoding ?? faults.length > 0) && !/\.xlsx?$/i.test(found.name) && (
          <label>
            {t('load.encoding')}{' '}
            <select value={found.encoding ?? ''} onChange={(event) => onCorrect({ encoding: event.target.value as TextEncoding })} data-chatside="load-encoding">
              {!found.encoding && <option value="">—</option>}
              {textEncodings.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encoding.toUpperCase()}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {found.mapping && <MappingTable mapping={found.mapping} onChange={(mapping) => onCorrect({ mapping, ...(found.encoding && { encoding: found.encoding }) })} />}
      {refused ? (
        <div role="alert" className="refused" data-chatside="load-refused">
          {faults.slice(0, 20).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>{t('load.nothingStored')}</p>
        </div>
      ) : (
        <>
          <div className="line targets">
            <label>
              {t('load.into')}{' '}
              <select value={against ?? ''} onChange={(event) => onTarget(event.target.value || null)} data-chatside="load-target">
                <option value="">{t('load.newPack')}</option>
                {targets.map((pack) => (
                  <option key={pack.id} value={pack.id}>
                    {textIn(pack.name, language)}
                  </option>
                ))}
              </select>
            </label>
            {against === null && (
              <label>
                {t('load.newName')} <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} data-chatside="load-name" />
              </label>
            )}
            {counts.changed + counts.clashing > 0 && against !== null && (
              <label>
                <input type="checkbox" checked={choice.replaceChanged} onChange={(event) => setChoice({ ...choice, replaceChanged: event.target.checked })} /> {t('load.replace')}
              </label>
            )}
            {counts.clashing > 0 && (
              <label>
                {t('load.clashes')}{' '}
                <select value={choice.clashes} onChange={(event) => setChoice({ ...choice, clashes: event.target.value as ClashChoice })} data-chatside="load-clashes">
                  {clashChoices.map((one) => (
                    <option key={one} value={one}>
                      {t(`load.clash.${one}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          {found.words > 0 && <p>{t('load.words', { added: counts.words.new, changed: counts.words.changed, same: counts.words.same })}</p>}
          <div className="line" role="group" aria-label={t('load.heading')}>
            {itemStates.map((state) => (
              <button key={state} type="button" aria-pressed={tab === state} onClick={() => setTab(state)} data-chatside="load-tab" data-state={state}>
                {t(`load.states.${state}`)} <b>{counts[state]}</b>
              </button>
            ))}
            <button type="button" aria-pressed={tab === 'faults'} onClick={() => setTab('faults')} data-chatside="load-tab" data-state="faults">
              {t('load.states.faults')} <b>{faults.length}</b>
            </button>
          </div>
          {tab === 'faults' ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keys
            <div className="item-list" tabIndex={0} role="region" aria-label={t('load.states.faults')}>
              {faults.length > 0 && <p className="hint">{t('load.faultsHint')}</p>}
              <ol className="faults">
                {faults.map((sentence, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two rows may have the same fault
                  <li key={at}>{sentence}</li>
                ))}
              </ol>
            </div>
          ) : (
            <ItemList key={`${tab} ${against ?? ''} ${counts[tab]}`} state={tab} count={counts[tab]} list={list} />
          )}
        </>
      )}
      <div className="line actions">
        {!refused && (
          <button
            type="button"
            className="primary"
            disabled={loads + words === 0 || (against === null && name.trim() === '')}
            onClick={() => onStore(against === null ? name.trim() : undefined, choice)}
            data-chatside="load-store"
          >
            {loads > 0 ? t('load.load', { count: loads }) : t('load.loadWords')}
          </button>
        )}
        <button type="button" onClick={onBack}>
          {t('load.back')}
        </button>
        {!refused && loads + words === 0 && <span className="hint">{t('load.nothingNew')}</span>}
      </div>
    </div>
  );
}
