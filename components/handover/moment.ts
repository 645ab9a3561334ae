/** A moment, epoch ms, as a date and a time of day in the reader's own form. */
export function moment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A stretch of time, epoch ms, as a date with two times of day. */
export function stretch({ from, to }: { from: number; to: number }, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(from, to);
}
