export const en = {
  name: 'Chatside',
  database: {
    blocked: 'Chatside was updated and another of its pages still holds the old notes open: close the other Chatside tabs, and this one goes on by itself.',
    outdated: 'Chatside was updated in another tab, so nothing more is stored from here: reload this page to go on. What was stored or typed before is kept.',
    failing: 'The browser cannot reach what is stored, as when the disk is full: nothing is kept now. Free some space and leave this page open; what you typed stays in its field, and this goes on by itself.',
    reload: 'Reload',
  },
};

export const zhCN: typeof en = {
  name: '聊伴 Chatside',
  database: {
    blocked: '聊伴已更新，但还有一个旧页面占着数据：请关闭其他聊伴标签页，这里会自动继续。',
    outdated: '聊伴已在另一个标签页更新，此页不再保存内容：请刷新本页继续。之前保存和正在写的内容都还在。',
    failing: '浏览器暂时读写不了数据（可能磁盘已满），现在不会保存。请腾出空间并保留本页，正在写的文字还在，恢复后会自动继续。',
    reload: '刷新',
  },
};
