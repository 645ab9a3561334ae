import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../locales/context';
import type { Item, ItemState } from './view';

interface Props {
  state: ItemState;
  count: number;
  list(state: ItemState, from: number, to: number): Promise<Item[]>;
}

const ROW = 62;
const PAGE = 100;

/** The file's replies of one state; the worker is asked for those in sight. */
export function ItemList({ state, count, list }: Props) {
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<ReadonlyMap<number, Item[]>>(new Map());
  // oxlint-disable-next-line react/incompatible-library -- React Compiler, which it does not suit, is not in use
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6 });
  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  useEffect(() => {
    let ended = false;
    const fetchPages = async () => {
      for (let page = first; page <= last; page += 1) {
        if (pages.has(page)) continue;
        const found = await list(state, page * PAGE, (page + 1) * PAGE);
        if (ended) return;
        setPages((known) => new Map(known).set(page, found));
      }
    };
    // A worker that was ended answers no more.
    fetchPages().catch(() => undefined);
    return () => {
      ended = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- asks again when other pages come into sight
  }, [first, last, state]);
  if (count === 0) return <p className="hint">{t('load.empty')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keys
    <div ref={scroller} className="item-list" tabIndex={0} role="region" aria-label={t(`load.states.${state}`)}>
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const item = pages.get(Math.floor(index / PAGE))?.[index % PAGE];
          return (
            <li key={index} style={{ transform: `translateY(${start}px)` }} data-chatside="load-item">
              {item && <ItemLines item={item} state={state} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ItemLines({ item, state }: { item: Item; state: ItemState }) {
  const { t } = useTexts();
  const texts = item.fields.includes('bubbles');
  const fieldName = (field: string) => (field === 'bubbles' ? t('packs.message') : known.includes(field as Known) ? t(`packs.${field as Known}`) : field);
  return (
    <>
      <span className="reply-head">
        <b>{item.title}</b>
        {item.abbreviation && <code>{item.abbreviation}</code>}
        {item.clash && <i className="of-note">{t('load.clashWith', { title: item.clash })}</i>}
        {item.fields.length > 0 && <i className="of-note">{item.fields.map(fieldName).join('、')}</i>}
        <small>{item.group}</small>
      </span>
      {state === 'changed' && texts ? (
        <span className="reply-text">
          <del>{item.before}</del> <ins>{item.text}</ins>
        </span>
      ) : (
        <span className="reply-text">{item.text}</span>
      )}
    </>
  );
}

const known = ['title', 'group', 'abbreviation', 'tags', 'wordings', 'seasons', 'questions', 'pictures'] as const;
type Known = (typeof known)[number];
