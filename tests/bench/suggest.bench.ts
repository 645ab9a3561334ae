import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { buildReplyIndex } from '../../replies/index-build.ts';
import { suggestReplies } from '../../replies/suggest.ts';
import { builtInReplies } from './replies.corpus.ts';

/**
 * Suggestions on real questions: customers' messages of JDDC, the dialogues of JD's service desk,
 * each labelled with the groups of the built-in replies that answer it; an empty list where none
 * does (accounts, membership, questions of merchants). 330 messages that an agent answered were
 * drawn at random; those were labelled that ask or want something and can be understood by
 * themselves, by reading them, before any suggestion was looked at.
 *
 * The labels name a message by the first 12 digits of its SHA-256: the dialogues' own text stays
 * where it is published, since the repository that has the sample names no licence. Fetch
 * `data/chat_0.1per.txt` of github.com/EndlessLethe/jddc2019-3th-retrieve-model and name it in
 * CHATSIDE_DIALOGUES; without it nothing is measured. The last line is JSON.
 */

const labels = new Map(Object.entries(JSON.parse(readFileSync(new URL('suggest.labels.json', import.meta.url), 'utf8')) as Record<string, string[]>));
const file = process.env['CHATSIDE_DIALOGUES'];

/** Texts of all turns: the last column of tab-separated lines, whatever stands before it. */
function turnsOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').map((line) => (line.split('\t').at(-1) ?? '').trim());
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const share = (part: number, whole: number) => (whole === 0 ? 0 : +((100 * part) / whole).toFixed(1));

if (!file || !existsSync(file)) {
  console.log('No dialogues: CHATSIDE_DIALOGUES names no file. Nothing measured.');
  console.log(JSON.stringify({ bench: 'suggest', measured: false }));
} else {
  const messages = new Map(turnsOf(file).map((text) => [hash(text), text]));
  const index = buildReplyIndex(builtInReplies().filter((reply) => reply.pack.endsWith('zh-CN')));
  const counts = { answerable: 0, rightInThree: 0, rightFirst: 0, silent: 0, others: 0, othersSilent: 0, missing: 0 };
  const misses: string[] = [];
  for (const [key, groups] of labels) {
    const text = messages.get(key);
    if (text === undefined) counts.missing += 1;
    else {
      const offered = suggestReplies(index, text, { now: Date.now() }).map(({ reply }) => reply.group);
      const right = offered.map((group) => groups.includes(group));
      if (groups.length === 0) {
        counts.others += 1;
        if (offered.length === 0) counts.othersSilent += 1;
      } else {
        counts.answerable += 1;
        if (right.includes(true)) counts.rightInThree += 1;
        else if (process.env['CHATSIDE_MISSES']) misses.push(`${text.slice(0, 60)} → ${offered.join(' ') || '–'} (${groups.join(' ')})`);
        if (right[0]) counts.rightFirst += 1;
        if (offered.length === 0) counts.silent += 1;
      }
    }
  }
  for (const miss of misses) console.log(miss);
  const { answerable, rightInThree, rightFirst, silent, others, othersSilent, missing } = counts;
  console.table({
    'right group among the three': { count: rightInThree, of: answerable, '%': share(rightInThree, answerable) },
    'right group first': { count: rightFirst, of: answerable, '%': share(rightFirst, answerable) },
    'right group, where something was offered': { count: rightInThree, of: answerable - silent, '%': share(rightInThree, answerable - silent) },
    'nothing offered': { count: silent, of: answerable, '%': share(silent, answerable) },
    'nothing offered where no group answers': { count: othersSilent, of: others, '%': share(othersSilent, others) },
  });
  if (missing > 0) console.log(`${missing} of ${labels.size} labelled messages are not in the file`);
  console.log(JSON.stringify({ bench: 'suggest', measured: true, labels: labels.size, ...counts }));
}
