/** Calendar quarters in the computer's own time zone: a team shares one. */

/** `2026-Q4` */
export function quarterOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-Q${Math.floor(date.getMonth() / 3) + 1}`;
}

/** From the first ms of a quarter (`2026-Q4`) to the first of the next, epoch ms. */
export function boundsOf(quarter: string): { from: number; to: number } {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  return { from: new Date(year, (number - 1) * 3).getTime(), to: new Date(year, number * 3).getTime() };
}

/** The same time of day three months on, on the month's last day where that day is missing. */
export function aQuarterAfter(at: number): number {
  const date = new Date(at);
  const day = date.getDate();
  date.setMonth(date.getMonth() + 3, 1);
  date.setDate(Math.min(day, new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()));
  return date.getTime();
}
