import { readdirSync, readFileSync } from 'node:fs';
import { packSchema } from '../../packs/format.ts';
import type { Pack } from '../../packs/format.ts';
import { chat, terms } from './words.corpus.ts';
import { ours, packOf, peers } from './words.peers.ts';
import type { Matcher } from './words.peers.ts';
import { compileWords, loadWords } from '../../banned-words/index.ts';

/**
 * The banned-word check beside its peers, in one run: `node tests/bench/words.bench.ts`. Throughput in
 * millions of UTF-8 bytes a second over 5 MB of generated chat, as one text and message by message,
 * with 10,000 and 45,000 terms; time and memory of compiling; every find against a naive search; and
 * the time for a text of twice the length. Medians of rounds in which the matchers take turns.
 */
const BYTES = 5_000_000;
const ROUNDS = 5;
/** How often what is short is done in one measurement. */
const PASSES = 20;
const COUNTS = [10_000, 45_000];

const gc = (globalThis as { gc?: () => void }).gc;
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
const utf8 = (text: string) => new TextEncoder().encode(text).length;
/** Milliseconds of processor time, which other programs on the machine do not lengthen; told in steps of some 4 ms. */
const timed = (work: () => void): number => {
  const begun = process.threadCpuUsage().user;
  work();
  return (process.threadCpuUsage().user - begun) / 1000;
};
function memory(): number {
  // Twice: array buffers are given back only by the round after the one that frees their owners.
  gc?.();
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

interface Row {
  name: string;
  compileMs: number;
  memoryMB: number;
  /** Millions of bytes a second: the whole text, and message by message. */
  wholeText: number;
  messages: number;
  found: number;
  /** Finds that differ from a naive search; absent where no positions are told. */
  wrong?: number;
}

function naive(list: readonly string[], text: string): Set<string> {
  const finds = new Set<string>();
  for (const term of list) for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) finds.add(`${at}:${term}`);
  return finds;
}

function wrongFinds({ finds }: Matcher, list: readonly string[], sample: string, right: ReadonlySet<string>): number | undefined {
  if (!finds) return undefined;
  const found = finds(list)(sample);
  const distinct = new Set(found);
  return found.length - distinct.size + [...distinct].filter((find) => !right.has(find)).length + [...right].filter((find) => !distinct.has(find)).length;
}

function compare(count: number, messages: readonly string[], text: string): Row[] {
  const list = terms(count);
  const matchers: Matcher[] = [ours.bare, ours.whole, ...peers];
  const sample = text.slice(0, 60_000);
  const right = naive(list, sample);
  const loaded = matchers.flatMap((matcher) => {
    const { atMost } = matcher;
    if (atMost && count > atMost.terms) return [];
    const before = memory();
    let search: ((text: string) => number) | undefined;
    const compileMs = timed(() => (search = matcher.load(list)));
    if (!search) return [];
    const memoryMB = memory() - before;
    const long = atMost ? text.slice(0, atMost.text) : text;
    const short = atMost ? messages.slice(0, 100) : messages;
    return [{ matcher, search, compileMs, memoryMB, long, short, longTimes: [] as number[], shortTimes: [] as number[], found: 0 }];
  });
  for (let round = -1; round < ROUNDS; round++)
    for (const each of loaded) {
      const longTime = timed(() => (each.found = each.search(each.long)));
      const shortTime = timed(() => {
        for (const message of each.short) each.search(message);
      });
      // The first round only warms up.
      if (round < 0) continue;
      each.longTimes.push(longTime);
      each.shortTimes.push(shortTime);
    }
  return loaded.map(({ matcher, compileMs, memoryMB, long, short, longTimes, shortTimes, found }) => ({
    name: matcher.name,
    compileMs,
    memoryMB,
    wholeText: utf8(long) / 1e3 / median(longTimes),
    messages: short.reduce((sum, message) => sum + utf8(message), 0) / 1e3 / median(shortTimes),
    found,
    wrong: wrongFinds(matcher, list, sample, right),
  }));
}

function print(count: number, rows: readonly Row[]): object {
  const [bare, whole, ...others] = rows as [Row, Row, ...Row[]];
  const fastest = others.reduce((best, row) => (row.wholeText > best.wholeText ? row : best));
  const fastestShort = others.reduce((best, row) => (row.messages > best.messages ? row : best));
  const ratios = {
    bareToFastest: bare.wholeText / fastest.wholeText,
    wholeToFastest: whole.wholeText / fastest.wholeText,
    bareToFastestByMessage: bare.messages / fastestShort.messages,
    wholeToFastestByMessage: whole.messages / fastestShort.messages,
  };
  console.log(`\n${count} terms (MB/s: ${BYTES / 1e6} MB as one text, and message by message; wrong: finds unlike a naive search)`);
  console.table(
    Object.fromEntries(
      rows.map(({ name, compileMs, memoryMB, wholeText, messages, found, wrong }) => [
        name,
        {
          'compile ms': Math.round(compileMs),
          'memory MB': +memoryMB.toFixed(1),
          'MB/s': +wholeText.toPrecision(3),
          'MB/s by message': +messages.toPrecision(3),
          found,
          wrong: wrong ?? '—',
        },
      ]),
    ),
  );
  console.log(`to the fastest peer: matcher × ${ratios.bareToFastest.toFixed(2)}, whole check × ${ratios.wholeToFastest.toFixed(2)}; by message × ${ratios.bareToFastestByMessage.toFixed(2)} and × ${ratios.wholeToFastestByMessage.toFixed(2)}`);
  return { count, rows, ratios };
}

/** Milliseconds a message of each length, our whole check and the first peer's bare matching. */
function byLength(count: number, text: string) {
  const list = terms(count);
  const whole = ours.whole.load(list);
  const peer = (peers[0] as Matcher).load(list);
  return [5, 20, 50, 100, 200, 500].map((length) => {
    const pieces = Array.from({ length: 2000 }, (_, at) => text.slice(at * length, (at + 1) * length));
    const run = (search: (text: string) => number) =>
      timed(() => {
        for (let pass = 0; pass < PASSES; pass++) for (const piece of pieces) search(piece);
      }) / (PASSES * pieces.length / 1000);
    return { length, wholeMicroseconds: run(whole), peerMicroseconds: run(peer) };
  });
}

/**
 * The compact form: what compiling takes, its size in a message, and what the page takes to take it up
 * and to hold it. The peers have no such form: each panel would compile the list anew.
 */
function loading(name: string, packs: readonly Pack[]) {
  let compact = compileWords(packs);
  const compileMs = timed(() => (compact = compileWords(packs)));
  const json = JSON.stringify(compact);
  const loadMs =
    timed(() => {
      for (let pass = 0; pass < PASSES; pass++) loadWords(JSON.parse(json));
    }) / PASSES;
  const before = memory();
  const checker = loadWords(JSON.parse(json));
  const memoryMB = memory() - before;
  checker.check('');
  return { name, entries: packs.reduce((sum, { words }) => sum + (words?.length ?? 0), 0), compileMs, messageMB: utf8(json) / 1e6, loadMs, memoryMB };
}

/** Milliseconds for texts of doubling length, up to 1 MiB of code units: linear time doubles. */
function doubling() {
  const checker = loadWords(compileWords([packOf([...terms(10_000), '最好', '最好的', '加微信', '天天', 'vx'])]));
  const texts: Record<string, (size: number) => string> = {
    chat: (size) => chat(3.2 * size).join('\n').slice(0, size),
    'one character': (size) => '最'.repeat(size),
    'hits only': (size) => '最好的'.repeat(size / 3),
    'gaps only': (size) => `最${' '.repeat(size - 2)}好`,
    'parted hits': (size) => '最 好 '.repeat(size / 4),
    digits: (size) => '1'.repeat(size),
    'spaced digits': (size) => '1 '.repeat(size / 2),
    dots: (size) => 'a.'.repeat(size / 2),
    'lone surrogates': (size) => '\ud800\udc00\ud800'.repeat(size / 3),
  };
  return Object.entries(texts).map(([name, make]) => {
    const ms = [1 << 17, 1 << 18, 1 << 19, 1 << 20].map((size) => {
      const text = make(size);
      return median(Array.from({ length: 3 }, () => timed(() => checker.check(text))));
    });
    return { name, ms };
  });
}

const messages = chat(BYTES);
const text = messages.join('\n');
const comparisons = COUNTS.map((count) => print(count, compare(count, messages, text)));
const lengths = byLength(45_000, text);
console.log('\nMicroseconds a message, 45,000 terms: whole check, and bare matching by @monyone/aho-corasick/fast');
console.table(lengths);
const builtIn = readdirSync('packs/built-in')
  .filter((file) => file.startsWith('words'))
  .map((file) => packSchema.parse(JSON.parse(readFileSync(`packs/built-in/${file}`, 'utf8'))));
const loads = [loading('built-in lists', builtIn), ...COUNTS.map((count) => loading(`${count} terms`, [packOf(terms(count))]))];
console.log('\nThe compact form');
console.table(loads);
const doubled = doubling();
console.log('\nMilliseconds of the whole check for 128, 256, 512 and 1024 Ki code units');
console.table(Object.fromEntries(doubled.map(({ name, ms }) => [name, ms.map((each) => +each.toFixed(1))])));
console.log(JSON.stringify({ bench: 'words', comparisons, lengths, loads, doubled }));
