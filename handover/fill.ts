import { stateOf } from './sheet.ts';
import type { Point, Sheet } from './sheet.ts';

/** Something that is pending by what is stored: the raw stuff of a point. */
export type Pending = Pick<Point, 'kind' | 'customer' | 'site' | 'at' | 'text'> & { from: string };

const MAX_POINTS = 500;

/**
 * Fills a draft with what is pending now: what is new comes in, what is settled goes, the rest is
 * brought up to date. What a person wrote, changed or struck off stays as they left it. Gives the same
 * sheet back when nothing changes.
 * @param newId makes the id of a new point
 */
export function fill(sheet: Sheet, pending: Pending[], now: number, newId: () => string): Sheet {
  if (stateOf(sheet) !== 'draft') return sheet;
  const known = new Set(sheet.points.map(({ from }) => from));
  const current = new Map(pending.map((one) => [one.from, one]));
  const struck = new Set(sheet.struck);
  const kept = sheet.points.flatMap((point) => {
    if (point.edited || point.from === null) return [point];
    const now = current.get(point.from);
    return now ? [isSame(point, now) ? point : { ...point, ...now }] : [];
  });
  const fresh = pending
    .filter(({ from }) => !known.has(from) && !struck.has(from))
    .slice(0, Math.max(0, MAX_POINTS - kept.length))
    .map((one): Point => ({ ...one, id: newId(), edited: false, marks: [] }));
  const points = [...kept, ...fresh];
  const isUnchanged = fresh.length === 0 && points.length === sheet.points.length && points.every((point, index) => point === sheet.points[index]);
  return isUnchanged ? sheet : { ...sheet, points, changedAt: now };
}

function isSame(point: Point, { kind, customer, site, at, text }: Pending): boolean {
  return point.kind === kind && point.customer === customer && point.site === site && point.at === at && point.text === text;
}

/** A draft on which nobody has worked yet: it may pass to the next shift. */
export function isUntouched({ signed, struck, points }: Sheet): boolean {
  return signed === null && struck.length === 0 && points.every(({ edited }) => !edited);
}
