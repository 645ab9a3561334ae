import { isDigit, isLatin, unitAt } from '../fold.ts';
import type { Folded } from '../fold.ts';
import { indexAt } from '../near.ts';
import { otherMessengers, qqCues, wechatCues } from './rules.ts';
import type { PatternFind } from './rules.ts';

/** The text with what folds to a digit or a Latin letter in its place: 二八三 and Ｖ１ are written handles too. */
function narrow(text: string): string {
  let narrowed = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    const folded = unit === 0xff3f ? 0x5f : unit === 0xff0d ? 0x2d : unitAt(text, at);
    if (folded !== 0x5f && folded !== 0x2d && !isDigit(folded) && !isLatin(folded)) continue;
    narrowed += text.slice(from, at) + String.fromCharCode(folded);
    from = at + 1;
  }
  return narrowed + text.slice(from);
}
/** One run of the characters of a handle; a run is read once. */
const runs = /[A-Za-z0-9_-]{5,40}/g;
/** Words that may stand between a messenger's name and a handle. */
const filler = /(?:账号|帐号|号码|号|id|群|是|为|叫|搜)*$/;
/** What announces a handle of letters only. */
const announcement = /(?:号|是|为|id|[:：=@])\s*$/i;
/** How many folded units before a handle are read. */
const REACH = 14;

/** What stands before an offset, folded, and whether it ends with one of the names. */
class Ahead {
  private readonly folded: Folded;
  private readonly to: number;
  private readonly name: string;

  constructor(folded: Folded, start: number) {
    this.folded = folded;
    const index = indexAt(folded, start);
    const units = String.fromCharCode(...folded.units.subarray(Math.max(0, index - REACH), index));
    this.name = units.replace(filler, '');
    this.to = index - (units.length - this.name.length);
  }

  names(cues: readonly string[]): boolean {
    const { text, at } = this.folded;
    return cues.some((cue) => {
      if (!this.name.endsWith(cue)) return false;
      let first = at[this.to - cue.length] ?? 0;
      // The folding draws QQ together into one q.
      while (unitAt(text, first - 1) === cue.charCodeAt(0)) first--;
      return !(isLatin(cue.charCodeAt(0)) && isLatin(unitAt(text, first - 1)));
    });
  }
}

/** WeChat and QQ numbers and other messengers' names behind a word that announces them. */
export function findHandles(folded: Folded): PatternFind[] {
  const text = narrow(folded.text);
  const finds: PatternFind[] = [];
  for (const match of text.matchAll(runs)) {
    const run = match[0].toLowerCase();
    const end = match.index + run.length;
    if (text[end] === '@' || /^\.[a-z]/i.test(text.slice(end, end + 2))) continue;
    const glued = /^(?:(?:qq|vx|wx|weixin|wechat)[-_]?(?=[a-z]*\d)|q(?=\d{5,11}$))/.exec(run)?.[0] ?? '';
    const start = match.index + glued.length;
    const handle = run.slice(glued.length);
    const qq = /^[1-9]\d{4,10}$/.test(handle);
    const wechat = /^[a-z][a-z0-9_-]{5,19}$/.test(handle) && /[\d_]/.test(handle);
    if (/^wxid_[a-z0-9]{5,}$/.test(run)) finds.push({ name: 'wechat-id', start: match.index, end });
    else if (glued.startsWith('q')) {
      if (qq) finds.push({ name: 'qq-id', start, end });
    } else if (glued) {
      if (wechat) finds.push({ name: 'wechat-id', start, end });
    } else {
      const announced = announcement.test(text.slice(Math.max(0, start - 4), start));
      const plain = announced && /^[a-z][a-z_-]{5,19}$/.test(handle);
      const number = /^\d{6,11}$/.test(handle);
      if (!qq && !wechat && !plain && !number) continue;
      const ahead = new Ahead(folded, start);
      if (qq && ahead.names(qqCues)) finds.push({ name: 'qq-id', start, end });
      else if ((wechat || plain || number) && ahead.names(wechatCues)) finds.push({ name: 'wechat-id', start, end });
      else if (announced && (wechat || plain) && ahead.names(otherMessengers)) finds.push({ name: 'wechat-id', start, end });
    }
  }
  return finds;
}
