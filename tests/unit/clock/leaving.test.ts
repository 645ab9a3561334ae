import { expect, it } from 'vitest';
import { CONFIRM_MS, emptyList, leftChats, seeList } from '../../../clock/leaving';

const rows = (keys: string) => [...keys].map((key) => ({ key, name: key, active: false, unread: 0 }));

/** Plays views of the list, one a second, with `front` open; who has left at the end of `CONFIRM_MS` more. */
function play(views: string[], front = '-'): string[] {
  let list = emptyList;
  for (const [second, view] of views.entries()) list = seeList(list, rows(view), front, second * 1000);
  expect(leftChats(list, (views.length - 1) * 1000).left).toEqual([]);
  return leftChats(list, views.length * 1000 + CONFIRM_MS).left;
}

it.each([
  ['one row goes, the others stay', ['abcd', 'abd'], ['c']],
  ['the others change places meanwhile', ['abcd', 'dab'], ['c']],
  ['two go, one after the other', ['abcde', 'abde', 'abe'], ['c', 'd']],
  ['the last of two', ['ab', 'a'], ['b']],
])('a chat has left when %s', (_, views, left) => expect(play(views)).toEqual(left));

it.each([
  ['a filter takes several', ['abcde', 'ae']],
  ['the list is folded', ['abc', '']],
  ['it is the only row', ['a', '']],
  ['the list scrolls by one', ['abcdefghij', 'bcdefghijk']],
  ['the list scrolls to its end, and drops at the top', ['abcdefghij', 'bcdefghij', 'cdefghij']],
  ['it comes back', ['abcd', 'abd', 'abcd']],
  ['a search narrows the list letter by letter', ['abcde', 'abde', 'ae']],
])('nobody has left when %s', (_, views) => expect(play(views)).toEqual([]));

it('the chat in front stays, whatever the list shows', () => expect(play(['abcd', 'abd'], 'c')).toEqual([]));
