import type { Level, LocalText } from '../../packs/format.ts';

/** The patterns that the product knows, as data. Their readers are numbers.ts, addresses.ts and handles.ts. */
export interface PatternRule {
  category: 'privacy' | 'diversion';
  level: Level;
  reason: LocalText;
}

const outside = {
  'zh-CN': '站外联系方式：平台禁止引导顾客到平台以外联系或交易',
  en: 'A contact outside the platform: leading customers away is forbidden',
};
const personal = {
  'zh-CN': '个人敏感信息：不要在聊天中发送',
  en: 'Sensitive personal data: do not send it in a chat',
};

export const patternRules = {
  phone: { category: 'diversion', level: 'warn', reason: outside },
  landline: { category: 'diversion', level: 'warn', reason: outside },
  'foreign-phone': { category: 'diversion', level: 'warn', reason: outside },
  email: { category: 'diversion', level: 'warn', reason: outside },
  url: { category: 'diversion', level: 'warn', reason: outside },
  'wechat-id': { category: 'diversion', level: 'block', reason: outside },
  'qq-id': { category: 'diversion', level: 'block', reason: outside },
  'id-card': { category: 'privacy', level: 'block', reason: personal },
  'bank-card': { category: 'privacy', level: 'block', reason: personal },
} as const satisfies Record<string, PatternRule>;

export type PatternName = keyof typeof patternRules;

/** Where a pattern was found; offsets in the text. `context` names the word that makes it innocent. */
export interface PatternFind {
  name: PatternName;
  start: number;
  end: number;
  context?: string;
  allowed?: string;
}

/** Words beside a number that say it is none of ours. */
export const otherNumbers = [
  '订单', '单号', '运单', '快递', '物流', '包裹', '编号', '编码', '货号', '型号', '款号', '款式', '条码', '条形码', '流水号',
  '券码', '优惠码', '兑换码', '取件码', '发票', '税号', '批号', '序列号', '商品', '商家', '店铺', '工单', '服务单', '退款单',
  'order', 'tracking', 'parcel', 'sku', 'item', 'invoice', 'serial', 'model', 'sn', 'imei', 'isbn', 'ean',
] as const;

/** Words beside a number that say it is a telephone's, a card's or a person's. */
export const ourNumbers = [
  '电话', '手机', '座机', '致电', '拨打', '打给', '联系', '号码', '热线', '微信', '加我', '加v', '加微', '卡号', '银行', '账号',
  '账户', '汇款', '打款', '转账', '身份证', 'tel', 'phone', 'mobile', 'call', 'whatsapp', 'card',
] as const;

/** Words that announce a telephone number written without any mark. */
export const telephoneWords = ['电话', '座机', '致电', '拨打', '打', '联系', 'tel', 'phone', 'call'] as const;

/** Names of messengers that a handle follows, and what may stand between. */
export const wechatCues = [
  '微信', '薇信', '威信', '徽信', 'v信', '维信', '微', '薇', '徽', '溦', '嶶', 'vx', 'wx', 'weixin', 'wei', 'wechat', '加v', '加我v', '绿泡泡', '绿色软件',
] as const;
export const qqCues = ['扣', '抠', '叩', '蔻', '秋', '丘', '球', '企鹅', 'q群', '扣群', '裙', '加q', 'q', 'kou', 'koukou'] as const;
export const otherMessengers = ['telegram', 'whatsapp', 'tg', 'skype', 'line', 'instagram', 'ins', 'kakao', 'zalo', 'viber', '电报'] as const;

/** Endings of domain names that are no English words; with these a bare name is an address. */
export const plainDomains = [
  'com', 'net', 'org', 'cn', 'cc', 'xyz', 'vip', 'biz', 'io', 'tv', 'co', 'ltd', 'wang', 'icu', 'hk', 'tw', 'ly', 'gl', 'tk', 'jp', 'kr', 'ru', 'uk', 'de',
] as const;
/** Endings that are words too (price.top): an address only with a mark of one. */
export const wordyDomains = ['top', 'shop', 'club', 'site', 'online', 'store', 'link', 'live', 'info', 'app', 'fun', 'me', 'pro', 'win', 'work'] as const;

/** Where customers are anyway: the marketplaces, their short links and their carriers. */
export const marketplaceDomains = [
  'jd.com', '3.cn', 'jd.hk', 'jdl.com', 'taobao.com', 'tmall.com', 'tmall.hk', 'tb.cn', '1688.com', 'alibaba.com', 'aliexpress.com', 'cainiao.com',
  'pinduoduo.com', 'yangkeduo.com', 'douyin.com', 'jinritemai.com', 'kuaishou.com', 'kwaixiaodian.com', 'xiaohongshu.com', 'vip.com', 'suning.com',
  'amazon.com', 'amazon.co.uk', 'amazon.de', 'amazon.co.jp', 'ebay.com', 'shopee.com', 'lazada.com', 'tiktok.com', 'temu.com', 'shein.com',
  'sf-express.com', 'zto.com', 'yto.net.cn', 'yundaex.com', 'sto.cn', 'ems.com.cn', 'kuaidi100.com',
] as const;
