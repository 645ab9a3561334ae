import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import uFuzzy from '@leeoniya/ufuzzy';
import PinyinMatch from 'pinyin-match';
import { pinyin } from 'pinyin-pro';
import { buildReplyIndex } from '../../replies/index-build.ts';
import { previewTemplate } from '../../replies/render.ts';
import { preparedFor, searchReplies } from '../../replies/search.ts';
import type { PackedReply } from './replies.corpus.ts';

/** A search to compare: gets replies once, then answers queries with their places, best first. */
export interface Peer {
  name: string;
  load(replies: readonly PackedReply[]): (query: string) => number[];
}

interface Row {
  at: number;
  title: string;
  abbreviation: string;
  group: string;
  tags: string;
  questions: string;
  text: string;
  sound: string;
  initials: string;
}

/** Made once for all peers. */
const made = new WeakMap<readonly PackedReply[], Row[]>();

/** The same fields for everybody; full pinyin and initials beside them, for those that know no pinyin. */
function rows(replies: readonly PackedReply[]): Row[] {
  const known = made.get(replies);
  if (known) return known;
  const fresh = replies.map((reply, at) => {
    const named = [reply.title, reply.group, ...(reply.tags ?? [])];
    const syllables = named.map((text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }));
    return {
      at,
      title: reply.title,
      abbreviation: reply.abbreviation ?? '',
      group: reply.group,
      tags: (reply.tags ?? []).join(' '),
      questions: (reply.questions ?? []).join(' '),
      text: reply.bubbles.map((bubble) => previewTemplate(bubble, 'zh-CN')).join('\n'),
      sound: syllables.map((list) => list.join('')).join(' '),
      initials: syllables.map((list) => list.map((syllable) => syllable.charAt(0)).join('')).join(' '),
    };
  });
  made.set(replies, fresh);
  return fresh;
}

const LIMIT = 8;
const weights = { title: 3, abbreviation: 4, group: 1, tags: 2, questions: 2, text: 1, sound: 2, initials: 2 };
const fields = Object.keys(weights) as (keyof typeof weights)[];

/** Han characters one by one and in pairs, the rest as words. */
function tokens(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)).flatMap(([run]) =>
    /\p{Script=Han}/u.test(run) ? [...run, ...Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))] : [run],
  );
}

export const peers: Peer[] = [
  {
    name: 'Chatside',
    load(replies) {
      const places = new Map(replies.map((reply, at) => [`${reply.pack}\n${reply.id}`, at]));
      const index = JSON.parse(JSON.stringify(buildReplyIndex(replies)));
      preparedFor(index);
      return (query) => searchReplies(index, query, { now: 0, limit: LIMIT }).map(({ pack, id }) => places.get(`${pack}\n${id}`) ?? -1);
    },
  },
  {
    name: 'Fuse.js',
    load(replies) {
      const fuse = new Fuse(rows(replies), { keys: fields.map((name) => ({ name, weight: weights[name] })), threshold: 0.4, ignoreLocation: true });
      return (query) => fuse.search(query, { limit: LIMIT }).map(({ item }) => item.at);
    },
  },
  {
    name: 'MiniSearch',
    load(replies) {
      const search = new MiniSearch<Row>({ fields, idField: 'at', tokenize: tokens, searchOptions: { boost: weights, prefix: true, fuzzy: 0.2, combineWith: 'AND', tokenize: tokens } });
      search.addAll(rows(replies));
      return (query) => search.search(query).slice(0, LIMIT).map((found) => Number(found.id));
    },
  },
  {
    name: 'uFuzzy',
    load(replies) {
      const fuzzy = new uFuzzy({ unicode: true, interSplit: '[^\\p{L}\\d]+', intraSplit: '\\p{Ll}\\p{Lu}', intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}', intraChars: '[\\p{L}\\d]', intraContr: "'\\p{L}{1,2}\\b", intraMode: 1 });
      const texts = rows(replies).map((row) => `${row.title} ${row.abbreviation} ${row.group} ${row.tags} ${row.sound} ${row.initials} ${row.questions} ${row.text}`);
      return (query) => {
        const [ids, info, order] = fuzzy.search(texts, query, 3, 1000);
        if (!ids) return [];
        return info && order ? order.slice(0, LIMIT).map((place) => info.idx[place] ?? -1) : ids.slice(0, LIMIT);
      };
    },
  },
  {
    name: 'pinyin-match',
    load(replies) {
      const all = rows(replies);
      // It ranks nothing by itself: fields in the order of their weight, then earlier and fuller matches.
      const ordered = (['abbreviation', 'title', 'tags', 'questions', 'group', 'text'] as const).map((field) => all.map((row) => row[field]));
      return (query) => {
        const found: { at: number; rank: number }[] = [];
        all.forEach((row) => {
          for (let field = 0; field < ordered.length; field++) {
            const text = ordered[field]?.[row.at] ?? '';
            const span = PinyinMatch.match(text, query);
            if (!span) continue;
            found.push({ at: row.at, rank: field * 1000 + span[0] * 10 + text.length / 100 });
            break;
          }
        });
        return found.sort((one, two) => one.rank - two.rank).slice(0, LIMIT).map(({ at }) => at);
      };
    },
  },
];
