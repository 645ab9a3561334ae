import { useCallback, useEffect, useRef, useState } from 'react';
import type { Counts, Found, Item, ItemState } from '../../../components/workbench/load/view';
import { faultOf } from '../../../locales/fault';
import type { FaultData } from '../../../locales/fault';
import type { LoadChoice } from '../../../packs/editing/load';
import type { Mapping, TextEncoding } from '../../../packs/readers';
import type { PackStep } from '../../../storage/records-packs';
import { Loader } from './loader';

export interface LoadState {
  stage: 'source' | 'reading' | 'preview' | 'storing';
  name: string;
  share: number;
  found: Found | null;
  counts: Counts | null;
  /** Pack that the counts are against; null: a new one. */
  against: string | null;
  fault: FaultData | null;
  cancelled: boolean;
}

const begin: LoadState = { stage: 'source', name: '', share: 0, found: null, counts: null, against: null, fault: null, cancelled: false };

/**
 * Loading a file, from the choice to the step that is stored.
 * @param firstTarget the pack that a file goes into unless the user says otherwise; null: a new one
 */
export function useLoader(firstTarget: (found: Found) => string | null) {
  const [state, setState] = useState<LoadState>(begin);
  const loader = useRef<Loader | null>(null);
  const change = (part: Partial<LoadState>) => setState((now) => ({ ...now, ...part }));

  const end = useCallback(() => {
    loader.current?.end();
    loader.current = null;
  }, []);
  useEffect(() => end, [end]);

  const running = () => (loader.current ??= new Loader((share) => change({ share })));

  const compare = async (pack: string | null) => {
    const counts = await running().ask('compare', { pack });
    change({ counts, against: pack, stage: 'preview' });
  };

  /** Reads a file, or the last one again as the user corrected it. */
  const read = async (name: string, file: ArrayBuffer | null, correct: { mapping?: Mapping; encoding?: TextEncoding } = {}) => {
    const before = state;
    change({ stage: 'reading', name, share: 0, fault: null, cancelled: false });
    try {
      const found = await running().ask('read', { name, ...correct, ...(file && { bytes: file }) }, file ? [file] : []);
      // A mapping without a column of text is shown to be corrected once more.
      const kept = !found.mapping && correct.mapping && before.found?.mapping ? { ...found, mapping: { ...before.found.mapping, ...correct.mapping } } : found;
      change({ found: kept });
      await compare(file ? firstTarget(found) : before.against);
    } catch (error) {
      change({ stage: 'source', fault: faultOf(error) });
    }
  };

  return {
    state,
    read,
    readFile: async (file: File) => {
      try {
        await read(file.name, await file.arrayBuffer());
      } catch (error) {
        change({ stage: 'source', fault: faultOf(error) });
      }
    },
    compare: (pack: string | null) => compare(pack).catch((error: unknown) => change({ fault: faultOf(error) })),
    list: (wanted: ItemState, from: number, to: number): Promise<Item[]> => running().ask('list', { state: wanted, from, to }),
    /** Writes it; the step, or null when it failed. */
    store: async (pack: string, name: string | undefined, choice: LoadChoice): Promise<PackStep | null> => {
      change({ stage: 'storing', share: 0, fault: null });
      try {
        const step = await running().ask('store', { pack, choice, ...(name !== undefined && { name }) });
        end();
        setState(begin);
        return step;
      } catch (error) {
        change({ stage: 'preview', fault: faultOf(error) });
        return null;
      }
    },
    /** Ends what runs, or forgets the file. */
    cancel: () => {
      const busy = state.stage === 'reading' || state.stage === 'storing';
      end();
      setState({ ...begin, cancelled: busy });
    },
  };
}
