import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import { useTexts } from '../../../locales/context';
import type { Placed } from '../../../packs/editing/rows';

export interface RowMarks {
  draft: boolean;
  twin?: string;
  clash?: string;
  hits: number;
}

interface Props {
  row: Placed;
  /** Of the option in the list. */
  domId: string;
  index: number;
  count: number;
  style: CSSProperties;
  selected: boolean;
  active: boolean;
  /** False: read only, or in the bin. */
  movable: boolean;
  marks: RowMarks;
  onPress(id: string, event: MouseEvent): void;
  /** Tells the list which row is dragged and on which side of which it would land. */
  onDrag(id: string | null): void;
  onDropOn(id: string, edge: 'before' | 'after'): void;
}

const DAY = 86_400_000;

/** One reply in the list. The whole row is the option; its box and its grip are only drawn. */
export const ReplyRow = memo(function ReplyRow({ row, domId, index, count, style, selected, active, movable, marks, onPress, onDrag, onDropOn }: Props) {
  const { t, language } = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const [edge, setEdge] = useState<'before' | 'after' | null>(null);
  const { id } = row.reply;
  useEffect(() => {
    const target = element.current;
    if (!target || !movable) return;
    const read = (data: Record<string | symbol, unknown>) => (extractClosestEdge(data) === 'top' ? 'before' : 'after');
    return combine(
      draggable({ element: target, getInitialData: () => ({ reply: id }), onDragStart: () => onDrag(id), onDrop: () => onDrag(null) }),
      dropTargetForElements({
        element: target,
        canDrop: ({ source }) => 'reply' in source.data,
        getData: ({ input, element: over }) => attachClosestEdge({}, { input, element: over, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(read(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self }) => {
          setEdge(null);
          onDropOn(id, read(self.data));
        },
      }),
    );
  }, [id, movable, onDrag, onDropOn]);
  const { title, group, abbreviation, bubbles, seasons, pictures } = row.reply;
  const day = (at: number) => new Date(at).toLocaleDateString(language);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the list box has the focus; options come and go as it scrolls
    <div
      ref={element}
      id={domId}
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-chatside="pack-reply"
      data-id={id}
      data-edge={edge ?? undefined}
      data-active={active || undefined}
      className="reply-row"
      style={style}
      onClick={(event) => onPress(id, event)}
    >
      <span className="tick" aria-hidden="true" />
      <span className="reply-head">
        <b>{title}</b>
        {abbreviation && <code>{abbreviation}</code>}
        {bubbles.length > 1 && <i>{t('packs.messages', { count: bubbles.length })}</i>}
        {pictures && <i>{t('packs.pictures')} {pictures.length}</i>}
        {seasons && <i>{t('packs.seasonal')}</i>}
        {marks.draft && <i className="of-note">{t('packs.draft')}</i>}
        {marks.hits > 0 && <i className="of-fault">{t('packs.hitsOf', { count: marks.hits })}</i>}
        {marks.clash !== undefined && <i className="of-note">{t('packs.clash', { title: marks.clash })}</i>}
        {marks.twin !== undefined && <i className="of-note">{t('packs.twin', { title: marks.twin })}</i>}
        {row.binnedAt !== undefined && <i>{t('packs.binnedOn', { day: day(row.binnedAt), until: day(row.binnedAt + 30 * DAY) })}</i>}
      </span>
      <span className="reply-group">{group}</span>
      <span className="reply-text">{bubbles.join(' ↵ ')}</span>
    </div>
  );
});
