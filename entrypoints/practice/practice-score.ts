import type { Standard } from '@/practice/standard';

/**
 * The one way for the panel's wiring to tell the page that a send was held. On the web the page
 * cannot know, and shows a dash until somebody has called `countHeldSends`.
 */
let held: number | null = null;
let standard: Standard | null = null;
const listeners = new Set<() => void>();

function set(value: number | null): void {
  held = value;
  listeners.forEach((listener) => listener());
}

export const practiceScore = {
  /** Called once by whoever will report held sends: the score then shows 0 instead of a dash. */
  countHeldSends(): void {
    set(held ?? 0);
  },
  /** A send was held. */
  heldSend(): void {
    set((held ?? 0) + 1);
  },
  /** A new run begins. */
  reset(): void {
    set(held === null ? null : 0);
  },
  held: (): number | null => held,
  /** What the lead wants to see before a trainee serves; null on the web, where nobody can set it. */
  standard: (): Standard | null => standard,
  setStandard(wanted: Standard): void {
    standard = wanted;
    listeners.forEach((listener) => listener());
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
