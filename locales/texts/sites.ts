export const en = {
  welcome: 'Welcome to Chatside',
  intro:
    'Chatside has access to no site until you turn one on. Turn on the consoles that you work in; your browser asks you once for each. Turning one off gives the access back.',
  other:
    'Another console? Open it and choose “Turn on for this site” in the Chatside button. Chatside finds the chat by itself.',
  practice: 'Try it first in the practice shop',
  switch: 'Chatside on {{name}}',
  host: 'Address',
  console: 'Console',
  on: 'On',
  off: 'Off',
  refused: '{{name}} stays off: the browser did not get your permission.',
  alsoOn: 'Also on',
  basis: 'Layout known from public sources, the newest of {{date}}. Not tried on the live console.',
  basisUndated: 'Layout known from undated public sources. Not tried on the live console.',
  selfHosted: 'Your shop hosts it: open it and turn Chatside on there.',
};

export const zhCN: typeof en = {
  welcome: '欢迎使用 Chatside',
  intro:
    '在你启用之前，Chatside 不能访问任何网站。请启用你工作用的客服台，浏览器会对每一个询问一次；停用就会交还访问权。',
  other: '用的是别的客服台？打开它，点 Chatside 图标，选“在此站点启用”，Chatside 会自行找到聊天框。',
  practice: '先在练习店铺里试一试',
  switch: '在{{name}}上使用 Chatside',
  host: '网址',
  console: '客服台',
  on: '已启用',
  off: '未启用',
  refused: '{{name}}仍未启用：浏览器没有得到你的许可。',
  alsoOn: '另外启用的站点',
  basis: '页面结构来自公开资料，最新的为 {{date}}。没有在真实后台上试过。',
  basisUndated: '页面结构来自没有日期的公开资料。没有在真实后台上试过。',
  selfHosted: '由店铺自行部署：打开它，在那里启用 Chatside。',
};
