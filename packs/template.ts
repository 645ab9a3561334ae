import { parseDateMark } from './template-dates.ts';
import type { DateMark } from './template-dates.ts';

/**
 * The template grammar of replies (docs/templates.md): text with marks in single braces.
 * Parsing never throws: what is wrong comes back as faults with their place, and the faulty
 * mark stays in the text as it was written.
 */

/** What is wrong with a template; `start` and `end` are UTF-16 code units of the template. */
export interface TemplateFault {
  start: number;
  end: number;
  code: 'unclosed' | 'empty' | 'bad-date' | 'bad-choice' | 'unknown-reply' | 'cycle' | 'too-deep' | 'too-long';
  /** The name in question; for `cycle` the way round: `a → b → a`. */
  detail?: string;
}

type Mark =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; name: string; form?: string; fallback?: string }
  | DateMark
  | { kind: 'choice'; options: string[] }
  | { kind: 'slot'; name: string; preset?: string }
  | { kind: 'cursor' }
  | { kind: 'reply'; id: string };

export type Part = Mark & { start: number; end: number };

export interface ParsedTemplate {
  parts: Part[];
  faults: TemplateFault[];
}

function trimmed(text: string): string[] {
  return text.split('|').map((piece) => piece.trim());
}

/** Splits off what follows the first `sign`; the second piece is undefined when there is none. */
function halves(text: string, sign: string): [string, string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** Reads what stands between two braces. */
function readMark(body: string): Mark | TemplateFault['code'] {
  // Chinese keyboards give the full-width signs.
  const folded = body.replace(/｜/g, '|').replace(/＝/g, '=');
  const mark = folded.trim().replace(/^？/, '?');
  if (mark === '') return 'empty';
  if (mark === 'cursor') return { kind: 'cursor' };
  if (mark.startsWith('?')) {
    const [name, preset] = halves(mark.slice(1), '=');
    return name.trim() === '' ? 'empty' : { kind: 'slot', name: name.trim(), preset };
  }
  if (mark.startsWith('choose:')) {
    const options = trimmed(mark.slice('choose:'.length)).filter((option) => option !== '');
    return options.length < 2 ? 'bad-choice' : { kind: 'choice', options };
  }
  if (mark.startsWith('reply:')) {
    const id = mark.slice('reply:'.length).trim();
    return id === '' ? 'empty' : { kind: 'reply', id };
  }
  if (/^(date|time)([+:-]|$)/.test(mark)) return parseDateMark(mark) ?? 'bad-date';
  const [head, fallback] = halves(folded, '|');
  const [name, form] = halves(head, ':');
  return name.trim() === '' ? 'empty' : { kind: 'variable', name: name.trim(), form, fallback };
}

/** Parses a template. Never throws; the same text always gives the same parts. */
export function parseTemplate(template: string): ParsedTemplate {
  const parts: Part[] = [];
  const faults: TemplateFault[] = [];
  let text = '';
  let textStart = 0;
  const flush = (end: number) => {
    if (text !== '') parts.push({ kind: 'text', text, start: textStart, end });
    text = '';
  };
  for (let at = 0; at < template.length; ) {
    const sign = template.charAt(at);
    if (text === '') textStart = at;
    if ((sign === '{' || sign === '}') && template.charAt(at + 1) === sign) {
      text += sign;
      at += 2;
      continue;
    }
    if (sign !== '{') {
      text += sign;
      at += 1;
      continue;
    }
    const close = template.slice(at + 1).search(/[{}]/) + at + 1;
    if (close === at || template.charAt(close) === '{') {
      faults.push({ start: at, end: close === at ? template.length : close, code: 'unclosed' });
      text += sign;
      at += 1;
      continue;
    }
    const end = close + 1;
    const mark = readMark(template.slice(at + 1, close));
    if (typeof mark === 'string') {
      faults.push({ start: at, end, code: mark, detail: template.slice(at + 1, close) });
      text += template.slice(at, end);
    } else {
      flush(at);
      parts.push({ ...mark, start: at, end });
    }
    at = end;
  }
  flush(template.length);
  return { parts, faults };
}
