import { expect, it } from 'vitest';
import { nothing, only, press, walk } from '../../../components/workbench/replies/selection';
import type { Selection } from '../../../components/workbench/replies/selection';

const shown = [...'abcdef'];
const key = (name: string, keys: { shift?: boolean; ctrl?: boolean } = {}) => ({ key: name, shiftKey: keys.shift ?? false, ctrlKey: keys.ctrl ?? false, metaKey: false });
const ids = (selection: Selection | undefined) => [...(selection?.ids ?? [])].join('');

it('selects by click, with Ctrl one more or less, with Shift from the last to here', () => {
  const one = press(shown, nothing, 'b', { range: false, toggle: false });
  expect(ids(one)).toBe('b');
  const two = press(shown, one, 'd', { range: false, toggle: true });
  expect(ids(two)).toBe('bd');
  expect(ids(press(shown, two, 'b', { range: false, toggle: true }))).toBe('d');
  expect(ids(press(shown, one, 'e', { range: true, toggle: false }))).toBe('bcde');
  expect(ids(press(shown, press(shown, one, 'e', { range: true, toggle: false }), 'a', { range: true, toggle: false }))).toBe('ab');
});

it('walks by key, extends with Shift, moves alone with Ctrl, and stays inside', () => {
  expect(ids(walk(shown, nothing, key('ArrowDown'), 3))).toBe('a');
  expect(ids(walk(shown, only('b'), key('ArrowUp'), 3))).toBe('a');
  expect(ids(walk(shown, only('a'), key('ArrowUp'), 3))).toBe('a');
  expect(ids(walk(shown, only('b'), key('PageDown'), 3))).toBe('e');
  expect(ids(walk(shown, only('b'), key('End'), 3))).toBe('f');
  const range = walk(shown, only('b'), key('ArrowDown', { shift: true }), 3);
  expect(ids(range)).toBe('bc');
  expect(ids(walk(shown, range!, key('ArrowUp', { shift: true }), 3))).toBe('b');
  const moved = walk(shown, only('b'), key('ArrowDown', { ctrl: true }), 3);
  expect([ids(moved), moved?.active]).toEqual(['b', 'c']);
  expect(ids(walk(shown, moved!, key(' '), 3))).toBe('bc');
  expect(ids(walk(shown, only('b'), key('a', { ctrl: true }), 3))).toBe('abcdef');
  expect(ids(walk(shown, { ...only('b'), ids: new Set(shown) }, key('Escape'), 3))).toBe('b');
  expect(walk(shown, only('b'), key('x'), 3)).toBeUndefined();
});
