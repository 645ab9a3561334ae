/** As much of an observable as the library asks of a connection: subscribe, next, complete, unsubscribe. */
export class Observable {
  #start;

  constructor(start) {
    this.#start = start;
  }

  subscribe(first, error, complete) {
    const given = typeof first === 'function' ? { next: first, error, complete } : first;
    let stop;
    const observer = {
      next: (value) => given.next?.(value),
      error: (reason) => given.error?.(reason),
      complete: () => given.complete?.(),
    };
    stop = this.#start(observer);
    return { unsubscribe: () => stop?.() };
  }
}
