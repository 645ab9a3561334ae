import { useState } from 'react';
import type { ReactNode } from 'react';

/** A part of the form that is folded at first when it holds nothing; typing in it does not fold it. */
export function Fold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const some = count > 0;
  const [open, setOpen] = useState(some);
  const [had, setHad] = useState(some);
  // What comes in by another way, as a pasted picture, is to be seen.
  if (some !== had) {
    setHad(some);
    if (some) setOpen(true);
  }
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} {some && <small>{count}</small>}
      </summary>
      {children}
    </details>
  );
}
