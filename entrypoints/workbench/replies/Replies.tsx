import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { BinBar } from '../../../components/workbench/replies/BinBar';
import { BulkBar } from '../../../components/workbench/replies/BulkBar';
import { PlaceList } from '../../../components/workbench/replies/PlaceList';
import { ReplyList } from '../../../components/workbench/replies/ReplyList';
import { nothing, only } from '../../../components/workbench/replies/selection';
import type { Selection } from '../../../components/workbench/replies/selection';
import { mayEdit } from '../../../components/workbench/replies/view';
import type { PackItem, Place } from '../../../components/workbench/replies/view';
import { useTexts } from '../../../locales/context';
import { actionsOn } from './actions';
import type { Desk, DeskState } from './desk';
import { EditPane } from './EditPane';
import { useChecker, useHits } from './use-checker';
import { unsavedOf } from './use-draft';
import type { Editing } from './use-draft';
import { useShown } from './use-shown';
import { Uses } from './Uses';

interface Props {
  desk: Desk;
  state: DeskState;
  pack: PackItem;
}

/** The replies of the open pack: where in it, the list, and the form. */
export function Replies({ desk, state, pack }: Props) {
  const { t, language } = useTexts();
  const [place, setPlace] = useState<Place>({ kind: 'all' });
  const [query, setQuery] = useState('');
  const [selection, setSelection] = useState<Selection>(nothing);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const [dragging, setDragging] = useState<ReadonlySet<string> | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const actions = useMemo(() => actionsOn(desk, language), [desk, language]);
  const check = useChecker();
  const hits = useHits(state.rows, pack.language, check);
  const { active, binned, groups, troubles, shown, counts } = useShown(state.rows, place, query, hits, state.taken);
  const editable = mayEdit(pack);
  /** Where replies of this pack can go. */
  const targets = (state.packs ?? []).filter((other) => other.id !== pack.id && mayEdit(other));

  // What was typed and not stored comes back with the page.
  useEffect(() => {
    let ended = false;
    void unsavedOf(pack.id).then((ids) => {
      if (ended) return undefined;
      setUnsaved(new Set(ids));
      const [last] = ids;
      if (last !== undefined) setEditing((now) => now ?? { pack: pack.id, id: last || null, group: '' });
      return undefined;
    });
    return () => {
      ended = true;
    };
  }, [pack.id]);

  const select = (next: Selection) => {
    setSelection(next);
    if (place.kind !== 'bin' && next.active !== null && next.ids.size === 1) setEditing({ pack: pack.id, id: next.active, group: '' });
  };
  const go = useCallback((to: Place) => {
    setPlace(to);
    setSelection(nothing);
  }, []);
  const chosen = shown.filter(({ reply }) => selection.ids.has(reply.id));
  const marksOf = (id: string) => {
    const [twin, clash] = [troubles.duplicates.get(id), troubles.clashes.get(id)];
    return { draft: unsaved.has(id), hits: hits.get(id) ?? 0, ...(twin !== undefined && { twin }), ...(clash !== undefined && { clash }) };
  };
  /** After these are gone the keys are on the one that follows. */
  const passOn = () => {
    const last = shown.findLastIndex(({ reply }) => selection.ids.has(reply.id));
    const next = shown.slice(last + 1).find(({ reply }) => !selection.ids.has(reply.id)) ?? shown.findLast(({ reply }) => !selection.ids.has(reply.id));
    setSelection(next ? only(next.reply.id) : nothing);
    setEditing(null);
  };
  const write = () => {
    setEditing({ pack: pack.id, id: null, group: place.kind === 'group' ? place.group : '' });
    requestAnimationFrame(() => form.current?.querySelector('input')?.focus());
  };
  const names = useMemo(() => groups.map(({ name }) => name), [groups]);
  const onDropInto = useCallback(
    (group: string) => {
      if (dragging) void actions.group(active.filter(({ reply }) => dragging.has(reply.id)), group);
    },
    [actions, active, dragging],
  );

  return (
    <div className="reply-desk" data-editing={editing !== null || undefined} data-reading={state.rows === null || undefined}>
      <PlaceList
        place={place}
        groups={groups}
        counts={counts}
        editable={editable}
        dragging={dragging !== null}
        onPlace={go}
        onRename={(group, name) => {
          void actions.renameGroup(group, name);
          if (place.kind === 'group' && place.group === group) setPlace({ kind: 'group', group: name });
        }}
        onDropInto={onDropInto}
      />
      <div className="middle" ref={list}>
        {place.kind === 'uses' ? (
          <Uses pack={pack.id} rows={active} onSaved={(file) => desk.say({ kind: 'file', file, lost: 0 })} />
        ) : (
          <>
            <div className="line tools">
              <input type="search" aria-label={t('packs.search')} placeholder={t('packs.search')} value={query} onChange={(event) => setQuery(event.target.value)} data-chatside="pack-search" />
              {editable && place.kind !== 'bin' && (
                <button type="button" onClick={write} data-chatside="pack-new-reply">
                  {t('packs.newReply')}
                </button>
              )}
              <span className="hint" role="status">
                {state.rows === null ? t('packs.reading') : t('packs.found', { count: shown.length })}
              </span>
            </div>
            {place.kind === 'bin' ? (
              <BinBar selected={chosen.length} count={binned.length} onRestore={() => void actions.restore(chosen).then(() => setSelection(nothing))} onEmpty={() => void desk.emptyBin(pack.id)} />
            ) : (
              selection.ids.size > 1 && (
                <BulkBar
                  count={chosen.length}
                  found={shown.length}
                  editable={editable}
                  groups={names}
                  targets={targets}
                  onBulk={(bulk) => {
                    void actions.bulk(chosen, bulk);
                    if (bulk.kind === 'delete' || (bulk.kind === 'to' && bulk.move)) passOn();
                  }}
                  onAll={() => setSelection({ ...selection, ids: new Set(shown.map(({ reply }) => reply.id)) })}
                  onClear={() => setSelection(selection.active === null ? nothing : only(selection.active))}
                />
              )
            )}
            {state.rows !== null && shown.length === 0 ? (
              <p className="hint empty">{query ? t('packs.noneFound', { query }) : place.kind === 'bin' ? t('packs.emptyBin') : place.kind === 'all' ? t('packs.none') : t('packs.noneHere')}</p>
            ) : (
              <ReplyList
                rows={shown}
                selection={selection}
                movable={editable && place.kind !== 'bin' && place.kind !== 'duplicates' && place.kind !== 'clashes'}
                language={pack.language}
                marksOf={marksOf}
                onSelect={select}
                onEnter={() => form.current?.querySelector('input')?.focus()}
                onMove={(ids, target, edge) => void actions.move(ids, target, edge)}
                onStep={(by) => void actions.step(shown, selection.ids, by)}
                onDelete={() => {
                  if (!editable || place.kind === 'bin' || chosen.length === 0) return;
                  void actions.bin(chosen);
                  passOn();
                }}
                onDrag={setDragging}
              />
            )}
            {editable && place.kind !== 'bin' && <p className="hint keys">{t('packs.keys')}</p>}
          </>
        )}
      </div>
      {editing && editing.pack === pack.id && state.rows && (
        <div className="side" ref={form}>
          <EditPane
            key={editing.id ?? ''}
            editing={editing}
            rows={state.rows}
            groups={names}
            language={pack.language}
            marks={marksOf(editing.id ?? '')}
            check={check}
            targets={editable ? null : targets}
            onCopy={(to) => void actions.bulk(active.filter(({ reply }) => reply.id === editing.id), { kind: 'to', pack: to, move: false })}
            onSave={async (reply) => {
              const stored = await actions.save(reply, selection.active);
              if (stored && editing.id === null) setSelection(only(reply.id));
              return stored;
            }}
            onUnsaved={(id, now) =>
              setUnsaved((before) => {
                if (before.has(id) === now) return before;
                const next = new Set(before);
                if (now) next.add(id);
                else next.delete(id);
                return next;
              })
            }
            onFault={(error) => desk.fail(error)}
            onClose={() => {
              setEditing(null);
              list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}
