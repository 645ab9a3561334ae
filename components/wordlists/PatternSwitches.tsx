import { useTexts } from '../../locales/context';
import type { WordSettings } from '../../banned-words';
import { patternRules } from '../../banned-words/patterns/rules';
import type { PatternName } from '../../banned-words/patterns/rules';

interface Props {
  settings: Required<WordSettings>;
  locked: boolean;
  onChange(change: Partial<WordSettings>): void;
}

const patterns = Object.keys(patternRules) as PatternName[];

/** Which numbers and addresses are looked for, and which addresses may be written. */
export function PatternSwitches({ settings: { patternsOff, allowedDomains }, locked, onChange }: Props) {
  const { t } = useTexts();
  return (
    <fieldset className="plain-set" disabled={locked}>
      <legend>{t('wordlists.patterns')}</legend>
      <div className="checks">
        {patterns.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={!patternsOff.includes(name)}
              onChange={({ target }) => onChange({ patternsOff: target.checked ? patternsOff.filter((one) => one !== name) : [...patternsOff, name] })}
            />
            {t(`wordlists.patternNames.${name}`)}
          </label>
        ))}
      </div>
      <label>
        {t('wordlists.allowedDomains')}
        <textarea
          rows={3}
          placeholder={t('wordlists.onePerLine')}
          defaultValue={allowedDomains.join('\n')}
          onBlur={({ target }) => onChange({ allowedDomains: [...new Set(target.value.split(/[\s,，、]+/).map(domainIn).filter(Boolean))].slice(0, 500) })}
        />
      </label>
    </fieldset>
  );
}

/** `https://www.example.com/a` → `example.com`: subdomains are meant too. */
const domainIn = (typed: string): string =>
  typed.toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[/:?#].*$/, '').slice(0, 253);
