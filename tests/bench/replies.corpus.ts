import { readFileSync } from 'node:fs';
import { packSchema } from '../../packs/format.ts';
import type { Reply } from '../../packs/format.ts';

export type PackedReply = Reply & { pack: string };

export interface Query {
  query: string;
  pack: string;
  id: string;
}

/** The built-in replies of both languages, always on offer: recall is not to hang on the day of the run. */
export function builtInReplies(): PackedReply[] {
  return ['zh-CN', 'en'].flatMap((language) => {
    const pack = packSchema.parse(JSON.parse(readFileSync(new URL(`../../packs/built-in/replies-${language}.json`, import.meta.url), 'utf8')));
    return (pack.replies ?? []).map((reply) => ({ ...reply, pack: pack.id, seasons: undefined }));
  });
}

/** One half of the query set. */
export function queries(half: 'tune' | 'report'): Query[] {
  const lines = readFileSync(new URL(`../unit/replies/queries/${half}.jsonl`, import.meta.url), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

const goods = '羽绒被 保温杯 电饭煲 蓝牙耳机 连衣裙 运动鞋 洗衣液 台灯 行李箱 沙发 床垫 空调 洗发水 面膜 奶粉 猫粮 手机壳 充电宝 打印机 路由器 窗帘 书架 帐篷 鱼竿 茶叶 咖啡豆 牛肉干 坚果 毛衣 牛仔裤'.split(' ');
const regions = '华东 华南 华北 西南 西北 东北 海外 同城 乡镇 校园'.split(' ');

/**
 * `count` replies as a large shop might keep them: every built-in one, then each again for a kind
 * of goods, a region and a number, in title, tags and text. The same on every run.
 */
export function manyReplies(count: number): PackedReply[] {
  const own = builtInReplies();
  return Array.from({ length: count }, (_, at) => {
    const reply = own[at % own.length];
    if (!reply) throw new RangeError('No built-in replies.');
    const round = Math.floor(at / own.length);
    if (round === 0) return reply;
    const item = goods[(round * 7 + at) % goods.length] ?? '';
    const region = regions[(round * 3 + at) % regions.length] ?? '';
    return {
      ...reply,
      id: `${reply.id}-${round}`,
      title: `${item}${reply.title}${round}`,
      abbreviation: `${reply.abbreviation ?? 'r'}${round}`,
      tags: [...(reply.tags ?? []), item, region],
      bubbles: reply.bubbles.map((bubble) => `${bubble} ${region}地区的${item}另见第${round}条说明。`),
    };
  });
}
