import { useTexts } from '../../locales/context';
import type { DueItem } from '../../storage/due';
import { Snooze } from './Snooze';
import { nineOClock, useNow, useTimes } from './times';

interface Props {
  items: DueItem[];
  onOpen(customerId: string): void;
  onDone(item: DueItem): void;
  onSnooze(item: DueItem, until: number): void;
}

/** Follow-ups, promises and complaints, what is overdue first. */
export function DueList({ items, onOpen, onDone, onSnooze }: Props) {
  const { t } = useTexts();
  const now = useNow();
  const tonight = nineOClock(now, 1) - 9 * 3_600_000;
  const groups = Object.entries(
    Object.groupBy(items, ({ remindAt }) => (remindAt <= now ? 'overdue' : remindAt < tonight ? 'today' : 'later')),
  );
  if (items.length === 0) return <p className="hint">{t('due.nothing')}</p>;
  return (
    <div className="due">
      {groups.map(([group, some]) => (
        <section key={group} aria-label={t(`due.${group as 'overdue' | 'today' | 'later'}`)}>
          <h3>
            {t(`due.${group as 'overdue' | 'today' | 'later'}`)} <span className="badge">{some.length}</span>
          </h3>
          <ul>
            {some.map((item) => (
              <Item key={item.entry.id} item={item} late={group === 'overdue'} onOpen={onOpen} onDone={onDone} onSnooze={onSnooze} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ item, late, onOpen, onDone, onSnooze }: Omit<Props, 'items'> & { item: DueItem; late: boolean }) {
  const { t } = useTexts();
  const times = useTimes();
  const { customer, entry, remindAt } = item;
  const kind = item.kind === 'complaint' ? 'complaint' : item.entry.kind;
  return (
    <li data-chatside="due">
      <button type="button" className="plain due-open" onClick={() => onOpen(customer.id)}>
        <span className="head">
          <b>{t(`entries.${kind}`)}</b>
          <span className="name">{customer.name || t('customer.unnamed')}</span>
          <span className={late ? 'badge late' : 'badge'}>{times.near(remindAt)}</span>
        </span>
        <span className="latest">{customer.secrecy === 'open' ? entry.text : t(`customer.secrecies.${customer.secrecy}`)}</span>
      </button>
      <span className="line">
        {item.kind === 'followUp' && (
          <button type="button" onClick={() => onDone(item)}>
            {t('due.done')}
          </button>
        )}
        <Snooze onSnooze={(until) => onSnooze(item, until)} />
      </span>
    </li>
  );
}
