/**
 * Characters that are written for another because they look like it. Letters after Unicode's
 * confusables (UTS #39) as far as they are used to dodge word filters; the rest are shapes that
 * Chinese sellers write for V, W, X and +.
 */
const shapes: Record<string, string> = {
  a: 'аαɑᴀ',
  b: 'вβʙ',
  c: 'сᴄϲ',
  d: 'ԁᴅđ',
  e: 'еεᴇє',
  f: 'ꜰƒ',
  g: 'ɡɢ',
  h: 'нһʜħ',
  i: 'іιɪı',
  j: 'јᴊ',
  k: 'кκᴋ',
  l: 'ʟłӏ',
  m: 'мᴍ',
  n: 'ηɴп',
  o: 'оοσᴏø',
  p: 'рρᴘ',
  q: 'ԛ',
  r: 'ʀг',
  s: 'ѕꜱ',
  t: 'тτᴛ',
  u: 'υᴜ',
  v: 'νѵᴠʋ∨⋁√٧卌ᐯ∇▽',
  w: 'шщԝѡωɯᴡ₩',
  x: 'хχ×✕✖╳乄',
  y: 'уγʏ',
  z: 'ᴢ',
  力: 'カ',
  口: 'ロ',
  工: 'エ',
  二: 'ニ',
  八: 'ハ',
  卜: 'ト',
  夕: 'タ',
};

/** From look-alike to the character it stands for. */
export const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries(shapes).flatMap(([plain, others]) => [...others].map((other) => [other, plain] as const)),
);

/** Digits and signs that stand for a letter when they are written between two Latin letters (p0rn, wh@ts). */
export const betweenLetters: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['@', 'a'],
  ['$', 's'],
]);
