/**
 * The matcher: an Aho-Corasick automaton whose trie is a double array (Aoe 1989), in flat typed arrays.
 * State 0 is the root; the child of state s by class c is t = base[s] + c where check[t] = s.
 */
export interface Automaton {
  /** The code unit of each class, from class 1 on. */
  alphabet: Uint16Array;
  /** Class of each UTF-16 code unit; 0 for units that no key holds. */
  classes: Uint16Array;
  /**
   * Two numbers a state: base << 1, with bit 0 set where the state or one of its suffixes ends a key;
   * and check.
   */
  cells: Int32Array;
  fail: Int32Array;
  /** Number of the key that ends at the state, plus 1; 0 for none. */
  key: Int32Array;
  /** Longest proper suffix state that ends a key, or 0. */
  shorter: Int32Array;
}

/** Class of each UTF-16 code unit. */
export function classesOf(alphabet: Uint16Array): Uint16Array {
  const classes = new Uint16Array(0x10000);
  for (let at = 0; at < alphabet.length; at++) classes[alphabet[at] as number] = at + 1;
  return classes;
}

/** Occurrences of keys: two numbers each, the key's and the index of its last unit. Only the first `count` are meant. */
export interface Occurrences {
  count: number;
  pairs: Int32Array;
}

export const noOccurrences = (): Occurrences => ({ count: 0, pairs: new Int32Array(512) });

function wider(occurrences: Occurrences): Int32Array {
  const pairs = new Int32Array(2 * occurrences.pairs.length);
  pairs.set(occurrences.pairs);
  return (occurrences.pairs = pairs);
}

/**
 * Every occurrence of every key among the first `length` units, overlapping ones included, ordered by
 * end and then longest first. `into` is used again, so that checking a keystroke allocates nothing.
 */
export function scan(automaton: Automaton, units: Uint16Array, length: number, into: Occurrences = noOccurrences()): Occurrences {
  const { classes, cells, fail, key, shorter } = automaton;
  let pairs = into.pairs;
  let used = 0;
  let state = 0;
  let base = 0;
  for (let index = 0; index < length; index++) {
    const unit = classes[units[index] as number] as number;
    if (unit === 0) {
      state = 0;
      base = 0;
      continue;
    }
    let target = ((base >> 1) + unit) << 1;
    while (cells[target + 1] !== state) {
      if (state === 0) {
        target = 0;
        break;
      }
      state = fail[state] as number;
      target = (((cells[state << 1] as number) >> 1) + unit) << 1;
    }
    state = target >> 1;
    base = cells[target] as number;
    if ((base & 1) === 0) continue;
    for (let each = key[state] ? state : (shorter[state] as number); each; each = shorter[each] as number) {
      if (used === pairs.length) pairs = wider(into);
      pairs[used++] = (key[each] as number) - 1;
      pairs[used++] = index;
    }
  }
  into.count = used >> 1;
  return into;
}
