import { saysCustomer, saysOwn, saysRobot } from './words';
import type { Place } from './place';
import type { Standing } from './standing';
import type { Side } from '../types';

/** What one message shows of its speaker. */
export interface Voice {
  place: Place;
  author: string;
  avatar: string;
  paint: string;
  tokens: readonly string[];
  robot: boolean;
  note: boolean;
}

/** What is known from outside the messages. */
export interface Known {
  /** The open chat's customer as the list of chats or the head of the chat names them; may be empty. */
  customerName: string;
  /** What the composer's prompt says. */
  prompt: string;
  /** Text around the chat: it may say under which name the agent is signed in. */
  surroundings: string;
  /** Whom names stand for, by where else on the page they stand. */
  standings: ReadonlyMap<string, Standing>;
  /** Voices of messages that this agent was seen to send, most recent last. */
  own: readonly Voice[];
}

const OWN_TOKENS = /^(self|mine|me|myself|own|owner|outgoing|out|sent|agent|seller|staff|operator|admin|sender|send|right|end|primary|reverse|ismine|isme|isself|fromme|host|merchant|us|ours)$/;
const OTHER_TOKENS = /^(incoming|in|received|receive|receiver|customer|buyer|visitor|client|guest|other|others|left|start|notme|opponent|partner|peer|them|contact|friend|theirs)$/;
const SYSTEM_TOKENS = /^(system|sys|notice|notification|tip|tips|event|divider|activity|announcement|info|log)$/;

/**
 * Who speaks in each of the messages of one chat. Speakers are told apart by the side on which
 * they stand, or, where all stand on one, by name, picture, class or colour. Which of the two is the
 * agent is learnt from what the agent sends; until then the right-hand side and names decide.
 */
export function sidesOf(read: readonly Voice[], known: Known): Side[] {
  const voices = leanByPaint(read);
  const twoSided = voices.some((v) => v.place === 'right') && voices.some((v) => leans(v, 'left'));
  const named = voices.filter((voice) => voice.author !== '').length * 2 > voices.length;
  const speech = voices.map((voice) => !isSystem(voice, twoSided, voices) && !(named && !twoSided && voice.author === '' && voice.note));
  const keyOf = chooseKey(voices.filter((_, at) => speech[at]), [...known.own], twoSided);
  const ownKeys = ownKeysOf(voices.filter((_, at) => speech[at]), known, keyOf, twoSided);
  return voices.map((voice, at) => {
    if (!speech[at]) return voice.robot ? 'robot' : 'system';
    const own = ownKeys.has(keyOf(voice));
    const robotAmongAuthors = voice.robot && voices.some((other, place) => speech[place] && !other.robot && ownKeys.has(keyOf(other)) === own);
    if (voice.robot && (own || robotAmongAuthors)) return 'robot';
    if (own && isMachine(voice) && voices.some((other, place) => speech[place] && ownKeys.has(keyOf(other)) && !isMachine(other))) return 'robot';
    return own ? 'agent' : 'customer';
  });
}

/** Weight of the custom that one's own messages stand on the right: class names cannot outweigh it, names can. */
const RIGHT_IS_OWN = 1.25;
const MACHINE_TOKENS = /^(bot|robot|automatic|autoreply|automated)$/;
const isMachine = (voice: Voice): boolean => voice.tokens.some((token) => MACHINE_TOKENS.test(token));

/** A bubble that fills its row leans nowhere; it goes with those of its ground that lean one way only. */
function leanByPaint(voices: readonly Voice[]): readonly Voice[] {
  const places = new Map<string, Set<Place>>();
  for (const { paint, place } of voices) {
    if (paint.startsWith('/') || (place !== 'left' && place !== 'right')) continue;
    places.set(paint, (places.get(paint) ?? new Set()).add(place));
  }
  return voices.map((voice) => {
    const seen = voice.place === 'left' || voice.place === 'right' ? undefined : places.get(voice.paint);
    return seen?.size === 1 ? { ...voice, place: [...seen][0]! } : voice;
  });
}

const leans = (voice: Voice, side: 'left' | 'right'): boolean => voice.place === side || (side === 'left' && voice.place === 'full');

/** Notes of the console stand in the middle, or say so in their class, and have no speaker. */
function isSystem(voice: Voice, twoSided: boolean, all: readonly Voice[]): boolean {
  if (voice.avatar !== '') return false;
  if (voice.place === 'middle') return true;
  if (voice.author === '' && voice.tokens.some((token) => SYSTEM_TOKENS.test(token))) return true;
  // Among bubbles on two sides, bare text over the whole width without a speaker is a note.
  return twoSided && voice.note && voice.place === 'full' && all.some((other) => !other.note && other.place === 'left');
}

type KeyOf = (voice: Voice) => string;

const byPlace: KeyOf = (voice) => (voice.place === 'right' ? 'right' : 'left');
const byAuthor: KeyOf = (voice) => voice.author || voice.avatar;
const byAvatar: KeyOf = (voice) => voice.avatar;
const byTokens: KeyOf = (voice) => voice.tokens.filter((token) => OWN_TOKENS.test(token) || OTHER_TOKENS.test(token) || /^(user|assistant|bot|ai|human)$/.test(token)).join(' ');
const byPaint: KeyOf = (voice) => voice.paint;

/** The trait by which this page's speakers differ, the most telling first. */
function chooseKey(speech: readonly Voice[], own: readonly Voice[], twoSided: boolean): KeyOf {
  if (twoSided || [...speech, ...own].some((voice) => voice.place === 'right')) return byPlace;
  for (const keyOf of [byAuthor, byTokens, byAvatar, byPaint]) {
    const kinds = new Set(speech.map(keyOf));
    if (kinds.size >= 2 && kinds.size <= Math.max(4, speech.length / 2)) return keyOf;
  }
  return speech.some((voice) => voice.author !== '') ? byAuthor : byTokens;
}

/** Which keys are the agent's own. */
function ownKeysOf(speech: readonly Voice[], known: Known, keyOf: KeyOf, twoSided: boolean): Set<string> {
  const seen = known.own.map(keyOf);
  if (seen.length > 0) return new Set(seen.slice(-3));
  const evidence = new Map<string, number>();
  for (const key of new Set(speech.map(keyOf))) {
    const voices = speech.filter((voice) => keyOf(voice) === key);
    evidence.set(key, evidenceFor(voices, known, !twoSided) + (keyOf === byPlace ? (key === 'right' ? RIGHT_IS_OWN : -RIGHT_IS_OWN) : 0));
  }
  if (twoSided) {
    const [left = 0, right = 0] = [evidence.get('left'), evidence.get('right')];
    return new Set([right >= left ? 'right' : 'left']);
  }
  const own = new Set<string>();
  for (const [key, value] of evidence) if (value > 0.4) own.add(key);
  // The customer's name alone tells the other speakers apart from them.
  if (own.size === 0 && evidence.size >= 2) {
    const others = [...evidence].filter(([, value]) => value > -1.5);
    if (others.length < evidence.size) for (const [key] of others) own.add(key);
  }
  return own;
}

/** Above 0 for the agent, below for the customer. */
function evidenceFor(voices: readonly Voice[], known: Known, oneSided: boolean): number {
  let sum = 0;
  for (const { author, tokens } of voices) {
    if (author !== '') sum += nameEvidence(author, known, oneSided);
    let words = 0;
    for (const token of tokens) words += OWN_TOKENS.test(token) ? 1 : OTHER_TOKENS.test(token) ? -1 : 0;
    sum += Math.max(-1.2, Math.min(1.2, words * 0.8));
  }
  return sum / Math.max(1, voices.length);
}

function nameEvidence(author: string, known: Known, oneSided: boolean): number {
  if (isSignedIn(author, known.surroundings)) return 4;
  if (author === known.customerName || saysCustomer(author)) return -4;
  if (saysOwn(author)) return 4;
  // Where speakers stand on two sides, that tells more than a name in some corner.
  const standing = oneSided ? known.standings.get(author) : undefined;
  if (standing) return standing === 'own' ? 2.5 : -2.5;
  if (saysRobot(author)) return 0.5;
  const first = author.split(/[\s·]/)[0]!;
  if (first.length > 1 && known.prompt.includes(first.toLowerCase())) return -3;
  return known.customerName !== '' && known.customerName.includes(author) ? -2 : 0;
}

/** `Jonas (you)`, `you are Ada`, `客服小周（我）` somewhere on the page. */
function isSignedIn(author: string, surroundings: string): boolean {
  for (let at = surroundings.indexOf(author); at >= 0; at = surroundings.indexOf(author, at + 1)) {
    if (/^\s*[(（[【]\s*(you|me|我|你|自己|本人)\s*[)）\]】]/i.test(surroundings.slice(at + author.length, at + author.length + 12))) return true;
    if (/(you are|you're|signed in as|logged in as|我是|当前客服|当前账号|当前用户)\s*[:：]?\s*$/i.test(surroundings.slice(Math.max(0, at - 24), at))) return true;
  }
  return false;
}
