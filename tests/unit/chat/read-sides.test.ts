import { describe, expect, it } from 'vitest';
import { sidesOf, type Known, type Voice } from '../../../chat/read/sides';

const voice = (given: Partial<Voice>): Voice => ({ place: 'left', author: '', avatar: '', paint: '', tokens: [], robot: false, note: false, ...given });
const nothing: Known = { customerName: '', prompt: '', surroundings: '', standings: new Map(), own: [] };
const left = voice({});
const right = voice({ place: 'right' });

describe('sidesOf', () => {
  it('takes the right for the agent, the middle for the console', () => {
    expect(sidesOf([left, right, voice({ place: 'middle', note: true })], nothing)).toEqual(['customer', 'agent', 'system']);
  });

  it('learns that the agent is on the left from what was sent', () => {
    expect(sidesOf([left, right], { ...nothing, own: [left] })).toEqual(['agent', 'customer']);
  });

  it('lets the customer\'s name on the right turn the sides', () => {
    const named = [voice({ author: 'Jonas' }), voice({ place: 'right', author: 'Emma' })];
    expect(sidesOf(named, { ...nothing, customerName: 'Emma' })).toEqual(['agent', 'customer']);
  });

  it('does not let class names alone turn the sides', () => {
    expect(sidesOf([voice({ tokens: ['sent'] }), voice({ place: 'right', tokens: ['received'] })], nothing)).toEqual(['customer', 'agent']);
  });

  const emma = voice({ author: 'Emma' });
  const jonas = voice({ author: 'Jonas' });

  it('takes the name in the corner of the page for the agent, the one over the messages for the customer', () => {
    const [rita, olu] = [voice({ author: 'Rita' }), voice({ author: 'Olu' })];
    expect(sidesOf([olu, rita], { ...nothing, standings: new Map([['Rita', 'own']]) })).toEqual(['customer', 'agent']);
    expect(sidesOf([rita, olu], { ...nothing, standings: new Map([['Olu', 'customer']]) })).toEqual(['agent', 'customer']);
  });

  it('tells speakers on one side apart by name', () => {
    expect(sidesOf([emma, jonas, emma], { ...nothing, customerName: 'Emma' })).toEqual(['customer', 'agent', 'customer']);
    expect(sidesOf([emma, jonas], { ...nothing, surroundings: 'Nordlicht Jonas (you) Emma' })).toEqual(['customer', 'agent']);
    expect(sidesOf([emma, jonas], { ...nothing, surroundings: 'you are Jonas' })).toEqual(['customer', 'agent']);
    expect(sidesOf([emma, jonas], { ...nothing, prompt: 'reply to emma' })).toEqual(['customer', 'agent']);
    expect(sidesOf([emma, jonas], { ...nothing, own: [jonas] })).toEqual(['customer', 'agent']);
  });

  it('takes speakers on one side for customers while nothing tells the agent', () => {
    expect(sidesOf([emma, jonas], nothing)).toEqual(['customer', 'customer']);
  });

  it('takes a nameless note among named speakers for the console\'s', () => {
    expect(sidesOf([emma, jonas, voice({ note: true, paint: 'grey' })], { ...nothing, customerName: 'Emma' })).toEqual(['customer', 'agent', 'system']);
  });

  it('takes a labelled machine for a robot on the shop\'s side, not a partner who is a bot', () => {
    expect(sidesOf([left, right, voice({ place: 'right', robot: true })], nothing)).toEqual(['customer', 'agent', 'robot']);
    expect(sidesOf([voice({ robot: true }), right], nothing)).toEqual(['customer', 'agent']);
  });
});
