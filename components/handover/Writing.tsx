import { useState } from 'react';

interface Props {
  label: string;
  hint?: string;
  /** As it is stored. */
  value: string;
  onChange(text: string): void;
}

/** About as many characters as one line takes, for the height of the field. */
const LINE = 70;

/** A text of the sheet, handed on at each keystroke; on paper it is plain text. */
export function Writing({ label, hint, value, onChange }: Props) {
  // What is being typed is ahead of what is stored.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 0);
  return (
    <>
      <textarea
        className="no-print"
        aria-label={label}
        placeholder={hint}
        rows={Math.min(8, lines)}
        maxLength={2000}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(target.value);
        }}
        onBlur={() => typed === value && setTyped(null)}
      />
      <p className="text print-only">{text}</p>
    </>
  );
}
