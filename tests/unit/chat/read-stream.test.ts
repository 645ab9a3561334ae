import { describe, expect, it } from 'vitest';
import { Stream, type ShownLine } from '../../../chat/read/stream';
import { Streams } from '../../../chat/read/streams';

const T = 1_800_000_000_000;
const shown = (text: string): ShownLine[] => [...text].map((content) => ({ pageId: null, content, node: null, side: 'customer', text: content, at: null }));
const texts = (messages: { text: string }[]): string => messages.map((message) => message.text).join('');

describe('Stream', () => {
  it('hands on each message once, whatever the page does with its elements', () => {
    const stream = new Stream('a');
    const all = [
      ...stream.take(shown('abc'), true, T),
      ...stream.take(shown('abc'), false, T),
      ...stream.take(shown('bcd'), false, T),
      ...stream.take(shown('xyabcd'), false, T),
      ...stream.take(shown('cdd'), false, T),
    ];
    expect(texts(all)).toBe('abcdxyd');
    expect(texts(stream.last(10))).toBe('xyabcdd');
    expect(new Set(all.map((message) => message.id)).size).toBe(all.length);
  });

  it('calls history what was there, and what is loaded in front', () => {
    const stream = new Stream('a');
    expect(stream.take(shown('ab'), true, T).every((message) => message.history)).toBe(true);
    expect(stream.take(shown('abc'), false, T).map((message) => message.history)).toEqual([false]);
    expect(stream.take(shown('xabc'), false, T).map((message) => message.history)).toEqual([true]);
    expect(new Stream('b').take(shown('a'), true, T)[0]!.history).toBe(true);
    expect(new Stream('c').take(shown('a'), false, T)[0]!.history).toBe(false);
  });

  it('keeps a message\'s id when its side is learnt later', () => {
    const stream = new Stream('a');
    const [first] = stream.take(shown('a'), true, T);
    stream.take([{ ...shown('a')[0]!, side: 'agent' }], false, T);
    expect(stream.last(1)[0]).toMatchObject({ id: first!.id, side: 'agent' });
  });

  it('knows messages again after a reload, and takes none of the same words for one of before', () => {
    const before = new Stream('a');
    const all = [...before.take(shown('okxokyok'), true, T), ...before.take(shown('okxokyokz'), false, T)];
    const after = new Stream('a');
    // The page has let the first lines go by now.
    const again = after.take(shown('kyokz'), true, T);
    expect(again.slice(2).map((message) => message.id)).toEqual(all.slice(-3).map((message) => message.id));
    const [, , ...fresh] = after.take(shown('kyokzvok'), false, T);
    expect(texts(fresh)).toBe('k');
    expect(all.map((message) => message.id)).not.toContain(fresh[0]!.id);
  });

  it('takes history that the list jumped to for history, before what it knows, and what follows it there too', () => {
    const stream = new Stream('a');
    stream.take(shown('stuv'), true, T);
    const fresh = [...stream.take(shown('cd'), false, T, () => false), ...stream.take(shown('def'), false, T, () => false)];
    expect(fresh.map(({ text, history }) => [text, history])).toEqual([['c', true], ['d', true], ['e', true], ['f', true]]);
    expect(texts(stream.last(10))).toBe('cdefstuv');
    // Written while the agent reads further up: the page shows it below the last known line.
    expect(stream.take(shown('stuvw'), false, T, () => false).map(({ history }) => history)).toEqual([false]);
    // Back at the end, after more than a window was written.
    stream.take(shown('yz'), false, T, () => true);
    expect(texts(stream.last(20))).toBe('cdefstuvwyz');
  });

  it('goes by the times of the page before it goes by the list', () => {
    const at = (text: string, time: number) => shown(text).map((line) => ({ ...line, at: time }));
    const stream = new Stream('a');
    stream.take(at('uv', T), true, T + 10);
    stream.take(at('cd', T - 60_000), false, T + 10, () => true);
    expect(texts(stream.last(10))).toBe('cduv');
    stream.take(at('x', T + 60_000), false, T + 60_010, () => false);
    expect(texts(stream.last(10))).toBe('cduvx');
  });

  it('gives the time of the page where there is one, else that of seeing', () => {
    const [first, second] = new Stream('a').take([{ ...shown('a')[0]!, at: T - 5000 }, shown('b')[0]!], true, T);
    expect(first).toMatchObject({ at: T - 5000, atSource: 'page' });
    expect(second).toMatchObject({ at: T, atSource: 'seen' });
  });
});

describe('Streams', () => {
  it('does not take one customer\'s messages for another\'s while the page changes chats', () => {
    const streams = new Streams();
    const [nodeA, nodeB] = [{}, {}];
    const a = shown('aa').map((line) => ({ ...line, node: nodeA }));
    const b = shown('bc').map((line) => ({ ...line, node: nodeB }));
    expect(texts(streams.take('A', a, T, T).fresh)).toBe('aa');
    const early = streams.take('B', a, T + 1000, T);
    expect(early).toMatchObject({ key: 'A', fresh: [] });
    expect(early.wait).toBeGreaterThan(0);
    const there = streams.take('B', b, T + 1300, T + 1100);
    expect(there.key).toBe('B');
    expect(there.fresh.every((message) => message.history && message.customerKey === 'B')).toBe(true);
    const back = streams.take('A', [...a, ...shown('d')], T + 9000, T + 8000);
    expect(texts(back.fresh)).toBe('d');
  });

  it('takes the same messages under a new name for the same chat', () => {
    const streams = new Streams();
    const node = {};
    const lines = shown('ab').map((line) => ({ ...line, node }));
    streams.take('page:/x', lines, T, T);
    streams.take('name:Emma', lines, T + 10, T);
    const late = streams.take('name:Emma', lines, T + 1600, T);
    expect(late).toMatchObject({ key: 'name:Emma', fresh: [] });
    expect(late.messages.every((message) => message.customerKey === 'name:Emma')).toBe(true);
  });

  it('remembers the last lines of each chat, however many there are', () => {
    const streams = new Streams();
    const talk = (key: string) => Array.from({ length: 100 }, (_, n) => shown(`${n % 10}`)[0]!).map((line, n) => ({ ...line, content: `${key} ${n}`, text: `${key} ${n}` }));
    const keys = Array.from({ length: 60 }, (_, n) => `K${n}`);
    keys.forEach((key, n) => streams.take(key, talk(key), T + n * 10_000, T + n * 10_000 - 5000));
    const back = streams.take('K0', talk('K0').slice(-50), T + 1e6, T + 1e6 - 5000);
    expect(back).toMatchObject({ key: 'K0', fresh: [] });
    expect(back.messages.length).toBe(60);
  });

  it('knows an edited message by its element in a chat that was out of sight, without keeping the element', () => {
    const streams = new Streams();
    const lines = shown('abc').map((line) => ({ ...line, node: {} }));
    const [, first] = streams.take('A', lines, T, T).messages;
    const stream = (streams as unknown as { current: Stream }).current as unknown as { known: { node: object | null }[] };
    streams.take('B', shown('xyz'), T + 5000, T + 4000);
    expect(stream.known.map((line) => line.node)).toEqual([null, null, null]);
    const edited = lines.map((line, at) => (at === 1 ? { ...line, content: 'q', text: 'q' } : line));
    const back = streams.take('A', edited, T + 9000, T + 8000);
    expect(back.fresh).toEqual([]);
    expect(back.messages[1]).toMatchObject({ id: first!.id, text: 'q' });
  });

  it('waits while a page puts older messages in place', () => {
    const streams = new Streams();
    streams.take('A', shown('bc'), T, T);
    expect(streams.take('A', shown('abc'), T + 5000, T + 4990).wait).not.toBeNull();
    expect(texts(streams.take('A', shown('abc'), T + 5200, T + 4990).fresh)).toBe('a');
  });
});
