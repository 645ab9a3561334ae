import type { Seed } from './conversation';

/** What shop chats look like; written for these pages. */
export const DRESS: Seed[] = [
  ['customer', '你好，这条连衣裙还有M码吗？'],
  ['agent', '亲，您好！M码还有现货的，今天下单今天发出哦'],
  ['customer', '我165，52公斤，穿M会不会大'],
  ['agent', '您这个身高体重穿M刚好，偏修身的'],
  ['customer', '会掉色吗'],
  ['customer', '我想手洗'],
];

export const PARCEL: Seed[] = [
  ['customer', '快递三天没动了，帮我看看'],
  ['system', '客服小周 已接入会话'],
  ['agent', '好的，我马上帮您查一下物流'],
  ['agent', '包裹现在在杭州转运中心，预计明天派送'],
  ['customer', '明天一定能到吗？'],
];

export const KETTLE: Seed[] = [
  ['robot', '您好，我是智能客服，请问有什么可以帮您？'],
  ['customer', '转人工'],
  ['agent', '您好，人工客服小周为您服务'],
  ['customer', '水壶的底座坏了，能单独买吗'],
  ['agent', '可以的，底座39元，我发您链接'],
  ['customer', '好的谢谢'],
];

export const JACKET_EN: Seed[] = [
  ['customer', 'Hi, is the rain jacket available in navy?'],
  ['agent', 'Hello! Yes, navy is in stock in sizes S to L.'],
  ['customer', 'Great. How long does delivery to Leeds take?'],
  ['agent', 'Two to three working days with standard delivery.'],
  ['customer', 'Can I return it if it does not fit?'],
];

export const ORDER_EN: Seed[] = [
  ['customer', 'My order #48213 arrived with a cracked lid'],
  ['agent', "I'm sorry about that. Could you send me a photo, please?"],
  ['customer', 'Sure, one moment'],
  ['customer', 'Just sent it to your email'],
];

export const SHOP: Record<string, Seed[]> = {
  小鱼爱吃糖: DRESS,
  阳光下的猫: PARCEL,
  老王五金: KETTLE,
  jd_5f8a2c: [['customer', '发票什么时候开'], ['agent', '确认收货后三个工作日内开出'], ['customer', '好']],
};

export const SHOP_EN: Record<string, Seed[]> = {
  'Emma Clark': JACKET_EN,
  'Tom Baker': ORDER_EN,
  'Priya N.': [['customer', 'Do you ship to India?'], ['agent', 'We do, it takes about ten days.']],
};

/** These chats without the sides that a page cannot show. */
export function only(chats: Record<string, Seed[]>, sides: string): Record<string, Seed[]> {
  return Object.fromEntries(
    Object.entries(chats).map(([name, seeds]) => [name, seeds.filter(([side]) => sides.includes(side))]),
  );
}
