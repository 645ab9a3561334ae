import { parseTemplate } from '../template.ts';
import { dateMark } from './dates.ts';

/**
 * Marks of other programs in our grammar (docs/templates.md). What has no counterpart becomes an
 * open slot, which holds the send; every other brace is doubled, so it is sent as it is.
 */
export type Dialect = 'own' | 'table' | 'liquid' | 'espanso' | 'textblaze' | 'prokeys' | 'autotextexpander' | 'quicktext';

const variables = new Map(
  Object.entries({
    customer: 'customer nick nickname visitor buyer client contactname contactfullname contactfirstname customername buyernick username tofirstname tofullname 顾客 买家 客户 昵称 顾客姓名 顾客昵称 买家昵称 买家姓名 客户昵称 客户姓名 客户名称',
    agent: 'agent operator agentname agentfirstname operatorname fromfirstname fromfullname 客服 客服昵称 客服姓名 客服名称',
    shop: 'shop shopname store storename 店铺 店铺名 店铺名称 店名',
    order: 'order orderid ordernumber orderno 订单 订单号 订单编号',
    item: 'item itemname product productname 商品 商品名 商品名称 宝贝 宝贝名称',
    greeting: 'greeting 问候',
    cursor: 'cursor',
  }).flatMap(([mark, names]) => names.split(' ').map((name) => [name, mark] as const)),
);

const key = (name: string) => name.toLowerCase().replace(/[\s_.\-=]/g, '');

/** Text that may stand inside a mark. */
const inside = (text: string) => text.replace(/[{}|｜=＝⟦⟧\s]+/g, ' ').trim().slice(0, 60);

/** An open slot; `preset` is text that may be sent as it is. */
export function slot(name: string, preset = ''): string {
  const label = inside(name).replace(/^[?？\s]+/, '') || '…';
  return inside(preset) === '' ? `{?${label}}` : `{?${label}=${inside(preset)}}`;
}

export function choice(options: string[], name: string): string {
  const clean = options.map(inside).filter((option) => option !== '');
  return clean.length < 2 ? slot(name, clean[0]) : `{choose:${clean.join('|')}}`;
}

const known = (name: string, fallback = '') => {
  const mark = variables.get(key(name));
  if (!mark) return slot(name, fallback);
  return inside(fallback) === '' || mark === 'cursor' ? `{${mark}}` : `{${mark}|${inside(fallback)}}`;
};

/** Text outside marks. */
const literal = (text: string) => text.replace(/[{}]/g, '$&$&');

/** A mark that a lead wrote after our own documentation. */
function ownMark(body: string): string | undefined {
  const { parts, faults } = parseTemplate(`{${body}}`);
  const [part] = parts;
  if (faults.length > 0 || parts.length !== 1 || !part || part.kind === 'text') return undefined;
  if (part.kind === 'variable') return variables.has(key(part.name)) && (part.form || part.fallback !== undefined) ? `{${body}}` : undefined;
  return part.kind === 'reply' ? undefined : `{${body}}`;
}

const settings = (text: string) => text.split(';').map((part) => part.trim()).filter((part) => part !== '');
const setting = (parts: string[], name: string) => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

/** Commands of Text Blaze (blaze.today/commands): `{name: first; key=value}`. */
function blaze(body: string): string {
  const [, command = '', rest = ''] = /^\s*([\w=/]+)\s*:?([\s\S]*)$/.exec(body) ?? [];
  const parts = settings(rest);
  const free = parts.filter((part) => !/^\w+=/.test(part));
  const label = setting(parts, 'name') || command || body;
  const preset = setting(parts, 'default');
  switch (command.toLowerCase()) {
    case 'cursor':
      return '{cursor}';
    case 'time':
      return dateMark(free[0] ?? '', 'moment', setting(parts, 'shift'));
    case 'formmenu': {
      const offered = parts.filter((part) => !/^(name|cols|multiple|formatter|itemformatter|values)=/.test(part));
      return choice(offered.map((part) => part.replace(/^default=/, '')), label);
    }
    case 'enter':
      return '\n';
    case 'tab':
      return '\t';
    default:
      return command.startsWith('form') ? slot(label, preset) : known(body);
  }
}

/** Marks of QuickText (Thunderbird): `[[NAME=a|b]]`. */
function quicktext(body: string): string {
  const [name = '', rest = ''] = body.split(/=([\s\S]*)/);
  const parts = rest.split('|');
  if (/^input$/i.test(name)) {
    const [label = name, type = '', options = ''] = parts;
    return type === 'select' ? choice(options.split(';'), label) : slot(label, options);
  }
  if (/^(date|time)$/i.test(name)) return `{${name.toLowerCase()}}`;
  return known(body);
}

/** One pattern a dialect; its groups are handed to `mark` in their order. */
const dialects: Record<Exclude<Dialect, 'own'>, { pattern: RegExp; mark(...groups: (string | undefined)[]): string }> = {
  table: {
    pattern: /\$?\{\{([^{}]{1,200})\}\}|\$?\{([^{}]{1,200})\}/g,
    mark: (double, single = '') => (double === undefined ? (ownMark(single) ?? known(single)) : known(double)),
  },
  liquid: {
    pattern: /\{\{([^{}]{0,300})\}\}|\{%([^{}]{0,300})%\}/g,
    mark: (output, tag = '') => {
      if (output === undefined) return slot(tag);
      const [name = '', ...filters] = output.split('|');
      const fallback = filters.map((filter) => /^\s*default\s*:\s*["'](.*)["']\s*$/.exec(filter)?.[1]).find(Boolean);
      return known(name, fallback);
    },
  },
  espanso: {
    pattern: /\{\{([^{}]{1,200})\}\}|(\$\|\$)/g,
    mark: (name, cursor) => (cursor ? '{cursor}' : known(name ?? '')),
  },
  textblaze: { pattern: /\{([^{}]{1,500})\}/g, mark: (body = '') => blaze(body) },
  prokeys: {
    pattern: /\[\[%d\(([^()]{0,200})\)\]\]|\[\[%([a-z])(?:\(([^()]{0,200})\))?\]\]|%([\p{L}_][^%\n]{0,59})%/giu,
    mark: (date, macro, argument, placeholder = '') => {
      if (date !== undefined) return dateMark(date, 'moment');
      return macro === undefined ? known(placeholder) : slot(argument || `%${macro}`);
    },
  },
  autotextexpander: {
    pattern: /%d\(([^()]{0,200})\)|%(clip|url|\|)%/gi,
    mark: (date, name = '') => (date !== undefined ? dateMark(date, 'moment') : name === '|' ? '{cursor}' : slot(name)),
  },
  quicktext: { pattern: /\[\[([^[\]]{1,300})\]\]/g, mark: (body = '') => quicktext(body) },
};

/**
 * A text of another program as a template.
 * @param given marks for names that the text's own file defines (variables of espanso)
 */
export function toTemplate(text: string, dialect: Dialect, given?: ReadonlyMap<string, string>): string {
  if (dialect === 'own') return text;
  const { pattern, mark } = dialects[dialect];
  let template = '';
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    const [whole, ...groups] = found;
    const name = groups.find((group) => group !== undefined)?.trim() ?? '';
    template += literal(text.slice(end, found.index)) + (given?.get(name) ?? (name === '' ? literal(whole) : mark(...groups)));
    end = found.index + whole.length;
  }
  return template + literal(text.slice(end));
}
