import { useLiveQuery } from '../../../storage/use-live';
import { useDeferredValue, useMemo } from 'react';
import { tryEntry } from '../../../banned-words';
import { TrialRun } from '../../../components/wordlists/TrialRun';
import type { BannedWord, Pack } from '../../../packs/format';
import { PACK_FORMAT, PACK_VERSION } from '../../../packs/format';
import type { WordRow } from '../../../packs/word-lists';
import type { SettingsInUse } from '../../../storage/use-settings';
import { sentMessages } from '../../../storage/sent';

interface Props {
  entry: BannedWord;
  /** The entry as it stands now; null for a new one. */
  row: WordRow | null;
  settings: SettingsInUse;
  language: 'zh-CN' | 'en';
}

/** Runs an entry, as it stands in the form, against the messages that were sent last. */
export function TrialOnSent({ entry, row, settings, language }: Props) {
  const messages = useLiveQuery(sentMessages, []);
  // The form makes a new entry at each stroke; equal ones are tried once.
  const written = useDeferredValue(JSON.stringify(entry));
  const pack = useMemo(
    (): Pack => row?.list.pack ?? { format: PACK_FORMAT, version: PACK_VERSION, id: 'trial', name: 'trial', language, release: '1' },
    [row, language],
  );
  const finds = useMemo(
    () => tryEntry(JSON.parse(written) as BannedWord, pack, messages ?? [], settings.words),
    [written, pack, messages, settings.words],
  );
  const before = useMemo(
    () => (row ? tryEntry(row.word, row.list.pack, messages ?? [], settings.words).length : null),
    [row, messages, settings.words],
  );
  if (!messages) return null;
  return <TrialRun finds={finds} total={messages.length} before={before} keepTimes={settings.keepTimes} />;
}
