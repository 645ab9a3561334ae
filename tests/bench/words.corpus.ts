/** Generated chat and generated terms, the same on every run. */

/** Mulberry32: a small generator with a seed, numbers from 0 up to 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const goods = '羽绒被 保温杯 电饭煲 蓝牙耳机 连衣裙 运动鞋 洗衣液 台灯 行李箱 沙发 床垫 空调 洗发水 面膜 奶粉 猫粮 手机壳 充电宝 打印机 路由器 窗帘 书架 帐篷 鱼竿 茶叶 咖啡豆 牛肉干 坚果 毛衣 牛仔裤'.split(' ');
const carriers = '顺丰 中通 圆通 韵达 京东物流 邮政'.split(' ');
const places = '杭州 成都 武汉 广州 沈阳 西安 义乌 郑州 合肥 佛山'.split(' ');
const clauses = [
  '您好，请问有什么可以帮您的',
  '亲，{goods}现在有货，今天下单{n}点前都能发出',
  '这边给您查了一下，包裹已经到{place}中转站了',
  '收到货以后您先检查一下外包装',
  '{goods}的尺码偏大，建议您拍小一码',
  '发票会在确认收货后{n}个工作日内开出来',
  '麻烦您提供一下订单号，我帮您登记',
  '退款会原路退回，一般{n}天左右到账',
  '如果有色差，您可以拍照发给我们看看',
  '我们默认发{carrier}，偏远地区要多等两天',
  '满{n}00减{n}0的券已经放到您的账户里了',
  '这款{goods}是纯棉面料，可以机洗，水温不要太高',
  '非常抱歉让您久等了，马上为您处理',
  '不客气，祝您生活愉快',
  '师傅会提前给您打电话预约安装时间',
  '换货的运费由我们来承担，您放心',
  '仓库那边回复说明天补货，您可以先收藏',
  '尺寸是{n}0×{n}5厘米，重量{n}.5公斤',
  '质保期是{n}年，非人为损坏都可以免费维修',
  '好的，已经备注好了，发货前再给您核对一遍地址',
  '活动到本月{n}号晚上结束，过后恢复原价',
  '{goods}和{goods}一起拍可以一起发走',
  'The parcel left {n} days ago, please allow a little more time',
  'ok 我看到了，稍等哦😊',
  '嗯嗯',
  '在的亲',
  '没问题，这就帮您改',
];
const ends = ['。', '哦~', '，', '！', '呢', ' ', '哈', '😊', '\n', '，谢谢您'];

/** Messages of 5 to 500 UTF-16 code units, of at least `bytes` bytes in UTF-8 together. */
export function chat(bytes: number, seed = 7): string[] {
  const next = random(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const fill = (clause: string) =>
    clause.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'goods') return one(goods);
      if (name === 'place') return one(places);
      return name === 'carrier' ? one(carriers) : String(1 + Math.floor(next() * 9));
    });
  const encoder = new TextEncoder();
  const messages: string[] = [];
  for (let size = 0; size < bytes; ) {
    const length = 5 + Math.floor(495 * next() ** 4);
    let message = fill(one(clauses));
    while (message.length < length) message += one(ends) + fill(one(clauses));
    message = message.slice(0, Math.max(5, length)).toWellFormed();
    messages.push(message);
    size += encoder.encode(message).length;
  }
  return messages;
}

const common =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府研';
const loaded = '最佳 第一 顶级 极品 独家 首选 永久 万能 特效 根治 包赔 返现 加微 私聊 转账 刷单 代购 高仿 绝对 保证 免费 秒杀 清仓 内部 渠道'.split(' ');

/** Distinct terms of 2 to 8 characters, some built from words that lists are full of, some Latin. */
export function terms(count: number, seed = 11): string[] {
  const next = random(seed);
  const made = new Set<string>();
  const han = () => common[Math.floor(next() ** 1.3 * common.length)] as string;
  while (made.size < count) {
    const draw = next();
    const length = draw < 0.08 ? 2 : draw < 0.35 ? 3 : draw < 0.75 ? 4 : 5 + Math.floor(next() * 4);
    let term = next() < 0.3 ? (loaded[Math.floor(next() * loaded.length)] as string) : '';
    if (next() < 0.04) term = String.fromCharCode(97 + Math.floor(next() * 26)) + String.fromCharCode(97 + Math.floor(next() * 26));
    while (term.length < length) term += han();
    made.add(term);
  }
  return [...made];
}
