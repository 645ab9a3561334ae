import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../locales/context';
import { Ask } from './Ask';
import type { Place } from './view';

interface Props {
  place: Place;
  groups: readonly { name: string; count: number }[];
  counts: Record<'all' | 'duplicates' | 'clashes' | 'hits' | 'bin', number>;
  /** False: read only. */
  editable: boolean;
  /** Replies are being dragged. */
  dragging: boolean;
  onPlace(place: Place): void;
  onRename(group: string, name: string): void;
  onDropInto(group: string): void;
}

/** Where in a pack: all, its groups, what a lead should look at, the bin, how the replies do. */
export function PlaceList({ place, groups, counts, editable, dragging, onPlace, onRename, onDropInto }: Props) {
  const { t } = useTexts();
  const [renaming, setRenaming] = useState<string | null>(null);
  const entry = (to: Place, name: string, count?: number) => (
    <button type="button" className="plain entry" aria-current={same(place, to) ? 'true' : undefined} onClick={() => onPlace(to)} data-chatside="pack-place" data-kind={to.kind}>
      <span>{name}</span>
      {count !== undefined && <small>{count}</small>}
    </button>
  );
  return (
    <nav className="place-list" aria-label={t('packs.groups')}>
      {entry({ kind: 'all' }, t('packs.all'), counts.all)}
      <h2>{t('packs.groups')}</h2>
      <ul className="groups">
        {groups.map(({ name, count }) =>
          renaming === name ? (
            <li key={name}>
              <Ask
                label={t('packs.renameGroup', { name })}
                confirm={t('packs.rename')}
                preset={name}
                hint={t('packs.renameHint')}
                options={groups.map((group) => group.name)}
                onAnswer={(next) => {
                  setRenaming(null);
                  if (next && next !== name) onRename(name, next);
                }}
              />
            </li>
          ) : (
            <DropGroup key={name} name={name} dragging={dragging} onDropInto={onDropInto}>
              {entry({ kind: 'group', group: name }, name, count)}
              {editable && (
                <button type="button" className="plain pen" aria-label={t('packs.renameGroup', { name })} title={t('packs.renameGroup', { name })} onClick={() => setRenaming(name)}>
                  ✎
                </button>
              )}
            </DropGroup>
          ),
        )}
      </ul>
      {counts.duplicates + counts.clashes + counts.hits > 0 && <h2>{t('packs.look')}</h2>}
      {counts.duplicates > 0 && entry({ kind: 'duplicates' }, t('packs.duplicates'), counts.duplicates)}
      {counts.clashes > 0 && entry({ kind: 'clashes' }, t('packs.clashes'), counts.clashes)}
      {counts.hits > 0 && entry({ kind: 'hits' }, t('packs.hits'), counts.hits)}
      <hr />
      {entry({ kind: 'uses' }, t('packs.uses'))}
      {editable && entry({ kind: 'bin' }, t('packs.bin'), counts.bin)}
    </nav>
  );
}

const same = (a: Place, b: Place) => a.kind === b.kind && (a.kind !== 'group' || b.kind !== 'group' || a.group === b.group);

/** A group onto which replies can be dropped. */
function DropGroup({ name, dragging, onDropInto, children }: { name: string; dragging: boolean; onDropInto(group: string): void; children: ReactNode }) {
  const element = useRef<HTMLLIElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current || !dragging) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => 'reply' in source.data,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => {
        setOver(false);
        onDropInto(name);
      },
    });
  }, [name, dragging, onDropInto]);
  return (
    <li ref={element} data-over={over || undefined}>
      {children}
    </li>
  );
}
