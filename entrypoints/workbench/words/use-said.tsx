import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../locales/context';

/** What was done last, and the way back. */
interface Done {
  sentence: string;
  undo: (() => Promise<void>) | null;
}

/** A line that says what was done, with a button that undoes it. */
export function useSaid(): { say(sentence: string, undo?: () => Promise<void>): void; line: ReactNode } {
  const { t } = useTexts();
  const [done, setDone] = useState<Done | null>(null);
  const undo = done?.undo;
  return {
    say: (sentence, way) => setDone({ sentence, undo: way ?? null }),
    line: (
      <p role="status" className="done-line">
        {done?.sentence}{' '}
        {undo && (
          <button type="button" data-chatside="undo" onClick={() => void undo().then(() => setDone({ sentence: t('wordlists.undone'), undo: null }))}>
            {t('wordlists.undo')}
          </button>
        )}
      </p>
    ),
  };
}
