import type { Placement } from '../storage/settings';

/** A rectangle of the viewport, CSS px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const PANEL_WIDTH = 304;
/** With less than this left for the page, CSS px, the panel lies over it instead of beside it. */
const PAGE_NEEDS = 680;
const GAP = 8;
const FLOAT_HEIGHT = 520;
const LEAST_HEIGHT = 200;

/** Whether the page can be moved over to make room for a docked panel. */
export function canMakeRoom(viewport: Box): boolean {
  return viewport.width - PANEL_WIDTH >= PAGE_NEEDS;
}

/** Where a docked panel stands when the page made room for it. */
export function dockedBox(viewport: Box, side: 'left' | 'right'): Box {
  return {
    x: side === 'right' ? viewport.width - PANEL_WIDTH : 0,
    y: 0,
    width: PANEL_WIDTH,
    height: viewport.height,
  };
}

/** Area that two boxes share, px². */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * Where a panel that lies over the page stands: where the user put it, kept inside the viewport;
 * else on the wanted side, where it covers the least of the chat's controls and never the first
 * two of them (composer and send button).
 * @param controls the chat's own controls, composer and send button first
 */
export function floatingBox(viewport: Box, controls: Box[], placement: Placement): Box {
  const width = Math.min(PANEL_WIDTH, viewport.width);
  const tall = Math.min(FLOAT_HEIGHT, viewport.height);
  if (placement.at) {
    return {
      x: clamp(placement.at.x, 0, viewport.width - width),
      y: clamp(placement.at.y, 0, viewport.height - LEAST_HEIGHT),
      width,
      height: clamp(viewport.height - placement.at.y, LEAST_HEIGHT, tall),
    };
  }
  const [left, right] = [GAP, viewport.width - width - GAP];
  const xs = placement.side === 'right' ? [right, left] : [left, right];
  const writing = controls.slice(0, 2);
  const heights = [tall, ...writing.map((box) => box.y - 2 * GAP)].filter((height) => height >= LEAST_HEIGHT);
  const candidates = xs.flatMap((x) =>
    heights.flatMap((height) => [
      { x, y: GAP, width, height: Math.min(height, viewport.height - 2 * GAP) },
      { x, y: viewport.height - height - GAP, width, height },
    ]),
  );
  return least(candidates, (box) => cost(box, controls));
}

/** Where the folded panel stands: a small tab at an edge, off the chat's controls where there is such a place. */
export function foldedBox(viewport: Box, controls: Box[], side: 'left' | 'right', size: { width: number; height: number }): Box {
  const edges = { left: 0, right: viewport.width - size.width };
  const xs = side === 'right' ? [edges.right, edges.left] : [edges.left, edges.right];
  const ys = [0.5, 0.25, 0.1, 0.75, 0.02, 0.95].map((part) => Math.round((viewport.height - size.height) * part));
  return least(
    xs.flatMap((x) => ys.map((y) => ({ x, y, ...size }))),
    (box) => cost(box, controls),
  );
}

/** Covering what one writes with is worse than any cover of the rest. */
function cost(box: Box, controls: Box[]): number {
  return controls.reduce((sum, control, index) => sum + overlap(box, control) * (index < 2 ? 1000 : 1), 0);
}

function least(boxes: Box[], costOf: (box: Box) => number): Box {
  const [first, ...others] = boxes as [Box, ...Box[]];
  return others.reduce((best, box) => (costOf(box) < costOf(best) ? box : best), first);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
