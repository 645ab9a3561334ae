import { useMemo, useState } from 'react';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import { databaseFailed, isOutOfReach } from '../../storage/database-state';

/** What the status line says; with `undo`, what a press on Undo does. */
export interface Status {
  text: string;
  undo?: () => Promise<void>;
  /** Something did not work; gone once something does. */
  fault?: boolean;
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
          const result = await action();
          setStatus((now) => (now?.fault ? null : now));
          return result;
        } catch (error) {
          if (isOutOfReach(error)) databaseFailed();
          setStatus({ text: sentenceOf(t, faultOf(error)), fault: true });
          return undefined;
        }
      },
      say: setStatus,
    }),
    [t],
  );
  return { status, runner };
}
