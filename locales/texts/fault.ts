export const en = {
  'unknown-message': 'Chatside got a message “{{detail}}” that it does not know and left it alone; reload the page if this comes again.',
  'bad-message': 'Chatside got a damaged message ({{detail}}) and left it alone; reload the page if this comes again.',
  'not-allowed': 'Chatside refused a message from a page that may not send it.',
  'bad-record': 'This cannot be kept: {{detail}}. Nothing was changed.',
  'storage-full': 'The disk is full: nothing was kept. Free some space, then keep it again; your text is still here.',
  'not-called-back': 'This complaint cannot be closed yet: say how it was settled and call the customer back first. Nothing was changed.',
  'not-a-picture': '“{{detail}}” is no picture that can be read. Choose a PNG, JPEG, WebP or GIF file. Nothing was changed.',
  'picture-too-large': '“{{detail}}” is larger than 2 MB. Save it smaller, then choose it again. Nothing was changed.',
  'nothing-to-export': 'There is nothing to export yet: write a note first.',
  'extension-gone': 'Chatside was updated. Reload this page to go on; your text is still in the chat box.',
  internal: 'Something went wrong in Chatside: {{detail}}. Nothing was changed; try again.',
};

export const zhCN: typeof en = {
  'unknown-message': 'Chatside 收到一条不认识的消息“{{detail}}”，未作处理；若再出现请刷新页面。',
  'bad-message': 'Chatside 收到一条损坏的消息（{{detail}}），未作处理；若再出现请刷新页面。',
  'not-allowed': 'Chatside 拒绝了一个无权页面发来的消息。',
  'bad-record': '无法保存：{{detail}}。什么都没有改动。',
  'storage-full': '磁盘已满，没有保存。请腾出空间后再保存一次，你写的文字还在这里。',
  'not-called-back': '这条投诉还不能结案：请先写明处理结果并回访顾客。什么都没有改动。',
  'not-a-picture': '“{{detail}}”不是能读取的图片，请选择 PNG、JPEG、WebP 或 GIF 文件。什么都没有改动。',
  'picture-too-large': '“{{detail}}”超过 2 MB，请压缩后重新选择。什么都没有改动。',
  'nothing-to-export': '还没有可以导出的内容，请先写一条备注。',
  'extension-gone': 'Chatside 已更新，请刷新本页后继续；你写的文字还在聊天框里。',
  internal: 'Chatside 出错了：{{detail}}。什么都没有改动，请再试一次。',
};
