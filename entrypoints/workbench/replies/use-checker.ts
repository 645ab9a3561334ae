import { useEffect, useMemo, useState } from 'react';
import { compileWords, loadWords } from '../../../banned-words';
import type { Hit } from '../../../banned-words';
import type { Placed } from '../../../packs/editing/rows';
import type { Pack, Reply } from '../../../packs/format';
import { previewTemplate } from '../../../replies/render';
import { builtInPacks, inUse, storedHeads } from '../../../storage/packs';
import { readSettings } from '../../../storage/settings';
import { inSlices } from './in-slices';

export type Check = (text: string) => Hit[];
const clean: Check = () => [];

/** The word check as the panels have it, with the lead's switches; finds nothing until the words are read. */
export function useChecker(revision: unknown): Check {
  const [packs, setPacks] = useState<Pack[] | null>(null);
  const [settings, setSettings] = useState<Awaited<ReturnType<typeof readSettings>>['words'] | null>(null);
  useEffect(() => {
    let ended = false;
    const read = async () => {
      // Only the words are needed, so the replies stay on their shelves.
      const [builtIn, stored, { packsOff, words }] = await Promise.all([builtInPacks(), storedHeads(), readSettings()]);
      if (ended) return;
      setPacks(inUse(builtIn, stored, packsOff).filter((pack) => pack.words));
      setSettings(words);
    };
    void read();
    return () => {
      ended = true;
    };
  }, [revision]);
  return useMemo(() => {
    if (!packs || !settings) return clean;
    const checker = loadWords(compileWords(packs));
    return (text) => checker.check(text, { settings });
  }, [packs, settings]);
}

/** How many finds each reply has, for those that have any; worked out in slices, each reply once. */
export function useHits(rows: readonly Placed[] | null, language: 'zh-CN' | 'en', check: Check): ReadonlyMap<string, number> {
  const [hits, setHits] = useState<ReadonlyMap<string, number>>(new Map());
  const known = useMemo(() => ({ check, counts: new WeakMap<Reply, number>() }), [check]);
  useEffect(() => {
    let ended = false;
    const count = (reply: Reply) => {
      let found = known.counts.get(reply);
      if (found === undefined) {
        const texts = [...reply.bubbles, ...(reply.wordings ?? []).flatMap(({ bubbles }) => bubbles)];
        found = texts.reduce((sum, text) => sum + known.check(previewTemplate(text, language)).filter(({ level }) => level !== 'advise').length, 0);
        known.counts.set(reply, found);
      }
      return found;
    };
    const found = new Map<string, number>();
    function* counting() {
      for (const { reply, binnedAt } of rows ?? []) {
        const many = binnedAt === undefined ? count(reply) : 0;
        if (many > 0) found.set(reply.id, many);
        yield undefined;
      }
    }
    const run = async () => {
      for await (const _ of inSlices(counting())) if (ended) return;
      if (!ended) setHits(found);
    };
    if (known.check !== clean) void run();
    return () => {
      ended = true;
    };
  }, [rows, language, known]);
  return hits;
}
