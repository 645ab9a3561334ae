import { useLiveQuery } from '../../storage/use-live';
import { useEffect } from 'react';
import { useTexts } from '../../locales/context';
import * as customers from '../../storage/customers';
import { dueItems } from '../../storage/due';
import type { DueItem } from '../../storage/due';
import { findCustomer } from '../../storage/files';
import { exportCustomers } from '../../storage/export/customers';
import type { ExportKind } from '../../storage/export/customers';
import type { ExportChoice } from '../../storage/export/selection';
import { findAll } from '../../storage/search';
import { forgetPruned, prunedFiles } from '../../storage/keep-files';
import { saveFile } from './save-file';
import type { Runner } from './use-status';

const none: DueItem[] = [];

/** What is or will be due, as it changes. */
export function useDue(): DueItem[] {
  return useLiveQuery(dueItems) ?? none;
}

/** The file of the open chat's customer: undefined until it is known, null when there is none. */
export function useOpenFile(chat: { site: string; key: string } | null): string | null | undefined {
  return useLiveQuery(async () => (chat ? ((await findCustomer(chat.site, chat.key))?.id ?? null) : null), [chat?.site, chat?.key]);
}

/** Says how many files the rules have erased, once. */
export function usePrunedNotice(runner: Runner): void {
  const { t } = useTexts();
  useEffect(() => {
    const tell = async () => {
      const count = await prunedFiles();
      if (count === 0) return;
      runner.say({ text: t('file.pruned', { count }) });
      await forgetPruned();
    };
    void tell();
  }, [runner, t]);
}

/** Makes and exports files. */
export function useFileTools(runner: Runner, owner: string) {
  const { t } = useTexts();
  return {
    /** A customer of no console, made by hand. */
    add: (name: string) => runner.run(() => customers.createCustomer({ site: 'own', key: crypto.randomUUID(), name: name.trim() }, owner)),
    /** Files that `query` finds; all where it is empty. Does nothing when it was cancelled. */
    export: (kind: ExportKind, query: string, how: Omit<ExportChoice, 'ids'>, watch: { signal?: AbortSignal; onProgress?(share: number): void } = {}) =>
      runner.run(async () => {
        const ids = query.trim() ? await findAll(query) : null;
        const blob = await exportCustomers(kind, { choice: { ids, ...how }, t, ...watch }).catch((error: unknown) => {
          if (watch.signal?.aborted) return null;
          throw error;
        });
        if (blob) runner.say({ text: t('popup.exported', { file: saveFile('chatside-notes', kind === 'md' ? 'zip' : kind, blob) }) });
      }),
  };
}
