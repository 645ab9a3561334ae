import { z } from 'zod';
import { write } from '../handover/steps';
import { changeSheet } from './handovers';

/**
 * What is being typed on a sheet and is not yet on the disk. A write takes longer than a keystroke, and a page
 * that closes takes its waiting writes along: so the words go into `localStorage` first, which takes them at
 * once, and into the sheet behind that, the newest only. For pages, not for the background.
 */

const KEY = 'chatside.handover.typing';
const keptSchema = z.array(z.tuple([z.string(), z.object({ sheet: z.string(), text: z.string() })])).catch([]);

const newest = new Map<string, { sheet: string; text: string }>();
let writing: Promise<void> | null = null;

function keep(): void {
  if (newest.size > 0) localStorage.setItem(KEY, JSON.stringify([...newest]));
  else localStorage.removeItem(KEY);
}

/** Writes a point's text; resolves when the newest is on the disk. */
export function typePoint(sheet: string, point: string, text: string): Promise<void> {
  newest.set(point, { sheet, text });
  keep();
  writing ??= writeAll().finally(() => (writing = null));
  return writing;
}

/** Resolves when nothing is left to write: a step that ends the writing comes after it. */
export async function typingDone(): Promise<void> {
  await writing;
}

async function writeAll(): Promise<void> {
  for (;;) {
    const [next] = newest;
    if (!next) return;
    const [point, typed] = next;
    await changeSheet(typed.sheet, (before) => write(before, point, typed.text, Date.now()));
    if (newest.get(point) === typed) newest.delete(point);
    keep();
  }
}

/** Puts onto their sheets the words that a page took along when it closed in mid-sentence. */
export async function recoverTyping(): Promise<void> {
  const kept = keptSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  for (const [point, { sheet, text }] of kept) await typePoint(sheet, point, text);
}
