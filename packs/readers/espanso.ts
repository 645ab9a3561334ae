import { parseDocument } from 'yaml';
import { dateMark } from './dates.ts';
import type { Entry } from './entries.ts';
import { textOfHtml } from './html.ts';
import { choice, slot, toTemplate } from './marks.ts';
import { limits, Refusal } from './result.ts';
import type { Fault } from './result.ts';
import { isShape } from './shapes.ts';

/** An alias may stand for so many nodes at most; espanso's own files have hardly any. */
const ALIASES = 100;

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * The content of a YAML file.
 * @throws Refusal `too-large`, `bad-yaml` with line and column, `alias-bomb`
 */
export function parseYaml(source: string): unknown {
  if (source.length > limits.yamlCharacters) throw new Refusal('too-large', `${limits.yamlCharacters / 2 ** 20} MB`);
  // Deep nesting would exhaust the parser's stack; no match file comes near.
  if (/^(?: {120,})\S|[[{]{30,}|(?:- ){30,}/m.test(source)) throw new Refusal('too-deep', String(limits.depth));
  try {
    const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent', stringKeys: false });
    const [error] = document.errors;
    if (error) {
      const before = source.slice(0, error.pos[0]).split('\n');
      throw new Refusal('bad-yaml', `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
    }
    return document.toJS({ maxAliasCount: ALIASES });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // yaml throws a ReferenceError for too many aliases and for one without its anchor.
    if (error instanceof ReferenceError) throw new Refusal(/excessive/i.test(error.message) ? 'alias-bomb' : 'bad-yaml', '');
    throw new Refusal(error instanceof RangeError ? 'too-deep' : 'bad-yaml', '');
  }
}

/** Marks for the variables of a match (https://espanso.org/docs/matches/extensions/). */
function marksOf(variables: unknown[], into: Map<string, string>): Map<string, string> {
  for (const variable of variables) {
    if (!isShape(variable)) continue;
    const name = text(variable['name']);
    const params = isShape(variable['params']) ? variable['params'] : {};
    const type = text(variable['type']);
    if (type === 'date') {
      const offset = Number(params['offset'] ?? 0);
      const days = offset / 86_400;
      const shift = offset === 0 ? '' : Number.isInteger(days) ? `${days > 0 ? '+' : ''}${days}D` : 'other';
      into.set(name, dateMark(text(params['format']), 'strftime', shift));
    } else if (type === 'choice') {
      const options = list(params['values']).map((value) => (isShape(value) ? text(value['label']) : text(value)));
      into.set(name, choice(options, name));
    } else if (type === 'random') into.set(name, choice(list(params['choices']).map(text), name));
    else if (type === 'echo') into.set(name, toTemplate(text(params['echo']), 'espanso'));
    else if (type !== '') into.set(name, slot(name));
  }
  return into;
}

/** `[[name]]` of a form, with the choices or the default of its field. */
function formText(form: string, fields: unknown, into: Map<string, string>): string {
  return form.replace(/\[\[([^[\]]{1,100})\]\]/g, (_, name: string) => {
    const settings = isShape(fields) && isShape(fields[name]) ? fields[name] : {};
    const values = typeof settings['values'] === 'string' ? settings['values'].split('\n') : list(settings['values']).map(text);
    into.set(name, values.length > 0 ? choice(values, name) : slot(name, text(settings['default'])));
    return `{{${name}}}`;
  });
}

export const isEspanso = (data: unknown): boolean => isShape(data) && Array.isArray(data['matches']);

/** The matches of an espanso file, each with the number it has in the file, from 1. */
export function* espansoEntries(data: unknown): Generator<Entry | Fault> {
  if (!isShape(data)) return;
  const shared = marksOf(list(data['global_vars']), new Map());
  for (const [index, match] of list(data['matches']).entries()) {
    const row = index + 1;
    if (!isShape(match)) {
      yield { row, code: 'bad-field', detail: 'matches' };
      continue;
    }
    if (match['image_path'] !== undefined) {
      yield { row, code: 'not-text', detail: 'image_path' };
      continue;
    }
    const marks = marksOf(list(match['vars']), new Map(shared));
    const form = text(match['form']);
    const plain = text(match['replace']) || text(match['markdown']) || textOfHtml(text(match['html']));
    const body = form === '' ? plain : formText(form, match['form_fields'], marks);
    const trigger = text(match['trigger']) || text(list(match['triggers'])[0]);
    yield { row, title: text(match['label']), group: '', abbreviation: trigger, tags: list(match['search_terms']).map(text), bubbles: [toTemplate(body, 'espanso', marks)] };
  }
}
