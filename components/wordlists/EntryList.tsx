import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import type { WordRow } from '../../packs/word-lists';
import { categoryName } from '../category';

interface Props {
  rows: WordRow[];
  /** Place in `rows`; -1: none. */
  selected: number;
  onSelect(index: number): void;
  /** Enter on the selected one. */
  onOpen(): void;
  /** The list itself, which takes the focus. */
  box: RefObject<HTMLDivElement | null>;
}

/** Height of a row and how many a page key goes, CSS px. */
const ROW = 34;
const PAGE = 10;

/** Entries of any number, of which only those in sight are drawn. Arrow keys go from one to the next. */
export function EntryList({ rows, selected, onSelect, onOpen, box }: Props) {
  const { t, language } = useTexts();
  // oxlint-disable-next-line react/incompatible-library -- the list draws itself anew at each scroll
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => ROW, overscan: 10 });
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected);
  }, [selected, virtual]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected >= 0) {
      // The key must not reach the form that it opens.
      event.preventDefault();
      onOpen();
    }
    const to = { ArrowDown: selected + 1, ArrowUp: selected - 1, Home: 0, End: rows.length - 1, PageDown: selected + PAGE, PageUp: selected - PAGE }[event.key];
    if (to === undefined || rows.length === 0) return;
    event.preventDefault();
    onSelect(Math.max(0, Math.min(rows.length - 1, to)));
  };
  const items = virtual.getVirtualItems();
  return (
    <div
      ref={box}
      className="entry-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('wordlists.entries')}
      aria-activedescendant={items.some(({ index }) => index === selected) ? `entry-${selected}` : undefined}
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { word, list } = row;
          return (
            <div
              key={index}
              id={`entry-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={`entry-row ${list.on ? '' : 'entry-off'}`}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              onClick={() => onSelect(index)}
            >
              <span lang={list.pack.language}>{word.term}</span>
              <span className="hint">{categoryName(t, word.category)}</span>
              <span className={`level-${word.level}`}>{t(`level.${word.level}`)}</span>
              <span className="hint">{textIn(list.pack.name, language)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
