/** Which replies are selected, and which of them the keys and the form are on. */
export interface Selection {
  ids: ReadonlySet<string>;
  active: string | null;
  /** Where a range with Shift begins. */
  anchor: string | null;
}

export const nothing: Selection = { ids: new Set(), active: null, anchor: null };

export const only = (id: string): Selection => ({ ids: new Set([id]), active: id, anchor: id });

function range(shown: readonly string[], from: string | null, to: string): ReadonlySet<string> {
  const [a, b] = [shown.indexOf(from ?? to), shown.indexOf(to)];
  return new Set(shown.slice(Math.max(0, Math.min(a < 0 ? b : a, b)), Math.max(a, b) + 1));
}

/** A click: alone, with Ctrl to add or take away, with Shift from the last one to here. */
export function press(shown: readonly string[], now: Selection, id: string, keys: { range: boolean; toggle: boolean }): Selection {
  if (keys.range) return { ids: range(shown, now.anchor, id), active: id, anchor: now.anchor ?? id };
  if (!keys.toggle) return only(id);
  const ids = new Set(now.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, active: id, anchor: id };
}

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** A key in the list; undefined when it means nothing here. */
export function walk(shown: readonly string[], now: Selection, { key, shiftKey, ctrlKey, metaKey }: Key, page: number): Selection | undefined {
  const command = ctrlKey || metaKey;
  if (command && key.toLowerCase() === 'a') return { ...now, ids: new Set(shown), active: now.active ?? shown[0] ?? null };
  if (key === 'Escape') return { ...now, ids: new Set(now.active === null ? [] : [now.active]) };
  if (key === ' ' && now.active !== null) return press(shown, now, now.active, { range: false, toggle: true });
  const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -Infinity, End: Infinity }[key];
  if (by === undefined || shown.length === 0) return undefined;
  const at = now.active === null ? -1 : shown.indexOf(now.active);
  const next = shown[Math.min(shown.length - 1, Math.max(0, at < 0 && by > 0 && by !== Infinity ? 0 : at + by))];
  if (next === undefined) return undefined;
  if (shiftKey) return { ids: range(shown, now.anchor, next), active: next, anchor: now.anchor ?? next };
  return command ? { ...now, active: next } : only(next);
}
