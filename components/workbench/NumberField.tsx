import { useState } from 'react';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  locked: boolean;
  /** `leaving`: a number half typed is not told. */
  tell: 'typing' | 'leaving';
  onChange(value: number): void;
}

/**
 * A whole number. What is typed stays in the field until it is kept; then the field shows the value, also
 * when it is changed elsewhere. An empty or impossible number is not told.
 */
export function NumberField({ label, value, min, max, locked, tell, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const told = ({ validity, value: text, valueAsNumber }: HTMLInputElement) => {
    if (validity.valid && text !== '' && valueAsNumber !== value) onChange(valueAsNumber);
  };
  return (
    <label>
      {label}
      <input
        type="number"
        min={min}
        max={max}
        disabled={locked}
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value);
          if (tell === 'typing') told(target);
        }}
        onBlur={({ target }) => {
          told(target);
          if (typed === String(value)) setTyped(null);
        }}
      />
    </label>
  );
}
