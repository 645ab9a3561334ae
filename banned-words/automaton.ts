/**
 * The matcher: an Aho-Corasick automaton whose trie is a double array (Aoe 1989), in flat typed arrays.
 * State 0 is the root; the child of state s by class c is t = base[s] + c where check[t] = s.
 */
export interface Automaton {
  /** Class of each UTF-16 code unit; 0 for units that no key holds. */
  classes: Uint16Array;
  /** base << 1, with bit 0 set where the state, or one of its suffixes, ends a key. */
  base: Int32Array;
  check: Int32Array;
  fail: Int32Array;
  /** Number of the key that ends at the state, plus 1; 0 for none. */
  key: Int32Array;
  /** Longest proper suffix state that ends a key, or 0. */
  shorter: Int32Array;
}

/** A trie in arrays: children in ascending class, as first child and next sibling. */
interface Trie {
  size: number;
  unit: Uint16Array;
  child: Int32Array;
  sibling: Int32Array;
  key: Int32Array;
}

function trieOf(keys: readonly string[], order: Int32Array, classes: Uint16Array): Trie {
  const room = keys.reduce((sum, key) => sum + key.length, 1);
  const trie: Trie = {
    size: 1,
    unit: new Uint16Array(room),
    child: new Int32Array(room),
    sibling: new Int32Array(room),
    key: new Int32Array(room),
  };
  // Keys come sorted by class, so a new child is always the last: the path of the key before is enough.
  const path = new Int32Array(1 + keys.reduce((longest, key) => Math.max(longest, key.length), 0));
  let before = '';
  for (const number of order) {
    const key = keys[number] as string;
    let depth = 0;
    while (depth < before.length && depth < key.length && before[depth] === key[depth]) depth++;
    let last = depth < before.length ? (path[depth + 1] as number) : 0;
    for (; depth < key.length; depth++) {
      const node = trie.size++;
      trie.unit[node] = classes[key.charCodeAt(depth)] as number;
      if (last) trie.sibling[last] = node;
      else trie.child[path[depth] as number] = node;
      path[depth + 1] = node;
      last = 0;
    }
    trie.key[path[key.length] as number] = number + 1;
    before = key;
  }
  return trie;
}

/** Frequent units get small classes, which keeps the double array dense. */
function classesOf(keys: readonly string[]): Uint16Array {
  const count = new Uint32Array(0x10000);
  for (const key of keys) for (let at = 0; at < key.length; at++) (count[key.charCodeAt(at)] as number)++;
  const used = [...count.keys()].filter((unit) => count[unit]).sort((a, b) => (count[b] as number) - (count[a] as number));
  const classes = new Uint16Array(0x10000);
  for (const [index, unit] of used.entries()) classes[unit] = index + 1;
  return classes;
}

function sortedByClass(keys: readonly string[], classes: Uint16Array): Int32Array {
  const spelt = keys.map((key) => {
    let inClasses = '';
    for (let at = 0; at < key.length; at++) inClasses += String.fromCharCode(classes[key.charCodeAt(at)] as number);
    return inClasses;
  });
  return Int32Array.from(keys.keys()).sort((a, b) => {
    const [left, right] = [spelt[a] as string, spelt[b] as string];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** The places of the double array while they are given out. */
class Places {
  taken = new Uint8Array(4096);
  /** First place that may be free, and for nodes of several children the first worth a try. */
  private free = 1;
  private worthTrying = 1;

  private fits(base: number, units: readonly number[]): boolean {
    for (let child = units.length - 1; child >= 0; child--) if (this.taken[base + (units[child] as number)]) return false;
    return true;
  }

  private claim(base: number, units: readonly number[]): number {
    const end = base + (units[units.length - 1] as number) + 1;
    if (end > this.taken.length) {
      const wider = new Uint8Array(2 * end);
      wider.set(this.taken);
      this.taken = wider;
    }
    for (const unit of units) this.taken[base + unit] = 1;
    return base;
  }

  root(units: readonly number[]): void {
    this.taken[0] = 1;
    this.claim(0, units);
  }

  /** Lowest base found at which all the children, in ascending class, find free places. */
  base(units: readonly number[]): number {
    const first = units[0] as number;
    if (units.length === 1) {
      this.free = Math.max(this.free, first + 1);
      while (this.taken[this.free]) this.free++;
      return this.claim(this.free - first, units);
    }
    let full = 0;
    const start = Math.max(this.worthTrying, first + 1);
    for (let place = start; ; place++) {
      if (this.taken[place]) full++;
      else if (this.fits(place - first, units)) {
        if (full >= 0.9 * (place - start + 1)) this.worthTrying = place;
        return this.claim(place - first, units);
      }
    }
  }
}

const childrenOf = (trie: Trie, node: number): number[] => {
  const children: number[] = [];
  for (let child = trie.child[node] as number; child; child = trie.sibling[child] as number) children.push(child);
  return children;
};

/**
 * Builds the automaton of distinct, non-empty keys; a key's number is its index. Meant for the
 * background: 45,000 keys take some hundred milliseconds.
 */
export function buildAutomaton(keys: readonly string[]): Automaton {
  const classes = classesOf(keys);
  const trie = trieOf(keys, sortedByClass(keys, classes), classes);
  const place = new Int32Array(trie.size);
  const base = new Int32Array(trie.size);
  const families: number[][][] = [];
  const queue = [0];
  for (const node of queue) {
    const children = childrenOf(trie, node);
    for (const child of children) queue.push(child);
    if (children.length) (families[children.length] ??= []).push([node, ...children]);
  }
  // The root first, at base 0, so that its child by class c is c itself; then the largest families,
  // for which room is hardest to find; single children fill the holes.
  const places = new Places();
  places.root(childrenOf(trie, 0).map((child) => trie.unit[child] as number));
  for (const family of families.reverse().flat()) {
    const [node, ...children] = family as [number, ...number[]];
    const units = children.map((child) => trie.unit[child] as number);
    base[node] = node === 0 ? 0 : places.base(units);
    for (const [index, child] of children.entries()) place[child] = (base[node] as number) + (units[index] as number);
  }
  return linked(trie, place, base, queue, classes);
}

/** Fills the double array and adds failure links in breadth-first order. */
function linked(trie: Trie, place: Int32Array, bases: Int32Array, queue: number[], classes: Uint16Array): Automaton {
  // Any state can be asked for any class, so the arrays end one range of classes behind the last base.
  let size = 1;
  for (const node of queue) size = Math.max(size, (place[node] as number) + 1, (bases[node] as number) + 1);
  size += classes.reduce((highest, each) => Math.max(highest, each), 0) + 1;
  const automaton: Automaton = {
    classes,
    base: new Int32Array(size),
    check: new Int32Array(size).fill(-1),
    fail: new Int32Array(size),
    key: new Int32Array(size),
    shorter: new Int32Array(size),
  };
  const { base, check, fail, key, shorter } = automaton;
  for (const node of queue) {
    const state = place[node] as number;
    base[state] = bases[node] as number;
    key[state] = trie.key[node] as number;
    for (const child of childrenOf(trie, node)) check[place[child] as number] = state;
  }
  for (const node of queue.slice(1)) {
    const state = place[node] as number;
    const unit = trie.unit[node] as number;
    for (let suffix = check[state] as number; suffix; ) {
      suffix = fail[suffix] as number;
      const target = (base[suffix] as number) + unit;
      if (check[target] === suffix) {
        fail[state] = target;
        break;
      }
    }
    const suffix = fail[state] as number;
    shorter[state] = key[suffix] ? suffix : (shorter[suffix] as number);
  }
  for (const node of queue) {
    const state = place[node] as number;
    base[state] = ((base[state] as number) << 1) | (key[state] || shorter[state] ? 1 : 0);
  }
  return automaton;
}

/**
 * Every occurrence of every key among the first `length` units, overlapping ones included, ordered by
 * end and then longest first: `found(key, end)` with the key's number and the index of its last unit.
 */
export function scan(
  { classes, base, check, fail, key, shorter }: Automaton,
  units: Uint16Array,
  length: number,
  found: (key: number, end: number) => void,
): void {
  let state = 0;
  for (let index = 0; index < length; index++) {
    const unit = classes[units[index] as number] as number;
    if (unit === 0) {
      state = 0;
      continue;
    }
    let target = ((base[state] as number) >> 1) + unit;
    while (check[target] !== state) {
      if (state === 0) {
        target = 0;
        break;
      }
      state = fail[state] as number;
      target = ((base[state] as number) >> 1) + unit;
    }
    state = target;
    if (((base[state] as number) & 1) === 0) continue;
    for (let each = key[state] ? state : (shorter[state] as number); each; each = shorter[each] as number)
      found((key[each] as number) - 1, index);
  }
}
