/**
 * A reply of several messages: the first goes into the chat box, the others wait until the agent
 * asks for them. Plain state, to be kept per customer.
 */
export interface BubbleRun {
  pack: string;
  replyId: string;
  /** Whom it is meant for: a run never goes on in another customer's chat. */
  customerKey: string;
  /** The templates as they were chosen at the start, so that a pack loaded meanwhile changes nothing. */
  bubbles: readonly string[];
  /** Index of the message that comes next. */
  next: number;
}

/** What goes into the box now, and what is left to come (null after the last). */
export interface BubbleStep {
  template: string;
  /** 1 for the first of `count`. */
  number: number;
  count: number;
  rest: BubbleRun | null;
}

/** The first message of a reply. `bubbles` as `pickBubbles` gives them; throws a RangeError when there are none. */
export function firstBubble(pack: string, replyId: string, bubbles: readonly string[], customerKey: string): BubbleStep {
  const step = nextBubble({ pack, replyId, customerKey, bubbles, next: 0 }, customerKey);
  if (!step) throw new RangeError(`Reply ${replyId} has no message.`);
  return step;
}

/** The next message of a run; null when it is at its end or belongs to another customer. */
export function nextBubble(run: BubbleRun, customerKey: string): BubbleStep | null {
  const template = run.bubbles[run.next];
  if (template === undefined || run.customerKey !== customerKey) return null;
  const next = run.next + 1;
  return {
    template,
    number: next,
    count: run.bubbles.length,
    rest: next < run.bubbles.length ? { ...run, next } : null,
  };
}
