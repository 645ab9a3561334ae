/** Work between two rests, ms: well under the 50 ms after which a page counts as slow (W3C Long Tasks). */
const SLICE = 12;

/** Goes through long work and gives the thread back whenever a slice is used up; yields at each rest. */
export async function* inSlices(work: Iterable<unknown>): AsyncGenerator<undefined> {
  let since = performance.now();
  for (const _ of work) {
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    yield undefined;
    since = performance.now();
  }
}
