export const en = {
  heading: 'Waiting',
  none: 'Nobody is waiting.',
  calm: 'in time',
  soon: 'soon late',
  late: 'late',
  open: 'Open the chat with {{name}}',
  alertTitle_one: '{{count}} customer waits too long',
  alertTitle_other: '{{count}} customers wait too long',
  waiting: '{{name}}, waiting {{time}}, {{level}}',
};

export const zhCN: typeof en = {
  heading: '等待中',
  none: '没有人在等。',
  calm: '时限内',
  soon: '快超时',
  late: '已超时',
  open: '打开与 {{name}} 的聊天',
  alertTitle_one: '{{count}} 位顾客等待超时',
  alertTitle_other: '{{count}} 位顾客等待超时',
  waiting: '{{name}}，已等 {{time}}，{{level}}',
};
