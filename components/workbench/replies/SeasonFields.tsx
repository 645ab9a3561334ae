import { useTexts } from '../../../locales/context';
import { seasonSchema } from '../../../packs/format';
import type { Season } from '../../../packs/format';

export const isSeason = (season: Season) => seasonSchema.safeParse(season).success;

/** Two days, written as the pack format writes them. */
export function SeasonFields({ season, onChange }: { season: Season; onChange(season: Season): void }) {
  const { t } = useTexts();
  const touched = season.from !== '' && season.to !== '';
  return (
    <div className="season">
      <label>
        {t('packs.from')}
        <input value={season.from} placeholder="11-01" maxLength={10} aria-invalid={touched && !isSeason(season)} onChange={(event) => onChange({ ...season, from: event.target.value.trim() })} />
      </label>
      <label>
        {t('packs.to')}
        <input value={season.to} placeholder="11-14" maxLength={10} aria-invalid={touched && !isSeason(season)} onChange={(event) => onChange({ ...season, to: event.target.value.trim() })} />
      </label>
      {touched && !isSeason(season) && <small role="alert">{t('packs.badSeason')}</small>}
    </div>
  );
}
