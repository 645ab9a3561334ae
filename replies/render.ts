import { greetingOf, writeDate } from '../packs/template-dates.ts';
import type { TemplateLanguage } from '../packs/template-dates.ts';
import { optionsOf, slotText, withoutSlots } from './slots.ts';
import type { Slot } from './slots.ts';
import { parseTemplate } from '../packs/template.ts';
import type { Part, TemplateFault } from '../packs/template.ts';

/** Depth to which a reply may stand in a reply, length of the outcome, marks and texts written; past them there is a fault. */
export const MAX_DEPTH = 5;
export const MAX_LENGTH = 20_000;
export const MAX_PARTS = 10_000;

/** What a template may draw on. An empty or missing value counts as unknown at this time. */
export interface TemplateValues {
  /** Language of the reply's pack: greeting, dates and the names of open slots. */
  language: TemplateLanguage;
  customer?: string;
  agent?: string;
  shop?: string;
  order?: string;
  item?: string;
  /** True for a customer with an earlier visit on file: `{greeting}` then says 您回来了. */
  returning?: boolean;
  /** The lead's own variables, by name. */
  own?: ReadonlyMap<string, string>;
  /** The template of another reply, for `{reply:id}`. */
  reply?: (id: string) => string | undefined;
}

export interface RenderedBubble {
  text: string;
  slots: Slot[];
  /** Where the caret goes: the `{cursor}` mark, or the end of the text. UTF-16 code units. */
  caret: number;
  /** Names that are no variable at all. */
  unknown: string[];
  /** What is wrong in the template; faults inside a reply in a reply stand at its mark. */
  faults: TemplateFault[];
}

type VariableName = 'customer' | 'agent' | 'shop' | 'order' | 'item' | 'greeting';

/** Variables by every name they go by, and what an open one is called on screen. */
const labels: Record<VariableName, Record<TemplateLanguage, string>> = {
  customer: { 'zh-CN': '顾客称呼', en: "customer's name" },
  agent: { 'zh-CN': '客服名', en: 'agent' },
  shop: { 'zh-CN': '店铺名', en: 'shop' },
  order: { 'zh-CN': '订单号', en: 'order number' },
  item: { 'zh-CN': '商品', en: 'item' },
  greeting: { 'zh-CN': '问候', en: 'greeting' },
};
const names = new Map<string, VariableName>([
  ['customer', 'customer'], ['顾客', 'customer'], ['买家', 'customer'],
  ['agent', 'agent'], ['客服', 'agent'],
  ['shop', 'shop'], ['店铺', 'shop'],
  ['order', 'order'], ['订单号', 'order'],
  ['item', 'item'], ['商品', 'item'],
  ['greeting', 'greeting'], ['问候', 'greeting'],
]);

/** What an open variable is called on screen: its label, or the name as written. */
export function variableLabel(name: string, language: TemplateLanguage): string {
  const known = names.get(name);
  return known ? labels[known][language] : name;
}

function valueOf(name: string, values: TemplateValues, now: Date): string | undefined {
  const known = names.get(name);
  if (known === undefined) return values.own?.get(name);
  if (known !== 'greeting') return values[known];
  if (values.returning) return values.language === 'en' ? 'Welcome back' : '您回来了';
  return greetingOf(now, values.language);
}

/**
 * Renders one message of a reply. Values are text and are never read as templates, so nothing
 * that a customer calls themselves can name a variable or fake a slot. Never throws.
 */
export function renderBubble(template: string, values: TemplateValues, now: Date): RenderedBubble {
  let text = '';
  let written = 0;
  let caret: { at: number; depth: number } | undefined;
  const slots: Slot[] = [];
  const unknown = new Set<string>();
  const faults: TemplateFault[] = [];

  const slot = (name: string, preset?: string) => {
    const start = text.length;
    text += preset === undefined ? slotText(name) : withoutSlots(preset);
    slots.push({ start, end: text.length, name, open: preset === undefined, options: preset === undefined ? optionsOf(name) : undefined });
  };

  const variable = (part: Part & { kind: 'variable' }) => {
    const value = withoutSlots(valueOf(part.name, values, now) ?? '').trim();
    if (value !== '') text += part.form === undefined ? value : part.form.replaceAll('*', () => value);
    else if (part.fallback !== undefined) text += withoutSlots(part.fallback);
    else slot(variableLabel(part.name, values.language));
    if (!names.has(part.name) && !values.own?.has(part.name)) unknown.add(part.name);
  };

  /** `way` holds the ids of the replies around this one; `place` is the outermost mark. */
  const write = (source: string, way: string[], place?: Part) => {
    const parsed = parseTemplate(source);
    for (const fault of parsed.faults) faults.push(place ? { ...fault, start: place.start, end: place.end } : fault);
    for (const part of parsed.parts) {
      const { start, end } = place ?? part;
      if (text.length > MAX_LENGTH || ++written > MAX_PARTS) {
        if (faults.at(-1)?.code !== 'too-long') faults.push({ start, end, code: 'too-long' });
        return;
      }
      if (part.kind === 'text') text += withoutSlots(part.text);
      else if (part.kind === 'variable') variable(part);
      else if (part.kind === 'date') text += withoutSlots(writeDate(part, now, values.language));
      else if (part.kind === 'choice') slot(part.options.join('|'));
      else if (part.kind === 'slot') slot(part.name, part.preset);
      else if (part.kind === 'cursor') {
        if (!caret || way.length < caret.depth) caret = { at: text.length, depth: way.length };
      } else {
        const inner = values.reply?.(part.id);
        const fault = way.includes(part.id) ? 'cycle' : way.length >= MAX_DEPTH ? 'too-deep' : inner === undefined ? 'unknown-reply' : undefined;
        if (fault === undefined && inner !== undefined) write(inner, [...way, part.id], place ?? part);
        else if (fault) {
          faults.push({ start, end, code: fault, detail: fault === 'cycle' ? [...way.slice(way.indexOf(part.id)), part.id].join(' → ') : part.id });
          slot(part.id);
        }
      }
    }
  };
  write(template, []);
  return { text, slots, caret: caret?.at ?? text.length, unknown: [...unknown], faults };
}

/**
 * A template as a person reads it in a list: fallbacks and presets written out, everything that
 * is only known later as `⟦name⟧`. This is what the search looks through and highlights.
 */
export function previewTemplate(template: string, language: TemplateLanguage): string {
  return parseTemplate(template)
    .parts.map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'variable') return part.fallback ?? slotText(variableLabel(part.name, language));
      if (part.kind === 'slot') return part.preset ?? slotText(part.name);
      if (part.kind === 'choice') return slotText(part.options.join('|'));
      if (part.kind === 'reply') return slotText(part.id);
      if (part.kind === 'cursor') return '';
      const sign = part.amount < 0 ? '' : '+';
      return slotText(`${part.base}${part.amount === 0 ? '' : sign + part.amount + part.unit}`);
    })
    .join('');
}
