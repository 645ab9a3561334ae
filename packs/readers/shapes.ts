import type { Entry } from './entries.ts';
import { textOfHtml } from './html.ts';
import { toTemplate } from './marks.ts';
import { limits, Refusal } from './result.ts';
import type { Fault, PackFormat } from './result.ts';

/** What `JSON.parse` gives. Only own properties are looked at, so `__proto__` is a name like any other. */
type Shape = Record<string, unknown>;
export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (shape: Shape, ...names: string[]): unknown => {
  const name = names.find((candidate) => Object.hasOwn(shape, candidate));
  return name === undefined ? undefined : shape[name];
};
const text = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : typeof value === 'number' ? String(value) : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

type Found = Entry | Fault;
type Reader = { format: PackFormat; fits(data: unknown): boolean; entries(data: unknown): Iterable<Found> };

const broken = (row: number, field: string): Fault => ({ row, code: 'bad-field', detail: field });

/** Chatwoot, `GET /api/v1/accounts/…/canned_responses`: an array of short codes and contents, or one in `payload`. */
const chatwoot: Reader = {
  format: 'chatwoot',
  fits: (data) => list(isShape(data) ? own(data, 'payload', 'canned_responses', 'data') : data).some((item) => isShape(item) && Object.hasOwn(item, 'short_code')),
  *entries(data) {
    let row = 0;
    for (const item of list(isShape(data) ? own(data, 'payload', 'canned_responses', 'data') : data)) {
      row += 1;
      if (!isShape(item)) yield broken(row, 'short_code');
      else {
        const id = text(own(item, 'id'));
        const code = text(own(item, 'short_code'));
        yield { row, ...(id !== '' && { id: `chatwoot:${id}` }), title: code, group: '', abbreviation: code, tags: [], bubbles: [toTemplate(text(own(item, 'content')), 'liquid')] };
      }
    }
  },
};

/** Text Blaze: folders with snippets that have a name, a shortcut and a text. */
const textblaze: Reader = {
  format: 'textblaze',
  fits: (data) => isShape(data) && list(own(data, 'folders')).some((folder) => isShape(folder) && Array.isArray(own(folder, 'snippets'))),
  *entries(data) {
    let row = 0;
    for (const folder of list(isShape(data) && own(data, 'folders'))) {
      for (const item of list(isShape(folder) && own(folder, 'snippets'))) {
        row += 1;
        if (!isShape(item) || !isShape(folder)) yield broken(row, 'snippets');
        else {
          const plain = text(own(item, 'text'));
          const body = plain === '' ? textOfHtml(text(own(item, 'html', 'body'))) : plain;
          yield { row, title: text(own(item, 'name')), group: text(own(folder, 'name')), abbreviation: text(own(item, 'shortcut')), tags: [], bubbles: [toTemplate(body, 'textblaze')] };
        }
      }
    }
  },
};

/** ProKeys: a folder is an array `[name, time, …]` of snippets and folders; a backup holds it in `snippets`. */
const prokeysRoot = (data: unknown) => (isShape(data) ? own(data, 'snippets') : data);
const prokeys: Reader = {
  format: 'prokeys',
  fits: (data) => {
    const root = list(prokeysRoot(data));
    return root.some((item) => isShape(item) && Object.hasOwn(item, 'name') && Object.hasOwn(item, 'body')) || (typeof root[0] === 'string' && typeof root[1] === 'number');
  },
  *entries(data) {
    let row = 0;
    function* folder(items: unknown[], depth: number): Generator<Found> {
      if (depth > limits.depth) throw new Refusal('too-deep', String(limits.depth));
      const name = text(items[0]);
      for (const item of items) {
        if (Array.isArray(item)) yield* folder(item, depth + 1);
        else if (typeof item === 'object') {
          row += 1;
          if (!isShape(item)) yield broken(row, 'snippets');
          else {
            const title = text(own(item, 'name'));
            const abbreviation = title.length <= 32 && !/\s/.test(title) ? title : '';
            yield { row, title, group: name === 'Snippets' ? '' : name, abbreviation, tags: [], bubbles: [toTemplate(textOfHtml(text(own(item, 'body'))), 'prokeys')] };
          }
        }
      }
    }
    yield* folder(list(prokeysRoot(data)), 0);
  },
};

/** QuickText for Thunderbird: `templates` with `groups` and, for each of them, a list in `texts`. */
const quicktextRoot = (data: unknown) => {
  const inner = isShape(data) ? own(data, 'templates') : undefined;
  return isShape(inner) ? inner : data;
};
const quicktext: Reader = {
  format: 'quicktext',
  fits: (data) => {
    const root = quicktextRoot(data);
    return isShape(root) && Array.isArray(own(root, 'groups')) && Array.isArray(own(root, 'texts'));
  },
  *entries(data) {
    const root = quicktextRoot(data);
    if (!isShape(root)) return;
    const groups = list(own(root, 'groups'));
    let row = 0;
    for (const [index, texts] of list(own(root, 'texts')).entries()) {
      const group = groups[index];
      for (const item of list(texts)) {
        row += 1;
        if (!isShape(item)) yield broken(row, 'texts');
        else {
          const written = text(own(item, 'mText', 'text'));
          const body = text(own(item, 'mType', 'type')) === 'text/html' || text(own(item, 'mType', 'type')) === '1' ? textOfHtml(written) : written;
          yield { row, title: text(own(item, 'mName', 'name')), group: isShape(group) ? text(own(group, 'mName', 'name')) : '', abbreviation: text(own(item, 'mKeyword', 'keyword')), tags: [], bubbles: [toTemplate(body, 'quicktext')] };
        }
      }
    }
  },
};

/** Auto Text Expander: one object, shortcut to text. */
const autotextexpander: Reader = {
  format: 'autotextexpander',
  fits: (data) => {
    const root = isShape(data) ? (own(data, 'shortcuts') ?? data) : undefined;
    if (!isShape(root) || Object.hasOwn(root, 'format')) return false;
    const values = Object.values(root);
    const texts = values.filter((value) => typeof value === 'string').length;
    return texts > 0 && texts >= values.length - 1;
  },
  *entries(data) {
    const root = isShape(data) ? (own(data, 'shortcuts') ?? data) : {};
    let row = 0;
    for (const [shortcut, value] of Object.entries(isShape(root) ? root : {})) {
      row += 1;
      // Its own version and settings may stand beside the shortcuts.
      if (/^(v|version)$/i.test(shortcut) && /^[\d.]+$/.test(text(value))) continue;
      if (typeof value !== 'string') yield broken(row, shortcut.slice(0, 80));
      else yield { row, title: shortcut, group: '', abbreviation: shortcut.length <= 32 ? shortcut : '', tags: [], bubbles: [toTemplate(textOfHtml(text(value)), 'autotextexpander')] };
    }
  },
};

/** From the most telling shape to the least. */
export const jsonReaders: Reader[] = [textblaze, quicktext, chatwoot, prokeys, autotextexpander];
