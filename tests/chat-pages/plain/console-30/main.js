import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { clock, drawChats, drawLines, h } from '../../kit/plain';
import { DRESS, KETTLE, PARCEL } from '../../kit/seeds';

const NAMES = '清风 木木 小野 阿May 糖豆 大白 北北 七月 星河 南风 豆豆 橙子 可可 西米 安然 一一 果冻 米粒 海棠 松鼠 麦子 蓝莓 布丁 小满 初一 青柠 元宝 月亮 石头 团子'.split(' ');
const talk = conversation(
  Object.fromEntries(NAMES.map((name, index) => [`${name}_${1000 + index * 37}`, [DRESS, PARCEL, KETTLE][index % 3]])),
);
const MARK = { robot: '机器人', agent: '已读' };

drawLines(talk, document.querySelector('.m ul'), (line, previous) => {
  if (line.side === 'system') return h('li', { class: 'x' }, line.text);
  const own = line.side !== 'customer';
  return h(
    'li',
    { class: own && 'r' },
    previous && line.at - previous.at < 40_000 ? null : h('div', { class: 'hd' }, `${line.name} ${clock(line.at)}`),
    own ? h('span', { class: 'st' }, MARK[line.side]) : null,
    h('div', { class: 'bb' }, line.text),
  );
});
drawChats(talk, document.querySelector('.sess'), (chat, open) =>
  h(
    'div',
    { class: open ? 's cur' : 's', onclick: () => talk.switchTo(chat.name) },
    h('div', { class: 'pic' }, chat.unread ? h('sup', {}, chat.unread > 99 ? '99+' : String(chat.unread)) : null),
    h(
      'div',
      { class: 'd' },
      h('div', {}, chat.name),
      h('div', { class: 'g' }, chat.lines.at(-1)?.text ?? ''),
      chat.unread ? h('div', { class: 'w' }, '已等待1分钟') : null,
    ),
  ),
);
function headings() {
  document.querySelector('.tit').textContent = `${talk.open.name}  来自 商品详情页`;
  document.querySelector('.nick').textContent = talk.open.name;
}
talk.subscribe(headings);
headings();
wireComposer(talk, document.querySelector('.ed textarea'), { button: document.querySelector('.end a') });
expose(talk);
