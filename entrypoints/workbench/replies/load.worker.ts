import { z } from 'zod';
import type { Counts, Found, Item } from '../../../components/workbench/load/view';
import { faultOf } from '../../../locales/fault';
import { changedFields, compareWith, compareWords, rowsToLoad } from '../../../packs/editing/load';
import { PACK_FORMAT, PACK_VERSION } from '../../../packs/format';
import type { LocalText } from '../../../packs/format';
import { readPack } from '../../../packs/readers';
import type { Compared, ReadResult } from '../../../packs/readers';
import { database } from '../../../storage/database';
import { doStep } from '../../../storage/pack-steps';
import { bringPictures } from '../../../storage/pictures';
import type { ReplyRow, StoredPack } from '../../../storage/records-packs';
import { readRows, rowsOf } from '../../../storage/reply-shelves';
import type { LoadAnswer, LoadCalls, LoadName } from './load-protocol';

/**
 * Reads, compares and stores a file apart from the page, which stays free for the eye and the hand
 * while 50,000 rows are read. Ending the worker ends all of it: a transaction that is not through is
 * taken back by the browser.
 */

// Zod's compiler probes `Function`, which an extension's CSP forbids.
z.config({ jitless: true });

let bytes: Uint8Array = new Uint8Array();
let read: ReadResult = { format: 'unknown', replies: [], words: [], faults: [] };
let fileName = '';
let current: ReplyRow[] = [];
let compared: Compared[] = [];

const post = (answer: LoadAnswer) => self.postMessage(answer, {});
const progress = (share: number) => post({ kind: 'progress', share });

/** Every format but ours tells only some of a reply's fields. */
const isPartial = () => read.format !== 'chatside';
const han = /\p{Script=Han}/u;

const calls: { [N in LoadName]: (ask: LoadCalls[N]['ask']) => Promise<LoadCalls[N]['answer']> } = {
  read: async ({ bytes: given, name, mapping, encoding }) => {
    if (given) bytes = new Uint8Array(given);
    fileName = name;
    const result = await readPack(bytes, name, { ...(mapping && { mapping }), ...(encoding && { encoding }), onProgress: progress });
    read = result;
    const sample = result.replies.slice(0, 200).map(({ bubbles }) => bubbles.join(''));
    const chinese = sample.filter((text) => han.test(text)).length * 2 >= sample.length;
    return {
      name,
      format: result.format,
      replies: result.replies.length,
      words: result.words.length,
      faults: result.faults,
      language: result.head?.language ?? (chinese ? 'zh-CN' : 'en'),
      ...(result.encoding && { encoding: result.encoding }),
      ...(result.mapping && { mapping: result.mapping }),
      ...(result.head && { pack: { id: result.head.id, name: result.head.name } }),
    } satisfies Found;
  },
  compare: async ({ pack }) => {
    const stored = pack === null ? undefined : await database.packs.get(pack);
    current = pack === null ? [] : stored?.pack.replies ? rowsOf(stored.pack.replies) : await readRows(pack);
    compared = compareWith(current, read.replies, isPartial());
    const { merged: _, ...words } = compareWords(stored?.pack.words ?? [], read.words);
    const counts: Counts = { new: 0, changed: 0, clashing: 0, same: 0, words };
    for (const { state } of compared) counts[state] += 1;
    return counts;
  },
  list: async ({ state, from, to }) =>
    compared
      .filter((one) => one.state === state)
      .slice(from, to)
      .map((one): Item => {
        const { id, title, group, abbreviation = '', bubbles } = one.incoming;
        const fields = state === 'new' || state === 'same' ? [] : changedFields(one).filter((field) => !isPartial() || one.incoming[field] !== undefined);
        return { id, title, group, abbreviation, text: bubbles.join('\n').slice(0, 300), fields, before: one.current?.bubbles.join('\n').slice(0, 300) ?? '', clash: one.clash?.title ?? '' };
      }),
  store: async ({ pack, name, choice }) => {
    const put = rowsToLoad(compared, current, choice, isPartial());
    return database.transaction('rw', [database.packs, database.replyShelves, database.packSteps, database.packStepRows, database.packStepHeads, database.pictures], async () => {
      const head = await headFor(pack, name);
      if (read.pictures) await bringPictures(pack, read.pictures);
      const { step } = await doStep('load', fileName, [{ pack, put, ...(head && { head }) }], progress);
      return step;
    });
  },
};

/** The pack's own record: of a new pack, or with the words of the file; undefined when it stays as it is. */
async function headFor(id: string, name: string | undefined): Promise<StoredPack | undefined> {
  const now = Date.now();
  const { reasons, wordSets, ...said } = read.head ?? {};
  const known = name === undefined ? await database.packs.get(id) : undefined;
  if (known && read.words.length === 0) return undefined;
  const language = read.replies.some(({ bubbles }) => han.test(bubbles[0] ?? '')) || read.words.some(({ term }) => han.test(term)) ? 'zh-CN' : 'en';
  const pack = known?.pack ?? { format: PACK_FORMAT, version: PACK_VERSION, language, release: new Date().toLocaleDateString('sv'), ...said, id, name: nameFor(name ?? id) };
  const { replies: _, ...rest } = pack;
  const { merged } = compareWords(known?.pack.words ?? [], read.words);
  return {
    ...(known ?? { id, origin: 'file', on: true, addedAt: now }),
    changedAt: now,
    pack: {
      ...rest,
      ...(merged.length > 0 && { words: merged }),
      ...((reasons || rest.reasons) && { reasons: { ...rest.reasons, ...reasons } }),
      ...((wordSets || rest.wordSets) && { wordSets: { ...rest.wordSets, ...wordSets } }),
    },
  };
}

/** A pack file's name in both languages stays so when the user left it as it was shown. */
function nameFor(name: string): LocalText {
  const said = read.head?.name;
  return said !== undefined && typeof said !== 'string' && Object.values(said).includes(name) ? said : name;
}

self.addEventListener('message', async ({ data }: MessageEvent<{ call: number; name: LoadName; ask: never }>) => {
  try {
    post({ kind: 'done', call: data.call, value: await calls[data.name](data.ask) });
  } catch (error) {
    post({ kind: 'fault', call: data.call, fault: faultOf(error) });
  }
});
