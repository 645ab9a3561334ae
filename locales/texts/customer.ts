export const en = {
  heading: 'Customer',
  unnamed: 'Customer without a name',
  noteLabel: 'New note',
  notePlaceholder: 'A note on this customer, then Enter',
  noNotes: 'No notes yet.',
  returning_one: 'Back again: {{count}} note',
  returning_other: 'Back again: {{count}} notes',
  classIs: 'Class {{class}}',
  saved: 'Note kept.',
};

export const zhCN: typeof en = {
  heading: '客户',
  unnamed: '未显示姓名的客户',
  noteLabel: '新备注',
  notePlaceholder: '写一句备注，按 Enter 保存',
  noNotes: '还没有备注。',
  returning_one: '老客户：{{count}} 条备注',
  returning_other: '老客户：{{count}} 条备注',
  classIs: '{{class}} 级',
  saved: '备注已保存。',
};
