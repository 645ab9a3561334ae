import { useTexts } from '../../locales/context';
import type { EntryDraft, NearDraft } from '../../packs/entry-draft';
import { foldingNames } from '../../packs/format';

interface Props {
  draft: EntryDraft;
  onChange(change: Partial<EntryDraft>): void;
}

/** The fields of an entry that few need: spellings, words near it, foldings, source. */
export function MoreFields({ draft, onChange }: Props) {
  const { t } = useTexts();
  const lines = (field: 'variants' | 'cuedVariants' | 'syllables', hint: string) => (
    <label>
      {t(`wordlists.${field}`)}
      <textarea rows={3} placeholder={hint} value={draft[field]} onChange={({ target: { value } }) => onChange({ [field]: value })} />
    </label>
  );
  return (
    <details>
      <summary>{t('wordlists.more')}</summary>
      {lines('variants', t('wordlists.onePerLine'))}
      {lines('syllables', t('wordlists.syllablesHint'))}
      {lines('cuedVariants', t('wordlists.onePerLine'))}
      <NearFields legend={t('wordlists.cue')} near={draft.cue} onChange={(cue) => onChange({ cue })} />
      <NearFields legend={t('wordlists.unless')} near={draft.unless} onChange={(unless) => onChange({ unless })} />
      <fieldset>
        <legend>{t('wordlists.foldingOff')}</legend>
        {foldingNames.map((folding) => (
          <label key={folding} className="check">
            <input
              type="checkbox"
              checked={draft.foldingOff.includes(folding)}
              onChange={({ target: { checked } }) =>
                onChange({ foldingOff: checked ? [...draft.foldingOff, folding] : draft.foldingOff.filter((one) => one !== folding) })
              }
            />
            {t(`wordlists.foldings.${folding}`)}
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={draft.wholeWord} onChange={({ target: { checked } }) => onChange({ wholeWord: checked })} />
        {t('wordlists.wholeWord')}
      </label>
      <label className="check">
        <input type="checkbox" checked={draft.mayQuote} onChange={({ target: { checked } }) => onChange({ mayQuote: checked })} />
        {t('wordlists.mayQuote')}
      </label>
      <label>
        {t('wordlists.source')}
        <input value={draft.source} maxLength={200} onChange={({ target: { value } }) => onChange({ source: value })} />
      </label>
    </details>
  );
}

function NearFields({ legend, near, onChange }: { legend: string; near: NearDraft; onChange(near: NearDraft): void }) {
  const { t } = useTexts();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <textarea
        rows={3}
        aria-label={legend}
        placeholder={t('wordlists.onePerLine')}
        value={near.words}
        onChange={({ target: { value } }) => onChange({ ...near, words: value })}
      />
      <div className="line">
        <label>
          {t('wordlists.within')}
          <input type="number" min={0} max={200} value={near.within} onChange={({ target: { value } }) => onChange({ ...near, within: value })} />
        </label>
        <label>
          {t('wordlists.side')}
          <select
            value={near.side}
            onChange={({ target: { value } }) => onChange({ ...near, side: value === 'before' || value === 'after' ? value : '' })}
          >
            <option value="">{t('wordlists.sides.either')}</option>
            <option value="before">{t('wordlists.sides.before')}</option>
            <option value="after">{t('wordlists.sides.after')}</option>
          </select>
        </label>
      </div>
    </fieldset>
  );
}
