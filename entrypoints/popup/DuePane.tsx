import { DueList } from '../../components/customers/DueList';
import { changeComplaint } from '../../storage/complaints';
import type { DueItem } from '../../storage/due';
import { changeFollowUp } from '../../storage/follow-ups';
import type { Runner } from './use-status';

interface Props {
  items: DueItem[];
  runner: Runner;
  onOpen(customerId: string): void;
}

/** What is due, done or put off in place. */
export function DuePane({ items, runner, onOpen }: Props) {
  const snooze = ({ kind, entry }: DueItem, snoozedUntil: number | null) =>
    kind === 'complaint' ? changeComplaint(entry.id, { snoozedUntil }) : changeFollowUp(entry.id, { snoozedUntil });
  return (
    <DueList
      items={items}
      onOpen={onOpen}
      onDone={({ entry }) => void runner.run(() => changeFollowUp(entry.id, { doneAt: Date.now() }))}
      onSnooze={(item, until) => void runner.run(() => snooze(item, until))}
    />
  );
}
