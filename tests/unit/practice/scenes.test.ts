import { describe, expect, test } from 'vitest';
import { broken, containsAny } from '@/practice/checks';
import { missed } from '@/practice/customer';
import { languages, sceneFileSchema, scenesIn, topics } from '@/practice/scenes';
import { Player } from './play';

/** What the practice shop is there to train, whatever the language. */
const required = [
  'presale', 'size', 'stock', 'price', 'delay', 'wrong-item', 'return', 'refund', 'complaint', 'invoice',
  'off-platform', 'returning', 'several', 'silent',
] as const;

describe.each(languages)('the scenes in %s', (language) => {
  const file = scenesIn(language);

  test('are at least twelve, each with an id of its own, over all matters to be trained', () => {
    expect(file.language).toBe(language);
    expect(file.scenes.length).toBeGreaterThanOrEqual(12);
    expect(new Set(file.scenes.map(({ id }) => id)).size).toBe(file.scenes.length);
    expect(new Set(file.scenes.map(({ topic }) => topic))).toEqual(new Set([...required, ...(language === 'zh-CN' ? topics : [])]));
  });

  test('hold the names that a list must bear: long, with emoji, right to left', () => {
    const names = file.scenes.map(({ customer }) => customer.name);
    expect(names.some((name) => name.length >= 35)).toBe(true);
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
  });

  test.each(file.scenes.map((scene) => [scene.id, scene] as const))('%s can be served without fault', (id, scene) => {
    const play = new Player(file, { scene: id });
    const answered = new Set<number>();
    play.passUntil(({ chats, status }) => {
      const chat = chats[0];
      if (!chat || chat.agenda.some(({ act }) => act === 'say' || act === 'step')) return status === 'over';
      if (chat.waits.at(-1)?.until === null && !answered.has(chat.step)) {
        answered.add(chat.step);
        const needs = scene.steps[chat.step]?.needs ?? [];
        play.say(needs.map(({ anyOf }) => anyOf[0]).join(', ') || 'ok', id);
      }
      if (play.chat(id).agenda.some(({ act }) => act === 'giveUp')) {
        play.pass(50);
        play.say('ok', id);
      }
      return play.shift.status === 'over';
    });
    const chat = play.chat(id);
    expect(chat.outcome).toBe('finished');
    expect(missed(chat)).toEqual([]);
    expect(chat.slips).toEqual([]);
  });

  test('a careless answer misses something in every scene', () => {
    for (const { id } of file.scenes) {
      const play = new Player(file, { scene: id });
      play.passUntil(({ chats, status }) => {
        if (chats[0]?.waits.at(-1)?.until === null) play.say('嗯 mm', id);
        return status === 'over' || play.shift.status === 'over';
      });
      expect(missed(play.chat(id)), id).not.toEqual([]);
    }
  });
});

test('trading off the platform is caught, declining it is not', () => {
  const rules = (language: (typeof languages)[number]) =>
    scenesIn(language).scenes.find(({ topic }) => topic === 'off-platform')?.mustNot ?? [];
  expect(broken(rules('zh-CN'), '好的，加我微信聊吧')).toHaveLength(1);
  expect(broken(rules('zh-CN'), '您转给我就行')).toHaveLength(1);
  expect(broken(rules('zh-CN'), '不好意思，平台规定不能加您微信，请勿转给我个人')).toEqual([]);
  expect(broken(rules('en'), 'Sure, my WhatsApp is 555')).toHaveLength(1);
  expect(broken(rules('en'), 'I am sorry, we only talk here on the platform')).toEqual([]);
});

test('a file that breaks the schema is refused', () => {
  const file = structuredClone(scenesIn('en'));
  expect(sceneFileSchema.safeParse({ ...file, scenes: [] }).success).toBe(false);
  const [scene] = file.scenes;
  expect(sceneFileSchema.safeParse({ ...file, scenes: [{ ...scene, topic: 'weather' }] }).success).toBe(false);
});

test('phrases are found whatever their width, case and blanks, and only at the start of a Latin word', () => {
  expect(containsAny('Ｌ码就可以', ['l码'])).toBe(true);
  expect(containsAny('可以 的', ['可以的'])).toBe(true);
  expect(containsAny('I’ll check', ["i'll check"])).toBe(true);
  expect(containsAny('an oversize shirt', ['size'])).toBe(false);
  expect(containsAny('it is refunded', ['refund'])).toBe(true);
  expect(containsAny('nothing', ['else'])).toBe(false);
});
