import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Place } from '../../../components/workbench/replies/view';
import { groupsOf } from '../../../packs/editing/rows';
import { findTroubles, preparing, textKey } from '../../../packs/editing/troubles';
import type { Troubles } from '../../../packs/editing/troubles';
import type { Reply } from '../../../packs/format';
import type { ReplyRow } from '../../../storage/records-packs';
import { inSlices } from './in-slices';

const haystacks = new WeakMap<Reply, string>();

/** A reply's texts in lower case; put together once. */
function haystackOf(reply: Reply): string {
  let text = haystacks.get(reply);
  if (text === undefined) {
    text = [reply.title, reply.group, reply.abbreviation ?? '', ...(reply.tags ?? []), ...reply.bubbles, ...(reply.questions ?? [])].join('\n').toLowerCase();
    haystacks.set(reply, text);
  }
  return text;
}

const none: ReplyRow[] = [];
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const untroubled: Troubles = { duplicates: new Map(), clashes: new Map() };

/** Twins and clashing abbreviations, worked out in slices. */
function useTroubles(rows: readonly ReplyRow[], taken: ReadonlyMap<string, string>): Troubles {
  const [troubles, setTroubles] = useState(untroubled);
  useEffect(() => {
    let ended = false;
    const run = async () => {
      for await (const _ of inSlices(preparing(rows))) if (ended) return;
      if (!ended) setTroubles(findTroubles(rows, taken));
    };
    void run();
    return () => {
      ended = true;
    };
  }, [rows, taken]);
  return troubles;
}

/** The rows of the open pack that are in sight, and what there is to know of all of them. */
export function useShown(rows: ReplyRow[] | null, place: Place, query: string, hits: ReadonlyMap<string, number>, taken: ReadonlyMap<string, string>) {
  const all = rows ?? none;
  const wanted = useDeferredValue(query);
  const active = useMemo(() => all.filter(({ binnedAt }) => binnedAt === undefined), [all]);
  const binned = useMemo(() => all.filter(({ binnedAt }) => binnedAt !== undefined).sort((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0)), [all]);
  const groups = useMemo(() => groupsOf(active), [active]);
  const troubles = useTroubles(active, taken);
  const listed = place.kind === 'duplicates' ? troubles.duplicates : place.kind === 'clashes' ? troubles.clashes : place.kind === 'hits' ? hits : null;
  const shown = useMemo(() => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const source = place.kind === 'bin' ? binned : active;
    const fits = (reply: Reply) => {
      if (place.kind === 'group' && reply.group !== place.group) return false;
      if (listed && !listed.has(reply.id)) return false;
      return words.every((word) => haystackOf(reply).includes(word));
    };
    const found = source.filter(({ reply }) => fits(reply));
    // Those that are alike stand together.
    if (place.kind === 'duplicates') return found.sort((a, b) => order(textKey(a.reply), textKey(b.reply)));
    if (place.kind === 'clashes') return found.sort((a, b) => order(a.reply.abbreviation ?? '', b.reply.abbreviation ?? ''));
    return found;
  }, [active, binned, place, wanted, listed]);
  const counts = { all: active.length, bin: binned.length, duplicates: troubles.duplicates.size, clashes: troubles.clashes.size, hits: hits.size };
  return { active, binned, groups, troubles, shown, counts };
}
