import { standOf, stateOf } from './sheet.ts';
import type { Mark, Point, Sheet } from './sheet.ts';

/**
 * What a person may do with a sheet. Each step gives the sheet as it is afterwards; one that the
 * sheet's state does not allow gives the same sheet back.
 */

function changePoint(sheet: Sheet, id: string, now: number, change: (point: Point) => Point): Sheet {
  const points = sheet.points.map((point) => (point.id === id ? change(point) : point));
  const isSame = points.every((point, index) => point === sheet.points[index]);
  return isSame ? sheet : { ...sheet, points, changedAt: now };
}

/** A point may be written in a draft, and once it was sent back. */
export function mayWrite(sheet: Sheet, point: Point): boolean {
  return stateOf(sheet) === 'draft' || (sheet.taken === null && standOf(point) === 'sentBack');
}

/** Writes a point's text. */
export function write(sheet: Sheet, id: string, text: string, now: number): Sheet {
  return changePoint(sheet, id, now, (point) => (mayWrite(sheet, point) && point.text !== text ? { ...point, text, edited: true } : point));
}

/** Adds a point by hand to a draft, below the others of its kind. */
export function add(sheet: Sheet, point: Pick<Point, 'id' | 'kind' | 'text'>, now: number): Sheet {
  if (stateOf(sheet) !== 'draft') return sheet;
  const whole: Point = { ...point, from: null, customer: '', site: '', at: null, edited: true, marks: [] };
  return { ...sheet, points: [...sheet.points, whole], changedAt: now };
}

/** Strikes a point off a draft; it is not filled in again. */
export function strike(sheet: Sheet, id: string, now: number): Sheet {
  const gone = sheet.points.find((point) => point.id === id);
  if (!gone || stateOf(sheet) !== 'draft') return sheet;
  const struck = gone.from === null ? sheet.struck : [...sheet.struck, gone.from];
  return { ...sheet, points: sheet.points.filter((point) => point !== gone), struck, changedAt: now };
}

/** The one who leaves signs: from now on it is not filled any more. Points by hand without a text are left out. */
export function sign(sheet: Sheet, name: string, now: number): Sheet {
  if (stateOf(sheet) !== 'draft' || !name.trim()) return sheet;
  const points = sheet.points.filter(({ from, text }) => from !== null || text.trim() !== '');
  return { ...sheet, points, signed: { name: name.trim(), at: now }, changedAt: now };
}

function mark(sheet: Sheet, id: string, from: ReturnType<typeof standOf>, next: Omit<Mark, 'text'>): Sheet {
  const by = next.by.trim();
  if (sheet.signed === null || sheet.taken !== null || !by) return sheet;
  return changePoint(sheet, id, next.at, (point) =>
    standOf(point) === from ? { ...point, marks: [...point.marks, { ...next, by, why: next.why.trim(), text: point.text }] } : point,
  );
}

/** The one who comes takes a point. */
export function take(sheet: Sheet, id: string, by: string, now: number): Sheet {
  return mark(sheet, id, 'open', { what: 'taken', by, at: now, why: '' });
}

/** The one who comes sends a point back: not clear, not taken. */
export function sendBack(sheet: Sheet, id: string, by: string, why: string, now: number): Sheet {
  return mark(sheet, id, 'open', { what: 'sentBack', by, at: now, why });
}

/** The one who leaves has written a point anew that was sent back: it is open again. */
export function handAgain(sheet: Sheet, id: string, by: string, now: number): Sheet {
  return mark(sheet, id, 'sentBack', { what: 'rewritten', by, at: now, why: '' });
}

/** The one who comes signs, once every point is taken: the shift is theirs. */
export function takeOver(sheet: Sheet, name: string, now: number): Sheet {
  const isReady = sheet.signed !== null && sheet.taken === null && sheet.points.every((point) => standOf(point) === 'taken');
  return isReady && name.trim() ? { ...sheet, taken: { name: name.trim(), at: now }, changedAt: now } : sheet;
}
