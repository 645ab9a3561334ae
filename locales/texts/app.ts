export const en = { name: 'Chatside' };

export const zhCN: typeof en = { name: '聊伴 Chatside' };
