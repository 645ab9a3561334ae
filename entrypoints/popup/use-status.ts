import { useMemo, useState } from 'react';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';

/** What the status line says; with `undo`, what a press on Undo does. */
export interface Status {
  text: string;
  undo?: () => Promise<void>;
}

/** Runs changes, and says what became of them. */
export interface Runner {
  /** A failure is said in the status line; it left everything as it was. */
  run<T>(action: () => Promise<T>): Promise<T | undefined>;
  say(status: Status | null): void;
}

/** The status line of a page, and the runner that writes it. */
export function useStatus(): { status: Status | null; runner: Runner } {
  const { t } = useTexts();
  const [status, setStatus] = useState<Status | null>(null);
  const runner = useMemo<Runner>(
    () => ({
      run: async (action) => {
        try {
          return await action();
        } catch (error) {
          setStatus({ text: sentenceOf(t, faultOf(error)) });
          return undefined;
        }
      },
      say: setStatus,
    }),
    [t],
  );
  return { status, runner };
}
