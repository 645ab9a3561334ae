import { broken, containsAny, stepApplies, unmet } from './checks';
import type { Scene, SceneFile } from './scenes';

/**
 * One simulated customer: a state machine over plain data. Times named `at` here are shift time:
 * whole ms since the shift's start, pauses left out. Nothing counts ticks; whoever runs it hands in the
 * time at which something was due, however late that is.
 */

export type Side = 'customer' | 'agent' | 'system' | 'robot';

export interface Message {
  id: string;
  side: Side;
  text: string;
  /** Epoch ms, as shown on the page. */
  at: number;
}

/** A stretch in which the customer waited: from their oldest unanswered message, shift ms. */
export interface Wait {
  since: number;
  /** Null while it runs. */
  until: number | null;
  /** False when the chat ended before the agent wrote. */
  answered: boolean;
}

export type Due = { at: number } & (
  | { act: 'say' | 'followUp' | 'robot'; text: string }
  | { act: 'step'; index: number }
  | { act: 'leave' | 'end' }
  | { act: 'giveUp'; what: string }
);

export type Outcome = 'open' | 'finished' | 'left' | 'closed';

export interface Chat {
  id: string;
  scene: Scene;
  name: string;
  outcome: Outcome;
  messages: Message[];
  unread: number;
  /** Index of the step last begun; -1 before the first. */
  step: number;
  /** Every step begun so far. */
  stepsBegun: number[];
  /** Where in `messages` the answer to the current step may begin. */
  answerFrom: number;
  lastAgentAt: number | null;
  /** What the customer will do if nothing happens, earliest first. */
  agenda: Due[];
  waits: Wait[];
  /** What the agent sent and should not have. */
  slips: { what: string; text: string }[];
  /** Chances that passed unused. */
  chancesMissed: string[];
}

/** What a customer needs to know of the shift. */
export interface Surroundings {
  file: SceneFile;
  pace: number;
  /** Shift ms to epoch ms. */
  wall(at: number): number;
}

const SECOND = 1000;
const DAY = 86_400_000;
const BUBBLE_GAP = 3;
const ROBOT_DELAY = 1;
const LEAVES_AFTER = 180;
/** How long someone waits who was asked to wait. */
const HOLDING_PATIENCE = 60;
/** From the agent's last word to the customer's closing of the chat. */
const END_DELAY = 6;

/** Whole ms: a fraction would be lost beside an epoch time, and with it the moment at which something is due. */
const scaled = (seconds: number, { pace }: Surroundings) => Math.round((seconds * SECOND) / pace);

function put(chat: Chat, side: Side, text: string, wallAt: number): Chat {
  const message = { id: `${chat.id}-${chat.messages.length}`, side, text, at: wallAt };
  return { ...chat, messages: [...chat.messages, message] };
}

function beginStep(chat: Chat, index: number, from: number, around: Surroundings): Chat {
  const step = chat.scene.steps[index];
  if (!step) return chat;
  const gap = scaled(step.gap ?? BUBBLE_GAP, around);
  const last = from + (step.say.length - 1) * gap;
  const agenda: Due[] = [
    ...step.say.map((text, i): Due => ({ at: from + i * gap, act: 'say', text })),
    ...(step.followUps ?? []).map((f): Due => ({ at: last + scaled(f.after, around), act: 'followUp', text: f.say })),
    { at: last + scaled(step.leavesAfter ?? LEAVES_AFTER, around), act: 'leave' },
  ];
  if (chat.step < 0) agenda.push({ at: from + scaled(ROBOT_DELAY, around), act: 'robot', text: around.file.lines.robot });
  return {
    ...chat,
    step: index,
    stepsBegun: [...chat.stepsBegun, index],
    answerFrom: chat.messages.length,
    agenda: agenda.sort((a, b) => a.at - b.at),
  };
}

/** A customer opens a chat at `at`. */
export function arrive(id: string, scene: Scene, name: string, at: number, around: Surroundings): Chat {
  let chat: Chat = {
    id, scene, name, outcome: 'open', messages: [], unread: 0, step: -1, stepsBegun: [], answerFrom: 0,
    lastAgentAt: null, agenda: [], waits: [], slips: [], chancesMissed: [],
  };
  scene.history?.forEach((line, i) => {
    chat = put(chat, line.side, line.text, around.wall(0) - line.daysAgo * DAY + i * 20 * SECOND);
  });
  chat = put(chat, 'system', around.file.lines.arrives.replace('{item}', () => scene.item.name), around.wall(at));
  return beginStep(chat, 0, at + scaled(scene.steps[0]?.delay ?? 0, around), around);
}

function customerSays(chat: Chat, text: string, at: number, around: Surroundings): Chat {
  const waiting = chat.waits.at(-1)?.until === null;
  return {
    ...put(chat, 'customer', text, around.wall(at)),
    unread: chat.unread + 1,
    waits: waiting ? chat.waits : [...chat.waits, { since: at, until: null, answered: false }],
  };
}

function endWait(waits: Wait[], at: number, answered: boolean): Wait[] {
  return waits.map((wait) => (wait.until === null ? { ...wait, until: at, answered } : wait));
}

/** The chat ends at `at`; a wait that still runs ends unanswered. */
export function end(chat: Chat, outcome: Exclude<Outcome, 'open'>, at: number, around: Surroundings): Chat {
  const { ends, leaves, closed } = around.file.lines;
  const line = { finished: ends, left: leaves, closed }[outcome];
  return {
    ...put(chat, 'system', line, around.wall(at)),
    outcome,
    agenda: [],
    waits: endWait(chat.waits, at, false),
  };
}

/** Does what stands first on the chat's agenda, at the time it was due. */
export function act(chat: Chat, around: Surroundings): Chat {
  const [due, ...agenda] = chat.agenda;
  if (!due) return chat;
  const rest = { ...chat, agenda };
  switch (due.act) {
    case 'say':
    case 'followUp':
      return customerSays(rest, due.text, due.at, around);
    case 'robot':
      return put(rest, 'robot', due.text, around.wall(due.at));
    case 'step':
      return act(beginStep(rest, due.index, due.at, around), around);
    case 'leave':
      return end(rest, 'left', due.at, around);
    case 'end':
      return end(rest, 'finished', due.at, around);
    case 'giveUp':
      return end({ ...rest, chancesMissed: [...rest.chancesMissed, due.what] }, 'finished', due.at, around);
  }
}

/** What the customer will do next, given the answer so far. */
function reaction(chat: Chat, at: number, around: Surroundings): Due {
  const answer = chat.messages.slice(chat.answerFrom).filter((m) => m.side === 'agent').map((m) => m.text);
  const needs = chat.scene.steps[chat.step]?.needs ?? [];
  const index = chat.scene.steps.findIndex((step, i) => i > chat.step && stepApplies(step, answer.join('\n')));
  const next = chat.scene.steps[index];
  const askedToWait =
    needs.length > 0 && unmet(needs, answer).length === needs.length && containsAny(answer.join('\n'), around.file.holding);
  const delay = scaled(askedToWait ? HOLDING_PATIENCE : (next?.delay ?? END_DELAY), around);
  if (!next) return { at: at + delay, act: 'end' };
  if (next.afterQuiet) {
    const { seconds, giveUp, what } = next.afterQuiet;
    const silent = chat.agenda.find((due) => due.act === 'giveUp');
    const quiet = silent !== undefined && at - (chat.lastAgentAt ?? at) >= scaled(seconds, around);
    if (!quiet) return { at: at + scaled(giveUp, around), act: 'giveUp', what };
  }
  return { at: at + delay, act: 'step', index };
}

/** The agent's message: ends the wait, and sets the customer thinking. */
export function agentSays(chat: Chat, text: string, at: number, around: Surroundings): Chat {
  const rules = [...around.file.mustNot, ...(chat.scene.mustNot ?? [])];
  const said: Chat = {
    ...put(chat, 'agent', text, around.wall(at)),
    waits: endWait(chat.waits, at, true),
    slips: [...chat.slips, ...broken(rules, text).map(({ what }) => ({ what, text }))],
  };
  if (chat.outcome !== 'open' || chat.step < 0) return said;
  const stillWriting = chat.agenda.some((due) => due.act === 'say');
  const agenda = stillWriting
    ? chat.agenda
    : [reaction(said, at, around)];
  return { ...said, agenda, lastAgentAt: at };
}

/** What a good answer would have held and no message of the agent did, in the agent's language. */
export function missed(chat: Chat): string[] {
  const needs = chat.stepsBegun.flatMap((index) => chat.scene.steps[index]?.needs ?? []);
  const texts = chat.messages.filter((m) => m.side === 'agent').map((m) => m.text);
  return [...unmet(needs, texts).map(({ what }) => what), ...chat.chancesMissed];
}
