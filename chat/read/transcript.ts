const LINE = /^[\s[(（]*(?:(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)[\])）\s]*[-–]?\s*(?:<([^<>\n]{1,30})>|([^:：<>\n]{1,30})[:：])|<([^<>\n]{1,30})>)\s*(?=\S)/;

/** A line of a bare transcript, `[12:01] <Anna> text`, as what it says; null for any other text. */
export function spokenLine(text: string): { author: string; time: string; text: string } | null {
  const found = LINE.exec(text);
  if (!found) return null;
  return { author: (found[2] ?? found[3] ?? found[4] ?? '').trim(), time: found[1] ?? '', text: text.slice(found[0].length) };
}
