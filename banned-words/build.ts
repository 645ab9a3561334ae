import { classesOf } from './automaton.ts';
import type { Automaton } from './automaton.ts';

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

/** The units of the keys, the frequent first: their places are their classes less 1, which keeps the double array dense. */
function alphabetOf(keys: readonly string[]): Uint16Array {
  const count = new Map<number, number>();
  for (const key of keys) for (let at = 0; at < key.length; at++) count.set(key.charCodeAt(at), (count.get(key.charCodeAt(at)) ?? 0) + 1);
  return Uint16Array.from([...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit));
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

function ascending(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}

/** The places of the double array while they are given out. */
class Places {
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

  claim(base: number, units: readonly number[]): number {
    const end = base + (units.at(-1) as number) + 1;
    if (end >= this.next.length) {
      const wider = ascending(2 * end);
      wider.set(this.next);
      this.next = wider;
    }
    for (const unit of units) this.next[base + unit] = base + unit + 1;
    return base;
  }

  /** Lowest base found at which all the children, in ascending class, find free places. */
  base(units: readonly number[]): number {
    const first = units[0] as number;
    let tries = 0;
    for (let place = this.free(Math.max(this.worthTrying, first + 1)); ; place = this.free(place + 1)) {
      if (this.fits(place - first, units)) {
        // Crowded places are left to the single children, which fit anywhere.
        if (units.length === 1) this.worthTrying = 1;
        else if (tries > 24) this.worthTrying = place;
        return this.claim(place - first, units);
      }
      tries++;
    }
  }
}

/** The children of a node, in ascending class. */
function childrenOf(trie: Trie, node: number): number[] {
  const children: number[] = [];
  for (let child = trie.child[node] as number; child; child = trie.sibling[child] as number) children.push(child);
  return children;
}

/** Nodes that have children, those with the most first: room for them is the hardest to find. */
function byChildren(trie: Trie): number[] {
  const counts = new Uint16Array(trie.size);
  const parents: number[] = [];
  for (let node = 0; node < trie.size; node++) {
    for (let child = trie.child[node] as number; child; child = trie.sibling[child] as number) (counts[node] as number)++;
    if (counts[node]) parents.push(node);
  }
  return parents.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
}

/**
 * Builds the automaton of distinct, non-empty keys; a key's number is its index. Meant for the
 * background: 45,000 keys take some hundred milliseconds.
 */
export function buildAutomaton(keys: readonly string[]): Automaton {
  const alphabet = alphabetOf(keys);
  const classes = classesOf(alphabet);
  const trie = trieOf(keys, sortedByClass(keys, classes), classes);
  const state = new Int32Array(trie.size);
  const base = new Int32Array(trie.size);
  const places = new Places();
  // The root's base is 0, so that its child by class c is c itself.
  places.claim(0, [0, ...childrenOf(trie, 0).map((child) => trie.unit[child] as number)]);
  for (const child of childrenOf(trie, 0)) state[child] = trie.unit[child] as number;
  for (const node of byChildren(trie)) {
    if (node === 0) continue;
    const children = childrenOf(trie, node);
    base[node] = places.base(children.map((child) => trie.unit[child] as number));
    for (const child of children) state[child] = (base[node] as number) + (trie.unit[child] as number);
  }
  return { alphabet, classes, ...linked(trie, state, base, alphabet.length) };
}

/** Fills the double array and adds failure links in breadth-first order. */
function linked(trie: Trie, states: Int32Array, bases: Int32Array, classCount: number): Omit<Automaton, 'alphabet' | 'classes'> {
  // Any state can be asked for any class, so the arrays end one range of classes behind the last base.
  let size = 1;
  for (let node = 0; node < trie.size; node++) size = Math.max(size, (states[node] as number) + 1, (bases[node] as number) + 1);
  size += classCount + 1;
  const cells = new Int32Array(2 * size).fill(-1);
  const [fail, key, shorter] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const queue = new Int32Array(trie.size);
  for (let head = 0, tail = 1; head < tail; head++) {
    const node = queue[head] as number;
    const state = states[node] as number;
    const parent = node ? (cells[2 * state + 1] as number) : 0;
    const unit = trie.unit[node] as number;
    for (let suffix = parent; suffix; ) {
      suffix = fail[suffix] as number;
      const target = ((cells[2 * suffix] as number) >> 1) + unit;
      if (cells[2 * target + 1] !== suffix) continue;
      fail[state] = target;
      break;
    }
    const suffix = fail[state] as number;
    key[state] = trie.key[node] as number;
    shorter[state] = key[suffix] ? suffix : (shorter[suffix] as number);
    cells[2 * state] = ((bases[node] as number) << 1) | (key[state] || shorter[state] ? 1 : 0);
    for (let child = trie.child[node] as number; child; child = trie.sibling[child] as number) {
      cells[2 * (states[child] as number) + 1] = state;
      queue[tail++] = child;
    }
  }
  return { cells, fail, key, shorter };
}
