import { builtInReplies, manyReplies, queries } from './replies.corpus.ts';
import type { Query } from './replies.corpus.ts';
import { peers } from './replies.peers.ts';

/**
 * Reply search beside its peers, in one run: recall over the query set on the built-in replies,
 * then the time of a keystroke with 20,000 replies, each query typed letter by letter.
 * `node tests/bench/replies.bench.ts`; the last line is JSON.
 */

const TIMED_REPLIES = 20_000;
/** Every n-th query is typed out; the slowest peers take seconds a keystroke. */
const TIMED_EVERY = 128;

function share(asked: readonly Query[], search: (query: string) => number[], places: ReadonlyMap<string, number>): number {
  const right = asked.filter(({ query, pack, id }) => search(query).slice(0, 3).includes(places.get(`${pack}\n${id}`) ?? -2));
  return right.length / asked.length;
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Passes of which the faster counts for each keystroke: other work on the machine is not the search's. */
const PASSES = 2;

/** Milliseconds of each keystroke of these queries, ascending. */
function keystrokes(asked: readonly Query[], search: (query: string) => number[], passes: number): number[] {
  const times = new Map<string, number>();
  for (let pass = 0; pass < passes; pass++) {
    for (const { query } of asked) {
      for (let size = 1; size <= query.length; size++) {
        const begun = performance.now();
        search(query.slice(0, size));
        const key = `${query}\n${size}`;
        times.set(key, Math.min(times.get(key) ?? Infinity, performance.now() - begun));
      }
    }
  }
  return [...times.values()].sort((one, two) => one - two);
}

const own = builtInReplies();
const places = new Map(own.map((reply, at) => [`${reply.pack}\n${reply.id}`, at]));
const many = manyReplies(TIMED_REPLIES);
const tune = queries('tune');
const report = queries('report');
const all = [...tune, ...report];
const typed = all.filter((_, at) => at % TIMED_EVERY === 0);

const results = peers.map(({ name, load }) => {
  const search = load(own);
  const recall = { tune: share(tune, search, places), report: share(report, search, places) };
  const begun = performance.now();
  const large = load(many);
  const loadMs = performance.now() - begun;
  // The first calls compile; nobody types them.
  for (const { query } of all.slice(0, name === 'Chatside' ? 40 : 2)) large(query);
  const times = keystrokes(typed, large, PASSES);
  const whole = name === 'Chatside' ? keystrokes(all, large, PASSES) : times;
  return { name, recall, loadMs, medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99), maxMs: times.at(-1) ?? 0, wholeP99Ms: quantile(whole, 0.99), keystrokes: whole.length };
});

const first = results[0];
console.log(`Right reply in the first three, ${own.length} built-in replies, ${tune.length} + ${report.length} queries; time of a keystroke with ${TIMED_REPLIES} replies, ${typed.length} queries typed out`);
console.table(
  Object.fromEntries(
    results.map((result) => [
      result.name,
      {
        'recall tune %': +(100 * result.recall.tune).toFixed(1),
        'recall report %': +(100 * result.recall.report).toFixed(1),
        'load s': +(result.loadMs / 1000).toFixed(1),
        'median ms': +result.medianMs.toFixed(2),
        'p99 ms': +result.p99Ms.toFixed(2),
        'times slower': +(result.medianMs / (first?.medianMs ?? 1)).toFixed(1),
      },
    ]),
  ),
);
console.log(`All ${first?.keystrokes} keystrokes of ${all.length} queries with Chatside: p99 ${first?.wholeP99Ms.toFixed(2)} ms`);
console.log(JSON.stringify({ bench: 'replies', replies: TIMED_REPLIES, queries: all.length, results }));
