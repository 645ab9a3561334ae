/** Dates and times in templates: `{date+3d:M月D日}`, `{time+30m}`. Always the agent's local time. */

export interface DateMark {
  kind: 'date';
  /** `time` counts in hours and minutes, `date` in days, weeks, months and years. */
  base: 'date' | 'time';
  amount: number;
  unit: 'm' | 'h' | 'd' | 'w' | 'y';
  /** Tokens YYYY MM M DD D HH H mm ddd; the language's own form when left out. */
  form?: string;
}

export type TemplateLanguage = 'zh-CN' | 'en';

const weekdays: Record<TemplateLanguage, string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const defaultForms: Record<DateMark['base'], Record<TemplateLanguage, string>> = {
  date: { 'zh-CN': 'M月D日', en: 'MMM D' },
  time: { 'zh-CN': 'HH:mm', en: 'HH:mm' },
};

/** Reads `date`, `date+3d`, `date-1m:D MMM`, `time+30m`; undefined when it is none of them. */
export function parseDateMark(mark: string): DateMark | undefined {
  const found = /^(date|time)(?:([+-]\d{1,4})([a-z]))?(?::(.+))?$/.exec(mark);
  if (!found) return undefined;
  const base = found[1] as DateMark['base'];
  const unit = found[3] ?? (base === 'date' ? 'd' : 'm');
  if (!(base === 'date' ? 'dwmy' : 'hm').includes(unit)) return undefined;
  return { kind: 'date', base, amount: Number(found[2] ?? 0), unit: unit as DateMark['unit'], form: found[4] };
}

/** Moves by calendar months and stays within the month that was meant: 31 January + 1 month is 28 or 29 February. */
function addMonths(from: Date, count: number): Date {
  const moved = new Date(from);
  moved.setDate(1);
  moved.setMonth(moved.getMonth() + count);
  const lastDay = new Date(moved.getFullYear(), moved.getMonth() + 1, 0).getDate();
  moved.setDate(Math.min(from.getDate(), lastDay));
  return moved;
}

function shifted(mark: DateMark, now: Date): Date {
  if (mark.base === 'time') return new Date(now.getTime() + mark.amount * (mark.unit === 'h' ? 3_600_000 : 60_000));
  if (mark.unit === 'm') return addMonths(now, mark.amount);
  if (mark.unit === 'y') return addMonths(now, mark.amount * 12);
  const moved = new Date(now);
  moved.setDate(moved.getDate() + mark.amount * (mark.unit === 'w' ? 7 : 1));
  return moved;
}

/** The date of a mark, written out. */
export function writeDate(mark: DateMark, now: Date, language: TemplateLanguage): string {
  const date = shifted(mark, now);
  const two = (value: number) => String(value).padStart(2, '0');
  const tokens: Record<string, string> = {
    YYYY: String(date.getFullYear()),
    MMM: months[date.getMonth()] ?? '',
    MM: two(date.getMonth() + 1),
    M: String(date.getMonth() + 1),
    DD: two(date.getDate()),
    D: String(date.getDate()),
    HH: two(date.getHours()),
    H: String(date.getHours()),
    mm: two(date.getMinutes()),
    ddd: weekdays[language][date.getDay()] ?? '',
  };
  const form = mark.form ?? defaultForms[mark.base][language];
  return form.replace(/YYYY|MMM|MM|M|DD|D|HH|H|mm|ddd/g, (token) => tokens[token] ?? token);
}

/** The greeting of the hour (local): 早上好 from 5, 中午好 from 11, 下午好 from 13, 晚上好 from 18. */
export function greetingOf(now: Date, language: TemplateLanguage): string {
  const hour = now.getHours();
  if (language === 'en') return hour >= 5 && hour < 12 ? 'Good morning' : hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening';
  if (hour >= 5 && hour < 11) return '早上好';
  if (hour >= 11 && hour < 13) return '中午好';
  return hour >= 13 && hour < 18 ? '下午好' : '晚上好';
}
