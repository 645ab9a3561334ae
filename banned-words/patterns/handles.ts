import { otherMessengers, qqCues, wechatCues } from './rules.ts';
import type { PatternFind } from './rules.ts';

const narrow = (text: string) => text.replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
/** One run of the characters of a handle; a run is read once. */
const runs = /[A-Za-z0-9_-]{5,40}/g;
/** What may stand between a messenger's name and a handle. */
const filler = /(?:账号|帐号|号码|号|id|群|是|为|叫|搜|加|[:：=→>@ ，,、])*$/i;

const endsWith = (text: string, cues: readonly string[]) =>
  cues.some((cue) => text.endsWith(cue) && !(/^[a-z]/.test(cue) && /[a-z]$/.test(text.slice(0, -cue.length))));

/** WeChat and QQ numbers and other messengers' names behind a word that announces them. */
export function findHandles(original: string): PatternFind[] {
  const text = narrow(original);
  const finds: PatternFind[] = [];
  for (const match of text.matchAll(runs)) {
    const run = match[0].toLowerCase();
    const start = match.index;
    const end = start + run.length;
    if (text[end] === '@' || /^\.[a-z]/i.test(text.slice(end, end + 2))) continue;
    const glued = /^(qq|vx|wx|weixin|wechat)[-_]?(?=[a-z]*\d)/.exec(run)?.[0] ?? '';
    const handle = run.slice(glued.length);
    const qq = /^[1-9]\d{4,10}$/.test(handle);
    const wechat = /^[a-z][a-z0-9_-]{5,19}$/.test(handle) && /[\d_]/.test(handle);
    if (/^wxid_[a-z0-9]{5,}$/.test(run)) finds.push({ name: 'wechat-id', start, end });
    else if (glued === 'qq' && qq) finds.push({ name: 'qq-id', start: start + glued.length, end });
    else if (glued && glued !== 'qq' && wechat) finds.push({ name: 'wechat-id', start: start + glued.length, end });
    else if (!glued) {
      const ahead = text.slice(Math.max(0, start - 16), start).toLowerCase();
      const name = ahead.replace(filler, '');
      const announced = name !== ahead && /[号:：是为@]|id/.test(ahead.slice(name.length));
      const plain = /^[a-z][a-z_-]{5,19}$/.test(handle) && announced;
      if (qq && endsWith(name, qqCues)) finds.push({ name: 'qq-id', start, end });
      else if ((wechat || plain || /^\d{6,11}$/.test(handle)) && endsWith(name, wechatCues)) finds.push({ name: 'wechat-id', start, end });
      else if ((wechat || plain) && announced && endsWith(name, otherMessengers)) finds.push({ name: 'wechat-id', start, end });
    }
  }
  return finds;
}
