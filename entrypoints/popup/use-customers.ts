import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTexts } from '../../locales/context';
import * as customers from '../../storage/customers';
import { dueItems } from '../../storage/due';
import type { DueItem } from '../../storage/due';
import { findCustomer } from '../../storage/files';
import { notesAsCsv, notesAsJson } from '../../storage/export/notes';
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
    export: (kind: 'json' | 'csv', query: string) =>
      runner.run(async () => {
        const { records } = await customers.searchCustomers(query);
        const text = kind === 'json' ? notesAsJson(records, new Date()) : notesAsCsv(records, t);
        runner.say({ text: t('popup.exported', { file: saveFile('chatside-notes', kind, text) }) });
      }),
  };
}
