export const en = {
  adlaw: 'Advertising law',
  diversion: 'Off-platform',
  taboo: 'Service taboo',
  promise: 'Unsafe promise',
  privacy: 'Private data',
  abuse: 'Abuse',
};

export const zhCN: typeof en = {
  adlaw: '广告法',
  diversion: '引流/站外交易',
  taboo: '服务忌语',
  promise: '不当承诺',
  privacy: '隐私信息',
  abuse: '辱骂',
};
