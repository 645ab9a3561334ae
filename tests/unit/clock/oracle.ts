import type { Side } from '../../../chat/types.ts';

/**
 * The waits of one chat, told the slow and obvious way from everything that is known of it: for each
 * message, look through all the others. Written from the rule's words, not from the clock.
 */

/** A line of the chat in page order, or the moment at which it was closed. */
export interface Line {
  id: string;
  side: Side | 'closing';
  at: number;
  ours: boolean;
}

export interface OracleWait {
  id: string;
  since: number;
  endedAt: number | null;
  outcome: 'open' | 'answered' | 'unanswered';
  first: boolean;
  opener: 'customer' | 'agent';
  followUps: number[];
  robotAfterMs: number | null;
}

/** Every wait in `lines` that counts or is still open. */
export function oracleWaits(lines: Line[], gapMs: number): OracleWait[] {
  const waits: OracleWait[] = [];
  lines.forEach((line, index) => {
    if (line.side !== 'customer' || !isUnansweredStart(lines, index)) return;
    const end = lines.findIndex((other, at) => at > index && (other.side === 'agent' || other.side === 'closing'));
    const answer = lines[end];
    const counts = !answer || answer.side === 'closing' || line.ours || answer.ours;
    if (!counts) return;
    const inside = lines.filter((_, at) => at > index && (end < 0 || at < end));
    const session = sessionOf(lines, index, gapMs);
    const robot = inside.find((other) => other.side === 'robot');
    waits.push({
      id: line.id,
      since: line.at,
      endedAt: answer ? Math.max(answer.at, line.at) : null,
      outcome: !answer ? 'open' : answer.side === 'agent' ? 'answered' : 'unanswered',
      first: !session.some((other) => other.side === 'agent' && answersSomething(lines, lines.indexOf(other))),
      opener: session.find((other) => other.side === 'customer' || other.side === 'agent')?.side === 'agent' ? 'agent' : 'customer',
      followUps: inside.filter((other) => other.side === 'customer').map((other) => Math.max(0, other.at - line.at)).slice(0, 20),
      robotAfterMs: robot ? Math.max(0, robot.at - line.at) : null,
    });
  });
  return waits;
}

/** Looking back from a customer's line, an answer, a closing or nothing comes before any other customer's line. */
function isUnansweredStart(lines: Line[], index: number): boolean {
  const before = lines.slice(0, index).reverse();
  const other = before.find(({ side }) => side === 'customer' || side === 'agent' || side === 'closing');
  return other?.side !== 'customer';
}

/** An agent's line answers when the last human line before all agent's lines in a row is a customer's. */
function answersSomething(lines: Line[], index: number): boolean {
  const before = lines.slice(0, index).reverse();
  const other = before.find(({ side }) => side === 'customer' || side === 'agent' || side === 'closing');
  return other?.side === 'customer';
}

/** The lines of the session up to and with `index`: going back until a silence longer than `gapMs`. A closing belongs to what it closes. */
function sessionOf(lines: Line[], index: number, gapMs: number): Line[] {
  const people = lines.slice(0, index + 1).filter(({ side }) => side === 'customer' || side === 'agent' || side === 'closing');
  let start = people.length - 1;
  while (start > 0 && (people[start]!.side === 'closing' || people[start]!.at - people[start - 1]!.at <= gapMs)) start -= 1;
  return people.slice(start);
}
