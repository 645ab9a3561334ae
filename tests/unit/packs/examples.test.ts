import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packSchema } from '../../../packs/format';
import { readPack } from '../../../packs/readers';
import { packOf, tableOf } from '../../../packs/readers/write';
import { parseTemplate } from '../../../packs/template';
import { customerSchema, noteSchema } from '../../../storage/records-customers';

const folder = new URL('../../../docs/examples/', import.meta.url);
const load = (name: string) => readPack(readFileSync(new URL(name, folder)), name);
const brief = async (name: string) => {
  const { format, replies, faults } = await load(name);
  return { format, faults, replies: replies.map(({ group, title, abbreviation, tags, bubbles }) => [group, title, abbreviation ?? '', (tags ?? []).join(), ...bubbles].join(' | ')) };
};

const expected: Record<string, { format: string; replies: string[] }> = {
  'qianniu.csv': {
    format: 'qianniu',
    replies: [
      '问候 | nh | nh |  | 亲，您好，在的，请问有什么可以帮您？',
      '发货 | fh | fh |  | 亲，{order} 会在 48 小时内发出，\n发出后短信通知您。',
      '售后 | th | th |  | 签收后 7 天内可以申请退货，请保持吊牌完整。',
    ],
  },
  'speech-repo.csv': {
    format: 'speech-repo',
    replies: [
      '问候 | 您好，本店周一至周六 9:00–18:00 在线。 |  | 营业时间,在线 | {customer}您好，本店周一至周六 9:00–18:00 在线。',
      '尺码 | 尺码按平时穿的选就好，介于两码之间选大一码。 |  | 尺码 | 尺码按平时穿的选就好，介于两码之间选大一码。',
    ],
  },
  'bytedesk.csv': {
    format: 'bytedesk',
    replies: ['发货 | 发货时间 |  |  | 现货 48 小时内发出，预售以页面时间为准。', '发票 | 开发票 |  |  | 请提供抬头和税号，发票在确认收货后三天内开出。'],
  },
  'livehelperchat.csv': {
    format: 'livehelperchat',
    replies: [
      'livehelperchat | Welcome |  | hello,hi | Hello {customer}, this is {agent}. How can I help?',
      'livehelperchat | Order number |  | order | Could you give me your order number, please?',
    ],
  },
  'chatwoot.csv': {
    format: 'chatwoot',
    replies: [
      'chatwoot | hello | hello |  | Hi {customer}, {agent} here. What can I do for you?',
      'chatwoot | refund | refund |  | Your refund is on its way, it takes 3–5 working days.',
    ],
  },
  'chatwoot.json': {
    format: 'chatwoot',
    replies: ['chatwoot | hello | hello |  | Hi {customer|there}, {agent} here.', 'chatwoot | case | case |  | I have noted your case {?conversation.display_id}.'],
  },
  'other.tsv': {
    format: 'table',
    replies: ['物流 | 什么时候发货 |  |  | 现货 48 小时内发出。', '售后 | 可以换货吗 |  |  | 7 天内可以换货，运费险可抵扣运费。', '物流 | 发什么快递 |  |  | 默认发中通，可以备注其他快递。'],
  },
  'replies.xlsx': {
    format: 'table',
    replies: ['问候 | 您好 | nh | 问候,在线 | {customer|亲}，您好，在的。', '发货 | 什么时候发货 | fh | 物流 | 现货 48 小时内发出，\n预售以页面为准。', '发票 | 开票 | fp |  | 请提供抬头与税号。'],
  },
  'espanso.yml': {
    format: 'espanso',
    replies: [
      'espanso | Greeting | :hello |  | Hello {customer}, how can I help? {cursor}',
      'espanso | :ship | :ship |  | Ordered today ({date:YYYY-MM-DD}), it leaves us by {date+2d:DD MMM}.',
      'espanso | :size | :size |  | Your usual size is {choose:S|M|L} and your height {?height} cm, so take {{one}} up.',
    ],
  },
  'textblaze.json': {
    format: 'textblaze',
    replies: [
      'Orders | Order number | /on |  | Hello {?customer name=there}, could you send me the order number?{cursor}',
      'Orders | Ships by | /sb |  | It ships by {date+3d:DD MMM}. Colour: {choose:red|green|blue}.',
      'Returns | Return address | /ra |  | Please send it to:\nCloud Studio & Co\n12 Harbour Road',
    ],
  },
  'prokeys.json': {
    format: 'prokeys',
    replies: ['prokeys | ty | ty |  | Thank you, {customer}!\nHave a nice day.', 'Shipping | when | when |  | It ships on {date:DD MMM}. Order: {order}'],
  },
  'autotextexpander.json': {
    format: 'autotextexpander',
    replies: ['autotextexpander | hru | hru |  | Hello, how are you?', 'autotextexpander | dt | dt |  | Today is {date:YYYY-MM-DD}.\nLink: {?clip}'],
  },
  'quicktext.json': {
    format: 'quicktext',
    replies: ['Greetings | Hello | hi |  | Hello {customer}, {cursor}', 'Returns | Send it back | back |  | Please send it back within {choose:7|14|30} days.\nParcel: {?parcel number}'],
  },
};

describe('example files of docs/formats.md', () => {
  it('has an expectation for every file', () => {
    const others = ['shop.chatside.json', 'shop.published.json', 'kettle-desk.chatside.json', 'notes.json', 'backup.chatside.json', 'handover.json'];
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(expected), ...others].sort());
  });

  for (const [name, want] of Object.entries(expected)) {
    it(`reads ${name}`, async () => {
      expect(await brief(name)).toEqual({ ...want, faults: [] });
      const { replies } = await load(name);
      expect(replies.flatMap((reply) => reply.bubbles.flatMap((bubble) => parseTemplate(bubble).faults))).toEqual([]);
    });

    it(`gives back the same replies from ${name} by way of a pack and of a table`, async () => {
      const { replies } = await load(name);
      const pack = packOf('copy', replies, [], '1');
      expect((await readPack(new TextEncoder().encode(JSON.stringify(pack)), 'copy.json')).replies).toEqual(replies);
      const table = await readPack(new TextEncoder().encode(tableOf(replies, '\t')), 'copy.tsv');
      expect(table).toMatchObject({ format: 'chatside-table', faults: [], replies });
    });
  }

  it('reads the example of the pack format with every field that the schema has', async () => {
    const raw: unknown = JSON.parse(readFileSync(new URL('shop.chatside.json', folder), 'utf8'));
    const pack = packSchema.parse(raw);
    const { format, replies, words, faults } = await load('shop.chatside.json');
    expect({ format, replies, words, faults }).toEqual({ format: 'chatside', replies: pack.replies, words: pack.words, faults: [] });
    expect(Object.keys(pack).sort()).toEqual(Object.keys(packSchema.shape).sort());
  });

  it('holds a notes file whose records are valid', () => {
    const notes = JSON.parse(readFileSync(new URL('notes.json', folder), 'utf8')) as { customers: { notes: unknown[] }[] };
    for (const { notes: list, ...customer } of notes.customers) {
      const { id } = customerSchema.parse(customer);
      expect(list.map((note) => noteSchema.parse(note).customerId)).toEqual(list.map(() => id));
    }
  });
});
