import { database } from '../../storage/database.ts';
import { rebuildIndex } from '../../storage/search-index.ts';

/** What the bench runs in an extension page: made-up customers, and queries by hand. */

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24);
const BATCH = 5000;

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红健俊帆雪琳晨宇欣怡佳慧子轩浩然梓涵诗雨梦瑶'];
const english = ['Tom', 'Anna', 'Carlos', 'Mei', 'Nok', 'Putri', 'Liam', 'Olga', 'Ravi', 'Sofia'];
const products = ['青瓷杯', '白瓷茶壶', '保温杯', '蓝色马克杯', '羊毛围巾', '真丝睡衣', '运动鞋', '蓝牙耳机', '机械键盘', '空气炸锅', 'ceramic mug', 'wool scarf'];
const acts = ['要开发票', '想换成', '问什么时候发货', '说收到时碎了', '希望周六送到', '要求改地址到', '担心尺码偏小', '已经付款但没有物流', '喜欢', '想要优惠', 'asked for a refund of', 'wants gift wrap for'];
const places = ['杭州市西湖区文三路', '上海市浦东新区世纪大道', '广州市天河区体育西路', '成都市武侯区科华北路', '北京市朝阳区建国路', '武汉市洪山区珞喻路'];
const tags = ['老客户', '批发', 'VIP', '学生', '急性子', '海外', '礼盒', '企业采购'];

function drawer(seed: number) {
  let state = seed;
  const draw = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return { draw, one: <T>(list: T[]): T => list[Math.floor(draw() * list.length)]! };
}

/** Fills an empty database with `count` customers of three notes each. */
async function fill(count: number): Promise<void> {
  await Promise.all(database.tables.map((table) => table.clear()));
  const { draw, one } = drawer(7);
  const digits = (length: number) => String(Math.floor(draw() * 10 ** length)).padStart(length, '0');
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => from + at);
    const customers = numbers.map((n) => {
      const createdAt = NOW - (count - n) * HOUR;
      const name = draw() < 0.8 ? one(surnames) + one(given) + (draw() < 0.6 ? one(given) : '') : `${one(english)} ${digits(3)}`;
      return {
        id: `c${n}`, site: `shop${n % 4}.example`, key: `buyer-${digits(8)}`, name, otherNames: [], contact: `13${digits(9)}`,
        address: `${one(places)} ${digits(3)} 号`, product: one(products), model: `M-${digits(4)}`, purchaseDate: '', orderNumbers: [`26${digits(12)}`],
        tags: [one(tags)], customerClass: null, classReason: '', secrecy: 'open' as const, owner: '小李', reviewDue: createdAt + 2000 * HOUR,
        joined: null, createdAt, updatedAt: createdAt, lineage: [],
      activeAt: createdAt,
      };
    });
    const notes = customers.flatMap((customer, at) =>
      [0, 1, 2].map((turn) => ({
        id: `n${from + at}-${turn}`, customerId: customer.id, author: '小李', lineage: [], createdAt: customer.createdAt, updatedAt: customer.createdAt,
        text: `${one(acts)}${one(products)}，${one(acts)}${one(products)}，单号 ${digits(10)}，${one(given)}${one(given)}${one(given)}转告`,
      })),
    );
    await database.transaction('rw', database.customers, database.notes, async () => {
      await database.customers.bulkAdd(customers);
      await database.notes.bulkAdd(notes);
    });
  }
  await database.transaction('rw', database.tables, async () => {
    await rebuildIndex(database);
  });
}

/** Fifty newest files by the database alone, ms: what the other figures are measured against. */
async function raw(): Promise<number> {
  const began = performance.now();
  const rows = await database.customers.orderBy('activeAt').reverse().limit(50).toArray();
  if (rows.length === 0) throw new Error('nothing stored');
  return performance.now() - began;
}

/**
 * Types a query into the popup's search, letter by letter, and gives of each letter the time from its
 * input event until the list of it is in the document, ms.
 */
async function type(query: string): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')!;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  const times: number[] = [];
  for (let length = 1; length <= query.length; length += 1) {
    const words = query.slice(0, length);
    const drawn = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector<HTMLElement>('[data-query]')?.dataset['query'] !== words) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const began = performance.now();
    setValue.call(field, words);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    times.push((await drawn) - began);
  }
  return times;
}

/** What agents type, whole: parts of names, numbers, texts and tags of customers drawn from all of them. */
async function queries(count: number): Promise<string[]> {
  const total = await database.customers.count();
  const { draw, one } = drawer(11);
  const found: string[] = [];
  while (found.length < count) {
    const n = Math.floor(draw() * total);
    const [customer, note] = [await database.customers.get(`c${n}`), await database.notes.get(`n${n}-1`)];
    if (!customer || !note) throw new Error(`c${n} is gone`);
    const at = Math.floor(draw() * (note.text.length - 4));
    found.push(one([customer.name, customer.contact.slice(-6), customer.orderNumbers[0]!.slice(3, 11), note.text.slice(at, at + 2 + Math.floor(draw() * 3)), customer.tags[0]!, `${customer.name.slice(0, 1)} ${customer.product}`, customer.name.slice(-1)]));
  }
  return found;
}

const bench = { fill, raw, type, queries };
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
