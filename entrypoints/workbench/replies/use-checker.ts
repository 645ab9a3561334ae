import { useEffect, useMemo, useState } from 'react';
import { loadWords } from '../../../banned-words';
import type { CompactWords, Hit, WordChecker } from '../../../banned-words';
import type { Placed } from '../../../packs/editing/rows';
import type { Pack, Reply } from '../../../packs/format';
import { previewTemplate } from '../../../replies/render';
import { builtInPacks, inUse, storedHeads, watchPacks } from '../../../storage/packs';
import { readSettings, watchSettings } from '../../../storage/settings';
import { inSlices } from './in-slices';

export type Check = (text: string) => Hit[];
const clean: Check = () => [];

/** The checker of this page's life, by the lists that it was made of: to make one holds the thread for a moment. */
let made: { key: string; checker: Promise<WordChecker> } | undefined;

function compile(packs: Pack[]): Promise<CompactWords> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./words.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<CompactWords>) => {
      resolve(data);
      worker.terminate();
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(packs, {});
  });
}

/** The word check as the panels have it, with the lead's switches. */
async function checkerInUse(): Promise<{ key: string; check: Check }> {
  // Only the words are needed, so the replies stay on their shelves.
  const [builtIn, stored, settings] = await Promise.all([builtInPacks(), storedHeads(), readSettings()]);
  const packs = inUse(builtIn, stored, settings.packsOff).filter((pack) => pack.words);
  const changes = stored.filter(({ pack }) => pack.words).map(({ id, changedAt }) => `${id} ${changedAt}`);
  const key = JSON.stringify([packs.map(({ id }) => id), changes]);
  if (made?.key !== key) made = { key, checker: compile(packs.map((pack) => ({ ...pack, replies: [] }))).then(loadWords) };
  const checker = await made.checker;
  return { key: key + JSON.stringify(settings.words), check: (text) => checker.check(text, { settings: settings.words }) };
}

/** The word check, live; finds nothing until the words are compiled. */
export function useChecker(): Check {
  const [state, setState] = useState<{ key: string; check: Check }>({ key: '', check: clean });
  useEffect(() => {
    let ended = false;
    const read = async () => {
      const next = await checkerInUse();
      if (!ended) setState((now) => (now.key === next.key ? now : next));
    };
    void read();
    const ends = [watchPacks(() => void read()), watchSettings(() => void read())];
    return () => {
      ended = true;
      for (const end of ends) end();
    };
  }, []);
  return state.check;
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
