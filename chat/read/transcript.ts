import { splitLabel } from './labels';

const LINE = /^[\s[(（]*(?:(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)[\])）\s]*[-–]?\s*(?:<([^<>\n]{1,30})>|([^:：<>\n]{1,30})[:：])|<([^<>\n]{1,30})>)\s*(?=\S)/;

/**
 * A line of a bare transcript, `[12:01] <Anna> text`, or `Anna 12:01:33` with the text on the lines
 * under it, as what it says; null for any other text.
 */
export function spokenLine(text: string): { author: string; time: string; text: string } | null {
  const found = LINE.exec(text);
  if (!found) return headed(text);
  return { author: (found[2] ?? found[3] ?? found[4] ?? '').trim(), time: found[1] ?? '', text: text.slice(found[0].length) };
}

function headed(text: string): { author: string; time: string; text: string } | null {
  const end = text.indexOf('\n');
  if (end < 0 || end > 60) return null;
  const { name, time } = splitLabel(text.slice(0, end));
  const said = text.slice(end).trim();
  return name !== '' && name.length <= 30 && /\d[:：]\d\d/.test(time) && said !== '' ? { author: name, time, text: said } : null;
}
