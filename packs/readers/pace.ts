/** Work between two rests, ms: well under the 50 ms after which a page counts as slow (W3C Long Tasks). */
const SLICE = 12;

/** Cuts long work into slices, between which the page can paint and the user cancel. */
export class Pace {
  #since = performance.now();
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: ((share: number) => void) | undefined;

  constructor(signal?: AbortSignal, onProgress?: (share: number) => void) {
    this.#signal = signal;
    this.#onProgress = onProgress;
    signal?.throwIfAborted();
  }

  /** Whether the slice is used up. */
  due(): boolean {
    return performance.now() - this.#since > SLICE;
  }

  /**
   * Gives the thread back and reports the share that is done, 0 to 1.
   * @throws the signal's reason
   */
  async rest(share: number): Promise<void> {
    this.#onProgress?.(Math.min(1, share));
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
