import { useTexts } from '../../../locales/context';
import { emptyWording } from '../../../packs/editing/draft';
import type { WordingDraft } from '../../../packs/editing/draft';
import { Fold } from './Fold';
import { Messages } from './Messages';
import { SeasonFields } from './SeasonFields';

interface Props {
  wordings: readonly WordingDraft[];
  sites: readonly { id: string; name: string }[];
  language: string;
  onChange(wordings: WordingDraft[]): void;
}

/** Other ways to put the same reply, each for some sites, shops or days, or to rotate. */
export function Wordings({ wordings, sites, language, onChange }: Props) {
  const { t } = useTexts();
  const change = (at: number, part: Partial<WordingDraft>) => onChange(wordings.map((wording, index) => (index === at ? { ...wording, ...part } : wording)));
  return (
    <Fold title={t('packs.wordings')} count={wordings.length}>
      <p className="hint">{t('packs.wordingsHint')}</p>
      {wordings.map((wording, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- wordings have no names; their place is what they are
        <fieldset key={at}>
          <legend>{t('packs.wording', { number: at + 1 })}</legend>
          <Messages bubbles={wording.bubbles} language={language} onChange={(bubbles) => change(at, { bubbles })} />
          <div className="sites-of" role="group" aria-label={t('packs.sites')}>
            <span>{t('packs.sites')}</span>
            {sites.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={wording.sites.includes(id)}
                  onChange={(event) => change(at, { sites: event.target.checked ? [...wording.sites, id] : wording.sites.filter((site) => site !== id) })}
                />
                {name}
              </label>
            ))}
            {wording.sites.length === 0 && <small className="hint">{t('packs.everySite')}</small>}
          </div>
          <label className="field">
            {t('packs.shops')}
            <input value={wording.shops} placeholder={t('packs.shopsHint')} onChange={(event) => change(at, { shops: event.target.value })} />
          </label>
          <SeasonFields season={wording.season} onChange={(season) => change(at, { season })} />
          <button type="button" className="plain" onClick={() => onChange(wordings.filter((_, index) => index !== at))}>
            {t('packs.removeWording')}
          </button>
        </fieldset>
      ))}
      {wordings.length < 50 && (
        <button type="button" className="plain" onClick={() => onChange([...wordings, emptyWording])}>
          + {t('packs.addWording')}
        </button>
      )}
    </Fold>
  );
}
