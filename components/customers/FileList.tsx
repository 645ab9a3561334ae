import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../locales/context';
import type { FileRow } from '../../storage/rows';
import { useNow, useTimes } from './times';

interface Props {
  /** Rows in hand, by their place in the list; others are drawn once they come. */
  rowAt(index: number): FileRow | undefined;
  count: number;
  /** The customer of the open chat. */
  openId: string | null;
  /** The file shown beside the list. */
  shownId: string | null;
  /** The row that Enter opens; the arrow keys move it. */
  active: number;
  onActive(index: number): void;
  onOpen(id: string): void;
  /** Rows from `from` to before `to` are in sight, or nearly. */
  onRange(from: number, to: number): void;
}

const ROW = 52;
const AHEAD = 10;

export const LIST_ID = 'files';
export const optionId = (index: number) => `${LIST_ID}-${index}`;

/** Customers, each a row; only those in sight are drawn. */
export function FileList({ rowAt, count, openId, shownId, active, onActive, onOpen, onRange }: Props) {
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: AHEAD });
  const now = useNow();
  const drawn = virtual.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, (drawn.at(-1)?.index ?? -1) + 1];
  useEffect(() => {
    if (last > first) onRange(first, last);
  }, [first, last, onRange]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active);
    // `virtual` is another object at each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [active]);
  return (
    <div
      ref={scroller}
      className="files"
      role="listbox"
      id={LIST_ID}
      tabIndex={0}
      aria-label={t('popup.title')}
      aria-activedescendant={active >= 0 ? optionId(active) : undefined}
      onKeyDown={(event) => {
        const to = movedBy(event.key, active, count);
        const row = event.key === 'Enter' ? rowAt(active) : undefined;
        if (to !== null) onActive(to);
        else if (row) onOpen(row.customer.id);
        else return;
        event.preventDefault();
      }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const row = rowAt(index);
          const id = row?.customer.id;
          return (
            <div
              key={index}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={id !== undefined && id === shownId}
              className={index === active ? 'file active' : 'file'}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              {...(row && { 'data-chatside': 'customer', 'data-key': row.customer.key })}
              onClick={() => id && onOpen(id)}
            >
              {row ? <Row row={row} isOpen={id === openId} now={now} /> : <span className="meta">…</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where a key moves the active row; null for keys that do not. */
export function movedBy(key: string, active: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  const step = steps[key];
  return step === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, active + step));
}

function Row({ row: { customer, line, openComplaints, dueAt }, isOpen, now }: { row: FileRow; isOpen: boolean; now: number }) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <>
      <span className="head">
        <span className="name">{customer.name || t('customer.unnamed')}</span>
        {customer.customerClass && <span className="badge">{t('customer.classIs', { class: customer.customerClass })}</span>}
        {isOpen && <span className="badge accent">{t('popup.openNow')}</span>}
        {openComplaints > 0 && <span className="badge late">{t('customer.openComplaints', { count: openComplaints })}</span>}
        {dueAt !== null && <span className={dueAt < now ? 'badge late' : 'badge'}>{t('due.by', { time: times.day(dueAt) })}</span>}
        <span className="meta">
          {customer.site} · {times.day(customer.activeAt)}
        </span>
      </span>
      <span className="latest">{customer.secrecy === 'open' ? line : t(`customer.secrecies.${customer.secrecy}`)}</span>
    </>
  );
}
