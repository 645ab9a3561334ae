import { missed, type Chat, type Outcome } from './customer';
import { TARGET_MS, type Shift } from './shift';

export interface SceneResult {
  id: string;
  title: string;
  outcome: Outcome;
  /** What a good answer holds and was not sent; told only once the scene is over. */
  missed: string[];
  /** What was sent and should not have been. */
  slips: string[];
}

/** The shift so far, by the house rule. Times in ms. */
export interface Score {
  /** Answer times of the waits that were answered, in order of their end. */
  answerTimes: number[];
  /** Waits that ended because the customer went or the chat was closed. */
  unanswered: number;
  /** Waits that count: answered, unanswered, and running ones that are already late. */
  waits: number;
  within: number;
  /** Null without an answer. */
  median: number | null;
  /** Null without an answer. */
  mean: number | null;
  /** Messages sent that hold something the scene forbids. */
  slips: number;
  scenes: SceneResult[];
  scenesTotal: number;
}

/** The middle value; of an even number, the mean of the middle two. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

function sceneResult(chat: Chat): SceneResult {
  return {
    id: chat.id,
    title: chat.scene.title,
    outcome: chat.outcome,
    missed: chat.outcome === 'open' ? [] : missed(chat),
    slips: [...new Set(chat.slips.map(({ what }) => what))],
  };
}

/** Scores the shift as it stands at `shift.elapsed`. */
export function score(shift: Shift): Score {
  const waits = shift.chats.flatMap((chat) => chat.waits);
  const answered = waits.filter((wait) => wait.answered).toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0));
  const answerTimes = answered.map((wait) => (wait.until ?? 0) - wait.since);
  const unanswered = waits.filter((wait) => wait.until !== null && !wait.answered).length;
  const late = waits.filter((wait) => wait.until === null && shift.elapsed - wait.since >= TARGET_MS).length;
  return {
    answerTimes,
    unanswered,
    waits: answered.length + unanswered + late,
    within: answerTimes.filter((ms) => ms <= TARGET_MS).length,
    median: median(answerTimes),
    mean: answerTimes.length === 0 ? null : answerTimes.reduce((sum, ms) => sum + ms, 0) / answerTimes.length,
    slips: shift.chats.reduce((sum, chat) => sum + new Set(chat.slips.map(({ text }) => text)).size, 0),
    scenes: shift.chats.map(sceneResult),
    scenesTotal: shift.chats.length + shift.arrivals.length,
  };
}
