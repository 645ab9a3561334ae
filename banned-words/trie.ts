/** Node 0 is the root; children stand in ascending class, as first child and next sibling. */
export interface Trie {
  size: number;
  /** Class of the unit that leads to the node. */
  unit: Uint16Array;
  child: Int32Array;
  sibling: Int32Array;
  /** Number of the key that ends at the node, plus 1; 0 for none. */
  key: Int32Array;
}

/** The units of the keys, the frequent first: their places are their classes less 1, which keeps the double array dense. */
export function alphabetOf(keys: readonly string[]): Uint16Array {
  const count = new Map<number, number>();
  for (const key of keys) for (let at = 0; at < key.length; at++) count.set(key.charCodeAt(at), (count.get(key.charCodeAt(at)) ?? 0) + 1);
  return Uint16Array.from([...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit));
}

/** The indices of the keys in the order in which a trie takes them; equal keys as they came. */
export function sortedByClass(keys: readonly string[], classes: Uint16Array): Int32Array {
  const spelt = keys.map((key) => {
    let inClasses = '';
    for (let at = 0; at < key.length; at++) inClasses += String.fromCharCode(classes[key.charCodeAt(at)] as number);
    return inClasses;
  });
  return Int32Array.from(keys.keys()).sort((a, b) => {
    const [left, right] = [spelt[a] as string, spelt[b] as string];
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

function wider<A extends Uint16Array | Int32Array>(array: A, make: (length: number) => A): A {
  const room = make(2 * array.length);
  room.set(array);
  return room;
}

/** Takes keys in the order of `sortedByClass` and makes a trie of them. */
export class TrieBuilder {
  readonly trie: Trie = { size: 1, unit: new Uint16Array(1024), child: new Int32Array(1024), sibling: new Int32Array(1024), key: new Int32Array(1024) };
  private readonly classes: Uint16Array;
  /** Nodes on the way of the key before; keys come sorted, so that a new child is always the last. */
  private path = new Int32Array(256);
  private before = new Uint16Array(256);
  private depthBefore = 0;

  constructor(classes: Uint16Array) {
    this.classes = classes;
  }

  /** Adds the key in the first `length` units; `number` is its own, unless it is the key before once more. */
  add(units: Uint16Array, length: number, number: number): boolean {
    const { trie, classes } = this;
    while (length >= this.before.length) this.widen();
    let depth = 0;
    const common = Math.min(this.depthBefore, length);
    while (depth < common && this.before[depth] === units[depth]) depth++;
    if (depth === length && depth === this.depthBefore) return false;
    let last = depth < this.depthBefore ? (this.path[depth + 1] as number) : 0;
    for (; depth < length; depth++) {
      if (trie.size === trie.unit.length) this.grow();
      const node = trie.size++;
      trie.unit[node] = classes[units[depth] as number] as number;
      if (last) trie.sibling[last] = node;
      else trie.child[this.path[depth] as number] = node;
      this.path[depth + 1] = node;
      this.before[depth] = units[depth] as number;
      last = 0;
    }
    trie.key[this.path[length] as number] = number + 1;
    this.depthBefore = length;
    return true;
  }

  private grow(): void {
    const { trie } = this;
    const numbers = (length: number) => new Int32Array(length);
    trie.unit = wider(trie.unit, (length) => new Uint16Array(length));
    trie.child = wider(trie.child, numbers);
    trie.sibling = wider(trie.sibling, numbers);
    trie.key = wider(trie.key, numbers);
  }

  private widen(): void {
    this.path = wider(this.path, (length) => new Int32Array(length));
    this.before = wider(this.before, (length) => new Uint16Array(length));
  }
}
