/** Forms of date and time in other programs, as marks of ours. */

/** strftime (espanso): https://docs.rs/chrono/latest/chrono/format/strftime */
const strftime: Record<string, string> = {
  '%Y': 'YYYY', '%m': 'MM', '%-m': 'M', '%d': 'DD', '%-d': 'D', '%e': 'D', '%b': 'MMM', '%H': 'HH', '%-H': 'H', '%M': 'mm', '%a': 'ddd', '%F': 'YYYY-MM-DD', '%R': 'HH:mm',
};
const ours = /^(YYYY|MMM|MM|M|DD|D|HH|H|mm|ddd)$/;

/** A form in our tokens; undefined when it needs one that we do not have. */
function form(text: string, style: 'moment' | 'strftime'): string | undefined {
  let good = true;
  const written = text.replace(style === 'moment' ? /[A-Za-z]+/g : /%-?[A-Za-z%]/g, (token) => {
    // Moment's runs of one letter: `YYYYMMDD` is one match of three tokens.
    const pieces = style === 'moment' ? (token.match(/([A-Za-z])\1*/g) ?? []) : [strftime[token] ?? ''];
    if (style === 'moment' && !pieces.every((piece) => ours.test(piece))) good = false;
    if (style === 'strftime' && pieces[0] === '') good = false;
    return pieces.join('');
  });
  if (!good || /[{}|｜]/.test(written)) return undefined;
  // Letters that are text would be read as tokens.
  return style === 'strftime' && /[A-Za-z]/.test(text.replace(/%-?[A-Za-z%]/g, '')) ? undefined : written;
}

const units: Record<string, string> = { m: 'm', h: 'h', D: 'd', d: 'd', W: 'w', w: 'w', M: 'm', Y: 'y', y: 'y' };

/**
 * A date or time mark. A form that we cannot write falls back to the language's own; a shift that
 * we cannot is an open slot, because a wrong date would be sent.
 * @param shift as Text Blaze writes it: `+3D`, `-1M`, `+30m`
 */
export function dateMark(text: string, style: 'moment' | 'strftime', shift = ''): string {
  const written = form(text.trim(), style);
  const [, amount = '', letter = ''] = /^\s*([+-]\d{1,4})([A-Za-z])\s*$/.exec(shift) ?? [];
  const unit = units[letter] ?? '';
  if (shift.trim() !== '' && unit === '') return `{?date}`;
  const hasDay = /[YMD]|ddd/.test(written ?? '') || (written === undefined && /[YMDyd]/.test(text));
  const byTime = letter === 'm' || letter === 'h';
  const base = byTime || (!hasDay && /[Hm]/.test(written ?? text)) ? 'time' : 'date';
  if (base === 'time' && amount !== '' && !byTime) return `{?date}`;
  return `{${base}${amount}${amount === '' ? '' : unit}${written ? `:${written}` : ''}}`;
}
