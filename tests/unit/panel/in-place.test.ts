import { describe, expect, it } from 'vitest';
import { inPlaceQuery } from '../../../panel/in-place';

/** A draft with the caret at `|`. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return { text: marked.replace('|', ''), selectionStart: caret, selectionEnd: caret };
}

describe('inPlaceQuery', () => {
  it('opens at the start of the box, a line or a word', () => {
    expect(inPlaceQuery(at('/fh|'))).toEqual({ start: 0, end: 3, query: 'fh' });
    expect(inPlaceQuery(at('您好 /发货| 谢谢'))).toEqual({ start: 3, end: 6, query: '发货' });
    expect(inPlaceQuery(at('您好\n/|'))).toEqual({ start: 3, end: 4, query: '' });
  });

  it('takes what Chinese input methods write for the key', () => {
    expect(inPlaceQuery(at('、fh|'))).toEqual({ start: 0, end: 3, query: 'fh' });
    expect(inPlaceQuery(at('／fh|'))).toEqual({ start: 0, end: 3, query: 'fh' });
  });

  it.each(['他/她|', 'and/or|', 'https://shop|', '1/2|', '红色、蓝色|', '/fh |', '/a/b|'])('leaves %s alone', (text) => {
    expect(inPlaceQuery(at(text))).toBeNull();
  });

  it('leaves a selection alone', () => {
    expect(inPlaceQuery({ text: '/fh 您好', selectionStart: 3, selectionEnd: 6 })).toBeNull();
  });

  it('gives up on what is too long for a search', () => {
    expect(inPlaceQuery(at(`/${'a'.repeat(25)}|`))).toBeNull();
  });
});
