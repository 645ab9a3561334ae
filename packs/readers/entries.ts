import { replySchema } from '../format.ts';
import type { Reply } from '../format.ts';
import { limits } from './result.ts';
import type { Fault } from './result.ts';

/** A reply as another program has it; its bubbles are already templates of ours. */
export interface Entry {
  row: number;
  /** Only where the source has ids of its own. */
  id?: string;
  title: string;
  group: string;
  abbreviation: string;
  tags: string[];
  bubbles: string[];
}

const TITLE_LENGTH = 30;

/** FNV-1a, 32 bits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** The same reply gets the same id when its file is read again, even when its text was edited. */
const idFor = (key: string) => `r-${hash(key, 0x811c9dc5)}${hash(key, 0x9747b28c)}`;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Never ends between the halves of a character. */
const cut = (text: string, length: number) => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** A template without its marks. */
const plain = (template: string) => oneLine(template.replace(/\{\{|\}\}|\{[^{}]*\}/g, (mark) => (mark === '{{' ? '{' : mark === '}}' ? '}' : ' ')));

/** Names that are dangerous as keys of an object in whatever reads the pack later. */
export const isUnsafe = (name: string | undefined) => name?.trim() === '__proto__';

/** Turns entries into replies of one pack: ids that do not repeat, titles and groups where there were none. */
export class ReplyMaker {
  readonly #ids = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #group: string;

  /** @param fallbackGroup for entries without a group */
  constructor(fallbackGroup: string) {
    this.#group = fallbackGroup;
  }

  make(entry: Entry): Reply | Fault {
    const fault = (code: Fault['code'], detail = ''): Fault => ({ row: entry.row, code, detail });
    const bubbles = entry.bubbles.map((bubble) => bubble.trim()).filter((bubble) => bubble !== '');
    if (bubbles.length === 0) return fault('no-text');
    const long = bubbles.find((bubble) => bubble.length > 5000);
    if (long) return fault('text-too-long', String(long.length));
    const abbreviation = oneLine(entry.abbreviation);
    if (abbreviation.length > 32) return fault('abbreviation-too-long', cut(abbreviation, 40));
    const title = oneLine(entry.title) || abbreviation || cut(plain(bubbles[0] ?? ''), TITLE_LENGTH) || '…';
    if (title.length > 200) return fault('title-too-long', String(title.length));
    const group = cut(oneLine(entry.group), 200) || this.#group;
    const tags = [...new Set(entry.tags.map(oneLine).filter((tag) => tag !== '' && tag.length <= 40))].slice(0, 20);
    const unsafe = [title, group, abbreviation, ...tags].find(isUnsafe);
    if (unsafe) return fault('unsafe-name', unsafe);
    const parsed = replySchema.safeParse({
      id: this.#freeId(entry.id ?? idFor(`${group}\n${abbreviation || title}`)),
      title,
      group,
      ...(abbreviation !== '' && { abbreviation }),
      ...(tags.length > 0 && { tags }),
      bubbles,
    });
    return parsed.success ? parsed.data : fault('bad-field', cut(parsed.error.issues[0]?.path.join('.') ?? '', 80));
  }

  #freeId(wanted: string): string {
    let id = wanted;
    // Counted on from the last time: thousands of rows may have the same title.
    let count = this.#counts.get(wanted) ?? 1;
    while (this.#ids.has(id)) {
      count += 1;
      id = `${wanted}-${count}`;
    }
    if (count > 1) this.#counts.set(wanted, count);
    this.#ids.add(id);
    return id;
  }
}

/** A group for entries that have none: the file's name. */
export function groupFromName(fileName: string): string {
  const name = oneLine(fileName.replace(/^.*[\\/]/, '').replace(/(\.chatside)?\.[^.]*$/, ''));
  return name === '' || isUnsafe(name) ? '—' : cut(name, 80);
}

/** Adds a fault unless there are too many to read through. */
export function note(faults: Fault[], fault: Fault): void {
  if (faults.length < limits.faults) faults.push(fault);
}
