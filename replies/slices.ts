/** A slice of work that does not make a page stutter, ms. */
const SLICE_MS = 6;

/** Does work in one go. */
export function inOneGo<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does work in slices of some 6 ms, between which `rest` gives the thread back. */
export async function inSlices<T>(work: Generator<void, T>, rest: () => Promise<void>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await rest();
    since = performance.now();
  }
}
