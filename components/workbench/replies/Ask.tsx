import { useState } from 'react';
import { useTexts } from '../../../locales/context';

interface Props {
  label: string;
  confirm: string;
  preset?: string;
  hint?: string;
  max?: number;
  /** Names to choose from as one types. */
  options?: readonly string[];
  /** The text, or null when it was given up. */
  onAnswer(text: string | null): void;
}

/** Asks for one line of text, in place. */
export function Ask({ label, confirm, preset = '', hint, max = 200, options, onAnswer }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState(preset);
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(text.trim() || null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onAnswer(null);
      }}
    >
      <label>
        {label}
        <input autoFocus value={text} maxLength={max} list={options && 'ask-options'} onChange={(event) => setText(event.target.value)} />
      </label>
      {options && (
        <datalist id="ask-options">
          {options.slice(0, 200).map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
      {hint && <small className="hint">{hint}</small>}
      <div className="line">
        <button type="submit" className="primary" disabled={text.trim() === ''}>
          {confirm}
        </button>
        <button type="button" onClick={() => onAnswer(null)}>
          {t('packs.close')}
        </button>
      </div>
    </form>
  );
}
