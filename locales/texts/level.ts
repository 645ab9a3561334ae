export const en = { block: 'held', warn: 'asks once', advise: 'hint' };

export const zhCN: typeof en = { block: '拦截', warn: '警告', advise: '建议' };
