const classes = ['A', 'B', 'C', 'D'] as const;

/** What a column of a table of customers may hold. */
export const importFields = [
  'name', 'site', 'key', 'otherNames', 'contact', 'address', 'product', 'model', 'purchaseDate',
  'orderNumbers', 'customerClass', 'classReason', 'tags', 'owner', 'note', 'author', 'written',
] as const;
export type ImportField = (typeof importFields)[number];

/** Names of columns as people and our own exports have them, without case, spaces and signs. */
const names: Record<ImportField, string[]> = {
  name: ['姓名', '名称', '昵称', '客户', '客户名称', '买家', '买家昵称', '顾客', 'name', 'customer', 'customername', 'fullname', 'nickname'],
  site: ['站点', '平台', '店铺', '来源', 'site', 'platform', 'shop', 'source'],
  key: ['编号', '客户编号', '买家id', 'id', 'key', 'customerid'],
  otherNames: ['其他称呼', '别名', '曾用名', 'othernames', 'aliases'],
  contact: ['联系方式', '电话', '手机', '手机号', '联系电话', '邮箱', 'contact', 'phone', 'mobile', 'tel', 'email'],
  address: ['地址', '收货地址', '住址', 'address', 'shippingaddress'],
  product: ['商品', '产品', '购买商品', '宝贝', 'product', 'item'],
  model: ['型号', '规格', 'model'],
  purchaseDate: ['购买日期', '购买时间', '下单时间', 'boughton', 'purchasedate', 'orderdate'],
  orderNumbers: ['订单号', '订单编号', '订单', 'ordernumbers', 'ordernumber', 'order', 'orders'],
  customerClass: ['等级', '客户等级', '级别', 'class', 'customerclass', 'grade'],
  classReason: ['定级依据', 'whythisclass', 'classreason'],
  tags: ['标签', 'tags', 'tag', 'labels'],
  owner: ['责任人', '首问责任人', '负责人', 'responsible', 'owner'],
  note: ['备注', '内容', '说明', '记录', 'note', 'notes', 'remark', 'comment', 'text'],
  author: ['记录人', '作者', '客服', 'author', 'writtenby', 'agent'],
  written: ['时间', '记录时间', '日期', '写于', 'written', 'date', 'time', 'createdat'],
};
const fieldOf = new Map(Object.entries(names).flatMap(([field, list]) => list.map((name) => [name, field as ImportField])));
const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[(（].*$/, '').replace(/[\s_\-*:：.]/g, '');

/** What each column holds, told by its name; null: left out. Each field once. */
export function guessColumns(header: string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return header.map((name) => {
    const field = fieldOf.get(folded(name));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** One person as the table has them: of several rows the fields that the first one fills. */
export interface ImportedPerson {
  /** Rows of the table, from 1. */
  rows: number[];
  /** Host name of the console; `own` where the table names none. */
  site: string;
  /** The console's key; empty where the table has none. */
  key: string;
  name: string;
  fields: Partial<Record<'contact' | 'address' | 'product' | 'model' | 'purchaseDate' | 'classReason' | 'owner', string>> &
    Partial<Record<'otherNames' | 'orderNumbers' | 'tags', string[]>> & { customerClass?: (typeof classes)[number] };
  notes: { text: string; author: string; at: number | null }[];
}

export type ImportFaultCode = 'no-name' | 'bad-date' | 'bad-class' | 'too-long' | 'masked';
export interface ImportFault {
  row: number;
  code: ImportFaultCode;
  detail: string;
}

const listed = (text: string) => [...new Set(text.split(/[,，、;；\n]/).map((one) => one.trim()).filter(Boolean))];

/** `2026-11-24` of what people write: 2026/11/24, 2026年11月24日, with a time or without; null when it is no date. */
export function dayOf(text: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text) ?? [];
  if (!year) return null;
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso;
}

/** Longest that each field may be, UTF-16 code units. */
const most: Partial<Record<ImportField, number>> = { name: 500, key: 500, site: 253, contact: 500, address: 1000, product: 500, model: 200, classReason: 1000, owner: 100, author: 100, note: 20_000 };

type Read = { person: ImportedPerson } | { fault: ImportFault };

function readRow(row: { number: number; cells: string[] }, columns: (ImportField | null)[]): Read {
  const cell = (field: ImportField) => row.cells[columns.indexOf(field)]?.trim() ?? '';
  const fault = (code: ImportFaultCode, detail: string): Read => ({ fault: { row: row.number, code, detail } });
  for (const field of importFields) {
    if (!columns.includes(field)) continue;
    if (cell(field).length > (most[field] ?? 5000)) return fault('too-long', field);
    if ((field === 'contact' || field === 'address') && cell(field) === '***') return fault('masked', field);
  }
  if (!cell('name') && !cell('key')) return fault('no-name', '');
  const bought = cell('purchaseDate') && dayOf(cell('purchaseDate'));
  if (bought === null) return fault('bad-date', cell('purchaseDate').slice(0, 40));
  const grade = cell('customerClass').toUpperCase().replace(/[级类]$/, '');
  const customerClass = classes.find((one) => one === grade);
  if (grade && !customerClass) return fault('bad-class', cell('customerClass').slice(0, 40));
  const texts = (['contact', 'address', 'product', 'model', 'classReason', 'owner'] as const).flatMap((field) => (cell(field) ? [[field, cell(field)] as const] : []));
  const lists = (['otherNames', 'orderNumbers', 'tags'] as const).flatMap((field) => (cell(field) ? [[field, listed(cell(field)).slice(0, 50)] as const] : []));
  const at = Date.parse(cell('written').replace(' ', 'T'));
  return {
    person: {
      rows: [row.number],
      site: cell('site').toLowerCase() || 'own',
      key: cell('key'),
      name: cell('name'),
      fields: { ...Object.fromEntries(texts), ...Object.fromEntries(lists), ...(bought && { purchaseDate: bought }), ...(customerClass && { customerClass }) },
      notes: cell('note') ? [{ text: cell('note'), author: cell('author'), at: Number.isNaN(at) ? null : at }] : [],
    },
  };
}

/** Persons of a table, rows of one person together; rows that cannot be read are left out and named. */
export function personsOf(rows: { number: number; cells: string[] }[], columns: (ImportField | null)[]): { persons: ImportedPerson[]; faults: ImportFault[] } {
  const persons = new Map<string, ImportedPerson>();
  const faults: ImportFault[] = [];
  for (const row of rows) {
    const read = readRow(row, columns);
    if ('fault' in read) {
      faults.push(read.fault);
      continue;
    }
    const { person } = read;
    const place = [person.site, person.key || person.name].join('\n');
    const known = persons.get(place);
    if (!known) persons.set(place, person);
    else {
      known.rows.push(row.number);
      known.fields = { ...person.fields, ...known.fields };
      known.notes.push(...person.notes.filter(({ text }) => known.notes.every((one) => one.text !== text)));
    }
  }
  return { persons: [...persons.values()], faults };
}
