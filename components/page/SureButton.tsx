import { useState } from 'react';

/** A button that acts at the second press; it forgets the first one when the focus leaves it. */
export function SureButton({ ask, sure, onSure }: { ask: string; sure: string; onSure(): void }) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(!asked);
    if (asked) onSure();
  };
  return (
    <button type="button" className={asked ? 'danger' : undefined} onClick={press} onBlur={() => setAsked(false)}>
      {asked ? sure : ask}
    </button>
  );
}
