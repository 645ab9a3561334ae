import { describe, expect, it } from 'vitest';
import { besideWord } from '../../../panel/popover';

const viewport = { x: 0, y: 0, width: 1280, height: 800 };
const line = (y: number, x = 300) => ({ x, y, width: 80, height: 20 });

describe('where an explanation stands', () => {
  it('above the word, so that what is written after it stays in sight', () => {
    expect(besideWord(viewport, [line(600)], line(600, 500))).toEqual({ left: 300, width: 320, bottom: 206, maxHeight: 588 });
    expect(besideWord(viewport, [line(600)], line(640))).toMatchObject({ bottom: 206 });
  });

  it('below it where the line that is being written is above', () => {
    expect(besideWord(viewport, [line(400)], line(380))).toMatchObject({ top: 426, maxHeight: 368 });
  });

  it('on the other side where there is no room', () => {
    expect(besideWord(viewport, [line(100)], null)).toMatchObject({ top: 126 });
    expect(besideWord(viewport, [line(740)], line(720))).toMatchObject({ bottom: 66 });
  });

  it('inside the viewport, and clear of a word that goes over several lines', () => {
    expect(besideWord(viewport, [line(600, 1240), line(620, 300)], null)).toMatchObject({ left: 954, bottom: 206 });
    expect(besideWord(viewport, [line(40, 1240), line(60, 300)], null)).toMatchObject({ left: 300, top: 86 });
  });
});
