import { sentenceOn } from '../sentence.ts';
import type { Language } from '../sentence.ts';
import type { Fault, FaultCode } from './result.ts';

/** What is wrong and how to mend it; `*` stands for the fault's detail. */
const sentences: Record<FaultCode, Record<Language, string>> = {
  'empty-file': { 'zh-CN': '文件是空的；请选择有内容的文件。', en: 'the file is empty; choose one with replies in it.' },
  'too-large': { 'zh-CN': '文件超过上限 *；请拆成几个小文件再载入。', en: 'the file is larger than *; split it into smaller files.' },
  'wrong-encoding': { 'zh-CN': '不是可以读取的文字编码；请另存为 UTF-8 再载入。', en: 'the text is in none of the encodings that can be read; save the file as UTF-8.' },
  'cut-off': { 'zh-CN': '文件不完整，后半部分缺失；请重新导出或重新下载。', en: 'the end of the file is missing; export or download it again.' },
  'unknown-format': { 'zh-CN': '认不出这是哪种格式；请换成 CSV、XLSX 或 .chatside.json。', en: 'its format is not known; use CSV, XLSX or .chatside.json.' },
  'old-xls': { 'zh-CN': '这是旧版 .xls 或加了密码的文件；请在表格软件里去掉密码并另存为 .xlsx。', en: 'it is an old .xls or has a password; save it as .xlsx without a password.' },
  'bad-zip': { 'zh-CN': '压缩内容已损坏；请在表格软件里打开并重新另存为 .xlsx。', en: 'its packed contents are damaged; open it in a spreadsheet and save it as .xlsx again.' },
  'zip-bomb': { 'zh-CN': '解压后超过 * MB；请只保留话术工作表再另存。', en: 'it unpacks to more than * MB; keep only the sheet with the replies and save it again.' },
  'bad-xml': { 'zh-CN': '表格内部数据有误（*）；请在表格软件里打开并重新另存为 .xlsx。', en: 'a part of the workbook is damaged (*); open it in a spreadsheet and save it as .xlsx again.' },
  'bad-json': { 'zh-CN': 'JSON 格式有误（行:列 *）；请改正该处或重新导出。', en: 'it is not valid JSON at line:column *; mend that place or export it again.' },
  'bad-yaml': { 'zh-CN': 'YAML 格式有误（行:列 *）；请改正该处的缩进或引号。', en: 'it is not valid YAML at line:column *; mend the indentation or quotation marks there.' },
  'alias-bomb': { 'zh-CN': 'YAML 里的引用（*、&）展开过多；请去掉引用，直接写出内容。', en: 'its YAML aliases expand to too much; write the texts out instead of using aliases.' },
  'too-deep': { 'zh-CN': '嵌套超过 * 层；请减少文件夹的层数。', en: 'it is nested more than * levels deep; use fewer levels of folders.' },
  'too-many-columns': { 'zh-CN': '超过 * 列；请删去多余的列。', en: 'there are more than * columns; delete those that are not needed.' },
  'too-many-rows': { 'zh-CN': '超过 * 条；请拆成几个文件。', en: 'there are more than * entries; split it into several files.' },
  'no-text-column': { 'zh-CN': '没有指定回复内容所在的列；请选择一列作为内容。', en: 'no column is chosen for the text; choose the one that holds the replies.' },
  'no-replies': { 'zh-CN': '里面没有任何话术；请选择另一个文件。', en: 'it holds no replies; choose another file.' },
  'newer-version': { 'zh-CN': '由更新的 Chatside 写成（格式版本 *）；请先更新 Chatside。', en: 'it was written by a newer Chatside (format version *); update Chatside first.' },
  'bad-field': { 'zh-CN': '字段不符合格式（*）；请按 docs/formats.md 改正。', en: 'a field is not as the format wants it (*); mend it after docs/formats.md.' },
  'broken-quotes': { 'zh-CN': '引号没有配对，后面的内容无法区分；请补上缺少的引号。', en: 'a quotation mark is never closed; add the missing one.' },
  'cell-too-large': { 'zh-CN': '单元格内容过大（*）；请缩短到 5000 字以内。', en: 'a cell is far too large (*); shorten it to 5,000 characters at most.' },
  formula: { 'zh-CN': '“*”列是公式；请改为纯文字再载入。', en: 'column "*" holds a formula; replace it by plain text.' },
  'no-text': { 'zh-CN': '没有回复内容；请填写内容或删去这一条。', en: 'there is no text; write one or delete the entry.' },
  'not-text': { 'zh-CN': '不是文字内容（*），目前只能载入文字；请改写为文字或删去这一条。', en: 'it is not text (*), and only text can be loaded; write it as text or delete the entry.' },
  'unsafe-name': { 'zh-CN': '名称“*”不能使用；请换一个名称。', en: 'the name "*" cannot be used; choose another.' },
  'text-too-long': { 'zh-CN': '回复有 * 字，超过 5000 字；请缩短或拆成几条。', en: 'the text has * characters, more than 5,000; shorten it or make several of it.' },
  'title-too-long': { 'zh-CN': '标题有 * 字，超过 200 字；请缩短。', en: 'the title has * characters, more than 200; shorten it.' },
  'abbreviation-too-long': { 'zh-CN': '快捷编码“*”超过 32 字；请缩短。', en: 'the abbreviation "*" is longer than 32 characters; shorten it.' },
  'repeated-id': { 'zh-CN': '编号“*”重复；请给每条话术不同的编号。', en: 'the id "*" is used twice; give every reply its own.' },
};

/** The fault as one sentence that names file, row and mend. */
export function faultSentence(fault: Fault, fileName: string, language: Language): string {
  const row = fault.row === null ? '' : language === 'en' ? `, row ${fault.row}` : ` 第 ${fault.row} 行`;
  // The alias sentence shows YAML's own `*`.
  const detail = fault.code === 'alias-bomb' ? '*' : fault.detail || '—';
  return sentenceOn(fileName + row, sentences[fault.code][language], detail, language);
}
