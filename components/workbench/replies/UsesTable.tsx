import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useTexts } from '../../../locales/context';
import type { UseRow } from '../../../storage/export/packs';

interface Props {
  uses: readonly UseRow[];
  days: number;
  onDays(days: number): void;
  onExport(kind: 'csv' | 'xlsx', uses: UseRow[]): void;
}

const columns = ['title', 'group', 'used', 'sent', 'edited', 'held'] as const;
type Column = (typeof columns)[number];
const ROW = 36;

/** Uses, edits and held sends of each reply, sortable; only the rows in sight are drawn. */
export function UsesTable({ uses, days, onDays, onExport }: Props) {
  const { t, language } = useTexts();
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'used', down: true });
  const [onlyUsed, setOnlyUsed] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const compare = new Intl.Collator(language).compare;
  const rows = uses
    .filter((row) => !onlyUsed || row.used + row.sent + row.edited + row.held > 0)
    .sort((a, b) => {
      const [x, y] = [a[sort.by], b[sort.by]];
      const order = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
      return sort.down ? -order : order;
    });
  // oxlint-disable-next-line react/incompatible-library -- React Compiler, which it does not suit, is not in use
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 });
  const names: Record<Column, string> = { title: t('packs.title'), group: t('packs.group'), used: t('uses.used'), sent: t('uses.sent'), edited: t('uses.edited'), held: t('uses.held') };
  return (
    <section className="uses" aria-label={t('packs.uses')} data-chatside="pack-uses">
      <div className="line">
        <label>
          {t('uses.days')}{' '}
          <select value={days} onChange={(event) => onDays(Number(event.target.value))}>
            {[1, 7, 30, 90, 365].map((count) => (
              <option key={count} value={count}>
                {t('uses.last', { count })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input type="checkbox" checked={onlyUsed} onChange={(event) => setOnlyUsed(event.target.checked)} /> {t('uses.onlyUsed')}
        </label>
        <button type="button" disabled={rows.length === 0} onClick={() => onExport('csv', rows)}>
          {t('uses.csv')}
        </button>
        <button type="button" disabled={rows.length === 0} onClick={() => onExport('xlsx', rows)}>
          {t('uses.xlsx')}
        </button>
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('uses.none')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keys
        <div ref={scroller} className="uses-rows" tabIndex={0} role="table" aria-label={t('packs.uses')} aria-rowcount={rows.length + 1}>
          <div role="rowgroup">
            <div role="row" className="uses-row uses-top">
              {columns.map((column) => (
                <span key={column} role="columnheader" aria-sort={sort.by !== column ? 'none' : sort.down ? 'descending' : 'ascending'}>
                  <button type="button" className="plain" title={t('uses.sortBy', { column: names[column] })} onClick={() => setSort({ by: column, down: sort.by === column ? !sort.down : column !== 'title' && column !== 'group' })}>
                    {names[column]} {sort.by === column && (sort.down ? '↓' : '↑')}
                  </button>
                </span>
              ))}
            </div>
          </div>
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map(({ index, start, key }) => (
              <div key={key} role="row" aria-rowindex={index + 2} className="uses-row" style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}>
                {columns.map((column) => (
                  <span key={column} role="cell">
                    {rows[index]?.[column]}
                  </span>
                ))}
              </div>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
