import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTexts } from '../../../locales/context';
import type { Placed } from '../../../packs/editing/rows';
import { ReplyRow } from './ReplyRow';
import type { RowMarks } from './ReplyRow';
import { press, walk } from './selection';
import type { Selection } from './selection';

interface Props {
  rows: readonly Placed[];
  selection: Selection;
  /** False: read only, or in the bin. */
  movable: boolean;
  language: string;
  marksOf(id: string): RowMarks;
  onSelect(selection: Selection): void;
  /** Enter: into the form. */
  onEnter(): void;
  onMove(ids: ReadonlySet<string>, target: string, edge: 'before' | 'after'): void;
  onStep(by: -1 | 1): void;
  onDelete(): void;
  onDrag(ids: ReadonlySet<string> | null): void;
}

/** Height of a row, CSS px, as in replies.css. */
const ROW = 54;

/** The replies of a pack: a list box of which only what is in sight is drawn. */
export function ReplyList({ rows, selection, movable, language, marksOf, onSelect, onEnter, onMove, onStep, onDelete, onDrag }: Props) {
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const dragged = useRef<ReadonlySet<string>>(new Set());
  const latest = useRef({ rows, selection, onSelect, onMove, onDrag });
  useEffect(() => {
    latest.current = { rows, selection, onSelect, onMove, onDrag };
  });
  // oxlint-disable-next-line react/incompatible-library -- React Compiler, which it does not suit, is not in use
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  const activeIndex = rows.findIndex(({ reply }) => reply.id === selection.active);
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' });
    // oxlint-disable-next-line react/exhaustive-deps -- scrolls when another reply becomes the active one, not when the list moves
  }, [selection.active]);
  useEffect(() => (scroller.current ? autoScrollForElements({ element: scroller.current }) : undefined), []);

  const onPress = useCallback((id: string, event: MouseEvent) => {
    const { rows: shown, selection: now, onSelect: select } = latest.current;
    const box = (event.target as Element).closest('.tick') !== null;
    select(press(shown.map(({ reply }) => reply.id), now, id, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey || box }));
  }, []);
  const onDragged = useCallback((id: string | null) => {
    const { selection: now, onDrag: tell } = latest.current;
    if (id !== null) dragged.current = now.ids.has(id) ? now.ids : new Set([id]);
    tell(id === null ? null : dragged.current);
  }, []);
  const onDropOn = useCallback((id: string, edge: 'before' | 'after') => {
    if (!dragged.current.has(id)) latest.current.onMove(dragged.current, id, edge);
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const handled = () => event.preventDefault();
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      handled();
      if (movable) onStep(event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.altKey) return;
    if (event.key === 'Enter') {
      handled();
      onEnter();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      handled();
      onDelete();
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
      const next = walk(rows.map(({ reply }) => reply.id), selection, event, page);
      if (!next) return;
      handled();
      onSelect(next);
    }
  };

  return (
    <div
      ref={scroller}
      className="reply-list"
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('packs.replies')}
      aria-activedescendant={activeIndex >= 0 ? `${prefix}${selection.active}` : undefined}
      tabIndex={0}
      lang={language}
      onKeyDown={onKey}
      data-chatside="pack-replies"
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { id } = row.reply;
          return (
            <ReplyRow
              key={id}
              row={row}
              domId={`${prefix}${id}`}
              index={index}
              count={rows.length}
              style={{ transform: `translateY(${start}px)` }}
              selected={selection.ids.has(id)}
              active={id === selection.active}
              movable={movable}
              marks={marksOf(id)}
              onPress={onPress}
              onDrag={onDragged}
              onDropOn={onDropOn}
            />
          );
        })}
      </div>
    </div>
  );
}
