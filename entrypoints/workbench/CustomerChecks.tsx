import { useLiveQuery } from '../../storage/use-live';
import { useMemo, useState } from 'react';
import { FileList } from '../../components/customers/FileList';
import { SecondLook } from '../../components/customers/SecondLook';
import { boundsOf, quarterOf } from '../../customers/quarter';
import { useTexts } from '../../locales/context';
import { changeComplaint, secondLookOf } from '../../storage/complaints';
import { keepDraft, readDrafts } from '../../storage/drafts-on';
import { readFile } from '../../storage/files';
import { reviewDue } from '../../storage/rows';
import type { Runner } from '../popup/use-status';

const AT_ONCE = 500;
const nothing = () => undefined;

/** Files that are due for their quarterly review. */
export function ReviewPane({ shownId, onOpen }: { shownId: string | null; onOpen(id: string): void }) {
  const { t } = useTexts();
  const [now] = useState(() => Date.now());
  const [active, setActive] = useState(-1);
  const due = useLiveQuery(() => reviewDue(now, AT_ONCE), [now]);
  if (!due) return null;
  if (due.count === 0) return <p className="hint">{t('file.noReview')}</p>;
  return (
    <>
      <p className="hint">{t('file.reviewCount', { count: due.count })}</p>
      <FileList rowAt={(index) => due.rows[index]} count={due.rows.length} openId={null} shownId={shownId} active={active} onActive={setActive} onOpen={onOpen} onRange={nothing} />
    </>
  );
}

/** This quarter and those before it, as far back as two years. */
function quartersUpTo(now: number): string[] {
  const quarters = [quarterOf(now)];
  while (quarters.length < 9) quarters.push(quarterOf(boundsOf(quarters.at(-1)!).from - 1));
  return quarters;
}

/** The fifth of a quarter's settled complaints that is looked at again. */
export function SecondLookPane({ author, runner, onOpen }: { author: string; runner: Runner; onOpen(id: string): void }) {
  const [quarters] = useState(() => quartersUpTo(Date.now()));
  // The last quarter that is over: all that was settled in it is known.
  const [quarter, setQuarter] = useState(quarters[1]!);
  const [writer] = useState(() => crypto.randomUUID());
  const drawn = useLiveQuery(() => readDrawn(quarter), [quarter]);
  const drafts = useMemo(
    () =>
      drawn && {
        read: (field: string) => drawn.typed.get(field)?.text ?? '',
        keep: (field: string, text: string) => {
          const row = drawn.rows.find(({ complaint }) => field === `look ${complaint.id}`);
          if (row) void runner.run(() => keepDraft(row.customer, field, text, writer, drawn.typed.get(field)?.rows));
        },
      },
    [drawn, runner, writer],
  );
  if (!drawn || !drafts) return null;
  return (
    <SecondLook
      quarter={quarter}
      quarters={quarters}
      drawn={drawn.rows}
      drafts={drafts}
      onQuarter={setQuarter}
      onOpen={onOpen}
      onLooked={async (id, finding) =>
        (await runner.run(async () => {
          await changeComplaint(id, { secondLook: { at: Date.now(), by: author, finding } });
          return true;
        })) ?? false
      }
    />
  );
}

async function readDrawn(quarter: string) {
  const rows = [];
  for (const complaint of await secondLookOf(quarter)) {
    const file = await readFile(complaint.customerId);
    const unlocked = file?.complaints.find(({ id }) => id === complaint.id);
    if (file && unlocked) rows.push({ complaint: unlocked, customer: file.customer });
  }
  const typed = await Promise.all(rows.map(({ complaint, customer }) => readDrafts(customer, [`look ${complaint.id}`])));
  return { rows, typed: new Map(typed.flatMap((of) => [...of])) };
}
