/** Reads the times that chat pages show. Pure: no DOM, no clock of its own. */

export interface ReadTime {
  /** Epoch ms. */
  at: number;
  /** False when only a clock time stood there, without a day. */
  dated: boolean;
}

const DAY = 86_400_000;

const CLOCK = String.raw`(?:(上午|下午|凌晨|早上|中午|傍晚|晚上|[ap]\.?m\.?)\s*)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?:\s*([ap]\.?m\.?))?`;
const FULL_DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const SHORT_DATE = String.raw`(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
/** Today and yesterday beside Chinese and English, as `Intl.RelativeTimeFormat` names them (CLDR). */
const TODAY = 'اليوم|heute|hoy|امروز|aujourd[’\']hui|היום|आज|hari ini|oggi|今日|오늘|vandaag|dzisiaj|hoje|сегодня|วันนี้|bugün|сьогодні|hôm nay';
const YESTERDAY = 'أمس|gestern|ayer|دیروز|hier|אתמול|कल|kemarin|ieri|어제|semalam|gisteren|wczoraj|ontem|вчера|เมื่อวาน|dün|учора|hôm qua';
const DAY_WORD = String.raw`(今天|昨天|昨日|前天|today|yesterday|${TODAY}|${YESTERDAY}|(?:星期|周|礼拜)[一二三四五六日天]|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)`;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_DATE = String.raw`(?:(\d{1,2})\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?(?:\s+(\d{1,2})(?![\d:：])(?:st|nd|rd|th)?)?(?:,?\s+(\d{4}))?`;

const JOIN = String.raw`[\s,，·|T]*(?:at\s+)?`;
const whole = (pattern: string): RegExp => new RegExp(`^[\\s·(\\[（]*${pattern}[\\s·)\\]）]*$`, 'i');
const CLOCK_ALONE = whole(CLOCK);
const FULL = whole(`${FULL_DATE}(?:${JOIN}(?:${DAY_WORD}${JOIN})?${CLOCK})?`);
const SHORT = whole(`${SHORT_DATE}(?:${JOIN}(?:${DAY_WORD}${JOIN})?${CLOCK})?`);
const WORD = whole(`${DAY_WORD}(?:${JOIN}${CLOCK})?`);
const MONTH = whole(`(?:${DAY_WORD},?\\s+)?${MONTH_DATE}(?:${JOIN}${CLOCK})?`);
const AGO =
  /^\s*(?:刚刚|刚才|just now|now|a few seconds ago|几秒前|(\d+|an?)\s*(秒钟?|分钟?|小时|天|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s*(?:之?前|ago))\s*$/i;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * The time that `text` as a whole gives; null when it says more or other than a time.
 * `now` is epoch ms; clock times without a day belong to `day` (epoch ms), else to the day of
 * `now`, or the day before when they would lie more than 5 minutes ahead.
 */
export function readTime(text: string, now: number, day?: number): ReadTime | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 60) return null;
  if (/^\d{10}$/.test(trimmed)) return plausible(Number(trimmed) * 1000, now);
  if (/^\d{13}$/.test(trimmed)) return plausible(Number(trimmed), now);
  if (ISO.test(trimmed)) return Number.isNaN(Date.parse(trimmed)) ? null : { at: Date.parse(trimmed), dated: true };
  let m = CLOCK_ALONE.exec(trimmed);
  if (m) {
    const at = at0(day ?? now, clockOf(m, 1));
    if (at === null) return null;
    return { at: day === undefined && at > now + 300_000 ? at - DAY : at, dated: false };
  }
  m = FULL.exec(trimmed);
  if (m) return dated(new Date(Number(m[1]), Number(m[2]) - 1, Number(m[3])), clockOf(m, 5));
  m = WORD.exec(trimmed);
  if (m) return dated(new Date(dayOf(m[1]!, now)), clockOf(m, 2));
  m = MONTH.exec(trimmed);
  if (m && (m[2] ?? m[4])) {
    const month = MONTHS.indexOf(m[3]!.toLowerCase());
    return dated(past(Number(m[5] ?? new Date(now).getFullYear()), month, Number(m[2] ?? m[4]), now), clockOf(m, 6));
  }
  m = SHORT.exec(trimmed);
  if (m && Number(m[1]) <= 12 && Number(m[2]) >= 1 && Number(m[2]) <= 31 && (m[5] !== undefined || /月|^\d{2}\D\d{2}$/.test(trimmed))) {
    return dated(past(new Date(now).getFullYear(), Number(m[1]) - 1, Number(m[2]), now), clockOf(m, 4));
  }
  m = AGO.exec(trimmed);
  if (m) return { at: now - (m[1] ? (Number(m[1]) || 1) * unitOf(m[2]!) : 0), dated: true };
  return null;
}

/** True when `text` is nothing but a time, a day, or how long ago. */
export const isTime = (text: string): boolean => readTime(text, Date.UTC(2026, 0, 15, 12)) !== null;

/** True when what `text` says changes as time goes by. */
export const isRelativeTime = (text: string): boolean => AGO.test(text);

/** A time that stands in a message's own id, as epoch ms or s; null when none lies within 5 years before `now`. */
export function timeInId(id: string, now: number): number | null {
  for (const [digits] of id.matchAll(/(?<!\d)(\d{13}|\d{10})(?!\d)/g)) {
    const found = plausible(digits.length === 10 ? Number(digits) * 1000 : Number(digits), now);
    if (found) return found.at;
  }
  return null;
}

const plausible = (at: number, now: number): ReadTime | null =>
  at > now - 5 * 366 * DAY && at < now + DAY ? { at, dated: true } : null;

/** Hours, minutes and seconds as ms from midnight; null when there is no such time; undefined when none stands there. */
function clockOf(m: RegExpExecArray, from: number): number | null | undefined {
  if (m[from + 1] === undefined) return undefined;
  let hours = Number(m[from + 1]);
  const minutes = Number(m[from + 2]);
  const seconds = Number(m[from + 3] ?? 0);
  const half = (m[from] ?? m[from + 4] ?? '').toLowerCase();
  if (/^(下午|傍晚|晚上|p)/.test(half) && hours < 12) hours += 12;
  else if (half === '中午' && hours < 11) hours += 12;
  else if (/^(凌晨|a)/.test(half) && hours === 12) hours = 0;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Midnight of the day of `day`, plus `clock`. */
function at0(day: number, clock: number | null | undefined): number | null {
  if (clock === null || clock === undefined) return null;
  return new Date(day).setHours(0, 0, 0, clock);
}

function dated(day: Date, clock: number | null | undefined): ReadTime | null {
  if (clock === null || Number.isNaN(day.getTime())) return null;
  return { at: at0(day.getTime(), clock ?? 0)!, dated: true };
}

/** The last time that this day came round, when no year is given. */
function past(year: number, month: number, day: number, now: number): Date {
  const date = new Date(year, month, day);
  return date.getTime() > now + DAY ? new Date(year - 1, month, day) : date;
}

const IS_TODAY = new RegExp(`^(今天|today|${TODAY})$`, 'i');
const IS_YESTERDAY = new RegExp(`^(昨天|昨日|yesterday|${YESTERDAY})$`, 'i');

function dayOf(word: string, now: number): number {
  if (IS_TODAY.test(word)) return now;
  if (IS_YESTERDAY.test(word)) return now - DAY;
  if (word === '前天') return now - 2 * DAY;
  const chinese = '日一二三四五六'.indexOf(word.at(-1)!.replace('天', '日'));
  const wanted = chinese >= 0 ? chinese : ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'].indexOf(word.slice(0, 2).toLowerCase());
  const back = (new Date(now).getDay() - wanted + 7) % 7;
  return now - back * DAY;
}

function unitOf(word: string): number {
  if (/^(秒|s)/i.test(word)) return 1000;
  if (/^(分|m)/i.test(word)) return 60_000;
  if (/^(小时|h)/i.test(word)) return 3_600_000;
  return DAY;
}
