import { useState } from 'react';
import type { ReactNode } from 'react';

/** A part of the form that is folded at first when it holds nothing; typing in it does not fold it. */
export function Fold({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const [open, setOpen] = useState(count > 0);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} {count > 0 && <small>{count}</small>}
      </summary>
      {children}
    </details>
  );
}
