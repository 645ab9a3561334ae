import { classesOf } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { Places } from './places.ts';
import { alphabetOf, sortedByClass, TrieBuilder } from './trie.ts';
import type { Trie } from './trie.ts';

/** Nodes with several children, in the order of the trie. */
function branchesOf({ size, child, sibling }: Trie): number[] {
  const branches: number[] = [];
  for (let node = 1; node < size; node++) {
    const first = child[node] as number;
    if (first && sibling[first]) branches.push(node);
  }
  return branches;
}

/** Classes of a node's children, ascending. */
function unitsBelow({ child, sibling, unit }: Trie, node: number): number[] {
  const units: number[] = [];
  for (let each = child[node] as number; each; each = sibling[each] as number) units.push(unit[each] as number);
  return units;
}

/** The root's base is 0, so that its child by class c is c itself. */
function placesWithRoot(trie: Trie): Places {
  const places = new Places();
  for (const unit of [0, ...unitsBelow(trie, 0)]) places.take(unit);
  return places;
}

/**
 * Searches bases for the nodes with several children, in the order of the trie: the costly part of
 * building, done once in the background. Those with the most children go first, since room for them
 * is the hardest to find.
 */
export function findBases(trie: Trie): Int32Array {
  const places = placesWithRoot(trie);
  const branches = branchesOf(trie).map((node, index) => ({ index, units: unitsBelow(trie, node) }));
  const bases = new Int32Array(branches.length);
  for (const { index, units } of branches.sort((a, b) => b.units.length - a.units.length || a.index - b.index)) bases[index] = places.base(units);
  return bases;
}

/** The automaton of a trie, with the bases that `findBases` gave for it. */
export function automatonOf(trie: Trie, alphabet: Uint16Array, bases: Int32Array): Automaton {
  const places = placesWithRoot(trie);
  const base = new Int32Array(trie.size);
  const { child, sibling, unit } = trie;
  for (let node = 1, branch = 0; node < trie.size; node++) {
    const first = child[node] as number;
    if (!first || !sibling[first]) continue;
    const at = bases[branch++] as number;
    base[node] = at;
    for (let each = first; each; each = sibling[each] as number) places.take(at + (unit[each] as number));
  }
  // A single child fits anywhere.
  for (let node = 1; node < trie.size; node++) {
    const only = child[node] as number;
    if (only && !sibling[only]) base[node] = places.single(unit[only] as number);
  }
  return { alphabet, classes: classesOf(alphabet), ...linked(trie, base, alphabet.length) };
}

/** Builds the automaton of distinct, non-empty keys; a key's number is its index. */
export function buildAutomaton(keys: readonly string[]): Automaton {
  const alphabet = alphabetOf(keys);
  const classes = classesOf(alphabet);
  const builder = new TrieBuilder(classes);
  let units = new Uint16Array(256);
  for (const number of sortedByClass(keys, classes)) {
    const key = keys[number] as string;
    if (key.length > units.length) units = new Uint16Array(2 * key.length);
    for (let at = 0; at < key.length; at++) units[at] = key.charCodeAt(at);
    builder.add(units, key.length, number);
  }
  return automatonOf(builder.trie, alphabet, findBases(builder.trie));
}

/** Fills the double array and adds failure links in breadth-first order. */
function linked({ size: nodes, unit: units, child, sibling, key: keys }: Trie, bases: Int32Array, classCount: number): Omit<Automaton, 'alphabet' | 'classes'> {
  // Any state can be asked for any class, so the arrays end one range of classes behind the last base.
  let size = classCount + 1;
  for (let node = 0; node < nodes; node++) size = Math.max(size, (bases[node] as number) + classCount + 1);
  const cells = new Int32Array(2 * size).fill(-1);
  const [fail, key, shorter] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const queue = new Int32Array(nodes);
  const states = new Int32Array(nodes);
  for (let head = 0, tail = 1; head < tail; head++) {
    const node = queue[head] as number;
    const state = states[node] as number;
    const unit = units[node] as number;
    for (let suffix = node ? (cells[2 * state + 1] as number) : 0; suffix; ) {
      suffix = fail[suffix] as number;
      const target = ((cells[2 * suffix] as number) >> 1) + unit;
      if (cells[2 * target + 1] !== suffix) continue;
      fail[state] = target;
      break;
    }
    const suffix = fail[state] as number;
    key[state] = keys[node] as number;
    shorter[state] = key[suffix] ? suffix : (shorter[suffix] as number);
    const base = bases[node] as number;
    cells[2 * state] = (base << 1) | (key[state] || shorter[state] ? 1 : 0);
    for (let each = child[node] as number; each; each = sibling[each] as number) {
      const target = base + (units[each] as number);
      states[each] = target;
      cells[2 * target + 1] = state;
      queue[tail++] = each;
    }
  }
  return { cells, fail, key, shorter };
}
