import { useState } from 'react';
import { ownCopyOf, presetSchema } from '../../clock/preset';
import type { Preset } from '../../clock/preset';
import { presets as builtIn } from '../../clock/presets';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';

interface Props {
  presets: Preset[];
  onChange(presets: Preset[]): void;
}

/** A lead's own measures: begun from one that is there or pasted, checked, kept; a fault is one sentence and changes nothing. */
export function PresetForm({ presets, onChange }: Props) {
  const { t, language } = useTexts();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const begin = (from: string) => {
    const preset = [...presets, ...builtIn].find(({ id }) => id === from);
    if (preset) setText(JSON.stringify(ownCopyOf(preset, presets.map(({ id }) => id), Date.now()), null, 2));
  };
  const add = () => {
    const read = readPreset(text);
    if (typeof read === 'string') return setSaid(t('clock.presetFault', { detail: read || t('clock.presetJson') }));
    onChange([...presets.filter(({ id }) => id !== read.id), read]);
    setSaid(t('clock.presetAdded', { name: textIn(read.name, language) }));
    return setText('');
  };
  return (
    <details className="no-print">
      <summary>{t('clock.presetHeading')}</summary>
      <p>
        <label>
          {t('clock.presetFrom')}{' '}
          <select value="" onChange={({ target }) => begin(target.value)}>
            <option value="">{t('clock.presetChoose')}</option>
            {[...presets, ...builtIn].map(({ id, name }) => (
              <option key={id} value={id}>
                {textIn(name, language)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <label className="preset">
        {t('clock.presetHint')}
        <textarea rows={8} spellCheck={false} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <button type="button" onClick={add}>
        {t('clock.presetAdd')}
      </button>
      <p role="status">{said}</p>
      <ul>
        {presets.map(({ id, name }) => (
          <li key={id}>
            {textIn(name, language)}{' '}
            <button type="button" onClick={() => onChange(presets.filter((one) => one.id !== id))}>
              {t('workbench.remove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The preset, or the first fault as `field: what`; empty when it is not JSON. */
function readPreset(text: string): Preset | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return '';
  }
  const parsed = presetSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
}
