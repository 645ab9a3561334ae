import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMakeRoom, dockedBox, floatingBox, foldedBox, overlap } from '../../../panel/place';

const viewport = { x: 0, y: 0, width: 1280, height: 800 };
const docked = { side: 'right', folded: false, at: null } as const;

describe('the panel’s place', () => {
  it('makes room on a wide page, not on a narrow one or in a small frame', () => {
    expect(canMakeRoom(viewport)).toBe(true);
    expect(canMakeRoom({ ...viewport, width: 800 })).toBe(false);
    expect(dockedBox(viewport, 'right').x + dockedBox(viewport, 'right').width).toBe(1280);
    expect(dockedBox(viewport, 'left').x).toBe(0);
  });

  it('goes to the other side rather than over the composer', () => {
    const composer = { x: 900, y: 300, width: 380, height: 500 };
    const box = floatingBox(viewport, [composer], docked);
    expect(overlap(box, composer)).toBe(0);
  });

  it('covers messages rather than what one writes with', () => {
    const composer = { x: 980, y: 150, width: 300, height: 200 };
    const messages = { x: 0, y: 0, width: 900, height: 800 };
    expect(overlap(floatingBox(viewport, [composer, composer, messages], docked), composer)).toBe(0);
  });

  it('grows shorter rather than over a composer that takes the whole width', () => {
    const composer = { x: 0, y: 400, width: 1280, height: 400 };
    expect(overlap(floatingBox(viewport, [composer], docked), composer)).toBe(0);
  });

  it('stays where the user put it', () => {
    expect(floatingBox(viewport, [], { ...docked, at: { x: 100, y: 50 } })).toMatchObject({ x: 100, y: 50 });
  });

  it('is always inside the viewport', () => {
    const px = fc.integer({ min: -4000, max: 4000 });
    fc.assert(
      fc.property(px, px, fc.integer({ min: 304, max: 4000 }), fc.integer({ min: 240, max: 3000 }), (x, y, width, height) => {
        const window = { x: 0, y: 0, width, height };
        for (const box of [
          floatingBox(window, [], { ...docked, at: { x, y } }),
          foldedBox(window, [], 'left', { width: 44, height: 96 }),
        ]) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
      }),
    );
  });
});
