export const en = {
  label: 'Chatside: replies, word check and timer',
  searching: 'Looking for the chat…',
  lost: 'The chat is gone from this page. Chatside goes on looking.',
  fallback: 'This console has changed: Chatside found the chat by itself.',
  shownOnly: 'A send cannot be held on this page: banned words are only shown.',
  fold: 'Fold the panel',
  unfold: 'Unfold Chatside',
  toLeft: 'Put the panel on the left',
  toRight: 'Put the panel on the right',
  move: 'Chatside: move the panel (drag, or arrow keys)',
  dock: 'Dock the panel at the side',
  dismiss: 'Close this message',
};

export const zhCN: typeof en = {
  label: 'Chatside：快捷短语、违禁词检查与计时',
  searching: '正在寻找聊天框…',
  lost: '页面上的聊天框不见了，Chatside 会继续寻找。',
  fallback: '这个工作台改版了：Chatside 已自行找到聊天框。',
  shownOnly: '这个页面无法拦住发送：违禁词只作提示。',
  fold: '收起面板',
  unfold: '展开 Chatside',
  toLeft: '把面板放到左边',
  toRight: '把面板放到右边',
  move: 'Chatside：移动面板（拖动，或用方向键）',
  dock: '把面板停靠到边上',
  dismiss: '关闭这条提示',
};
