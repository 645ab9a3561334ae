function ascending(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}

/** The places of a double array while they are given out. */
export class Places {
  /** For each place, one at or before the next free one (itself when free): a forest that is flattened as it is read. */
  private next = ascending(1024);
  private worthTrying = 1;

  private free(from: number): number {
    let place = from;
    while (place < this.next.length && this.next[place] !== place) place = this.next[place] as number;
    for (let at = from; at < this.next.length && this.next[at] !== at; ) {
      const on = this.next[at] as number;
      this.next[at] = place;
      at = on;
    }
    return place;
  }

  private fits(base: number, units: readonly number[]): boolean {
    for (let child = units.length - 1; child > 0; child--) {
      const place = base + (units[child] as number);
      if (place < this.next.length && this.next[place] !== place) return false;
    }
    return true;
  }

  /** Takes a place that is known to be free. */
  take(place: number): void {
    if (place + 1 >= this.next.length) {
      const wider = ascending(2 * (place + 2));
      wider.set(this.next);
      this.next = wider;
    }
    this.next[place] = place + 1;
  }

  /** Lowest base found at which several children, in ascending class, find free places; takes them. */
  base(units: readonly number[]): number {
    const first = units[0] as number;
    let tries = 0;
    for (let place = this.free(Math.max(this.worthTrying, first + 1)); ; place = this.free(place + 1)) {
      if (this.fits(place - first, units)) {
        // Crowded places are left to the single children, which fit anywhere.
        if (tries > 24) this.worthTrying = place;
        for (const unit of units) this.take(place - first + unit);
        return place - first;
      }
      tries++;
    }
  }

  /** The same for a single child. */
  single(unit: number): number {
    const place = this.free(unit + 1);
    this.take(place);
    return place - unit;
  }
}
