import { Fault } from '../../../locales/fault';
import type { LoadAnswer, LoadCalls, LoadName } from './load-protocol';

/** The loading worker as the page calls it. */
export class Loader {
  readonly #worker = new Worker(new URL('./load.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, { resolve(value: never): void; reject(error: unknown): void }>();
  #calls = 0;

  constructor(onProgress: (share: number) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LoadAnswer>) => {
      if (data.kind === 'progress') return onProgress(data.share);
      const call = this.#waiting.get(data.call);
      this.#waiting.delete(data.call);
      if (data.kind === 'done') call?.resolve(data.value as never);
      else call?.reject(new Fault(data.fault.code, data.fault.detail));
    });
    this.#worker.addEventListener('error', (event) => {
      for (const call of this.#waiting.values()) call.reject(new Error(event.message));
      this.#waiting.clear();
    });
  }

  /** @throws Fault as the worker has it */
  ask<N extends LoadName>(name: N, ask: LoadCalls[N]['ask'], transfer: Transferable[] = []): Promise<LoadCalls[N]['answer']> {
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      this.#worker.postMessage({ call, name, ask }, transfer);
    });
  }

  /** Ends it at once, in the middle of whatever it does; nothing of that stays. */
  end(): void {
    this.#worker.terminate();
    this.#waiting.clear();
  }
}
