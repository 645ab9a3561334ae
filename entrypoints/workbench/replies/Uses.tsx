import { useLiveQuery } from '../../../storage/use-live';
import { useMemo, useState } from 'react';
import { UsesTable } from '../../../components/workbench/replies/UsesTable';
import { useTexts } from '../../../locales/context';
import { usesAsCsv, usesAsXlsx } from '../../../storage/export/packs';
import type { ReplyRow } from '../../../storage/records-packs';
import { dayOf, replyTotals } from '../../../storage/reply-counts';
import { saveFile } from '../../popup/save-file';

const DAY = 86_400_000;

/** How the replies of a pack did over the last days. */
export function Uses({ pack, rows, onSaved }: { pack: string; rows: readonly ReplyRow[]; onSaved(file: string): void }) {
  const { t } = useTexts();
  const [days, setDays] = useState(30);
  const totals = useLiveQuery(() => {
    const now = Date.now();
    return replyTotals(dayOf(now - (days - 1) * DAY), dayOf(now));
  }, [days]);
  const uses = useMemo(
    () =>
      rows.map(({ reply: { id, title, group } }) => {
        const { used = 0, sent = 0, edited = 0, held = 0 } = totals?.get(`${pack}/${id}`) ?? {};
        return { title, group, used, sent, edited, held };
      }),
    [rows, totals, pack],
  );
  const save = async (kind: 'csv' | 'xlsx', shown: typeof uses) => {
    onSaved(saveFile('chatside-uses', kind, kind === 'csv' ? usesAsCsv(shown, t) : await usesAsXlsx(shown, t)));
  };
  return <UsesTable uses={uses} days={days} onDays={setDays} onExport={(kind, shown) => void save(kind, shown)} />;
}
