import { useTexts } from '../../locales/context';
import { standardSchema } from '../../practice/standard';
import type { Standard } from '../../practice/standard';

interface Props {
  standard: Standard;
  onChange(standard: Standard): void;
}

/** How the parts of the standard are written down: a share as percent, a length as seconds. */
const fields = [
  { key: 'within', by: 0.01, min: 0, max: 100 },
  { key: 'meanMs', by: 1000, min: 1, max: 600 },
  { key: 'held', by: 1, min: 0, max: 1000 },
  { key: 'slips', by: 1, min: 0, max: 1000 },
  { key: 'scenes', by: 1, min: 1, max: 100 },
  { key: 'runs', by: 1, min: 1, max: 50 },
] as const;

/** The standard that the lead sets; each part is kept as it is changed. */
export function StandardForm({ standard, onChange }: Props) {
  const { t } = useTexts();
  return (
    <fieldset className="settings">
      <legend>{t('training.standard')}</legend>
      {fields.map(({ key, by, min, max }) => (
        <label key={key}>
          {t(`training.${key}`)}
          <input
            type="number"
            min={min}
            max={max}
            step={1}
            defaultValue={Math.round(standard[key] / by)}
            onChange={({ target }) => {
              const changed = standardSchema.safeParse({ ...standard, [key]: target.valueAsNumber * by });
              // An empty or impossible number stays in the field and is not kept.
              if (target.validity.valid && target.value && changed.success) onChange(changed.data);
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
