import type { Chat } from '@/practice/customer';
import type { Scene, SceneFile } from '@/practice/scenes';
import { advance, newShift, nextDue, type Happening, type Shift, type ShiftEvent, type ShiftOptions } from '@/practice/shift';

/** 2026-11-24 01:00 UTC */
export const NOON = 1_795_482_000_000;

/** A small scene file of two scenes; `change` replaces parts of the first. */
export function smallFile(change: Partial<Scene> = {}): SceneFile {
  const scene: Scene = {
    id: 'one', topic: 'presale', title: 'One', task: 'Answer',
    customer: { name: 'Ann', place: 'Here', customerClass: 'C', returning: false },
    item: { name: 'Lamp', variant: 'red', price: '1' },
    facts: ['a fact'],
    steps: [
      {
        delay: 1, say: ['first', 'second'], gap: 2,
        needs: [{ what: 'colour', anyOf: ['red'] }],
        followUps: [{ after: 30, say: 'anyone?' }],
        leavesAfter: 90,
      },
      { delay: 10, say: ['thanks'], leavesAfter: 40 },
    ],
  };
  return {
    language: 'en',
    lines: { arrives: 'came from {item}', robot: 'robot here', ends: 'ended', leaves: 'left', closed: 'closed' },
    holding: ['one moment'],
    mustNot: [{ what: 'shrug', anyOf: ['no idea'] }],
    scenes: [{ ...scene, ...change }, { ...scene, id: 'two', customer: { ...scene.customer, name: 'Bob' } }],
  };
}

/** A shift under a clock that only the test moves. */
export class Player {
  shift: Shift;
  now = NOON;
  happenings: Happening[] = [];

  constructor(file: SceneFile, options: Partial<ShiftOptions> = {}) {
    this.shift = newShift(file, { customers: 1, pace: 1, seed: 1, ...options });
    this.send({ type: 'start' });
  }

  send(event: ShiftEvent): void {
    const { shift, happenings } = advance(this.shift, event, this.now);
    this.shift = shift;
    this.happenings.push(...happenings);
  }

  /** Lets `seconds` pass, waking the machine each time it asked to be woken. */
  pass(seconds: number): void {
    const until = this.now + seconds * 1000;
    for (let due = nextDue(this.shift); due !== null && due <= until; due = nextDue(this.shift)) {
      this.now = Math.max(this.now, due);
      this.send({ type: 'tick' });
      if (nextDue(this.shift) === due) throw new Error('What was due was not done.');
    }
    this.now = until;
    this.send({ type: 'tick' });
  }

  /** Lets time pass until `done`; throws when nothing more would happen by itself. */
  passUntil(done: (shift: Shift) => boolean): void {
    while (!done(this.shift)) {
      const due = nextDue(this.shift);
      if (due === null) throw new Error('The shift stands still.');
      this.now = Math.max(this.now, due);
      this.send({ type: 'tick' });
    }
  }

  say(text: string, chatId = 'one'): void {
    this.send({ type: 'send', chatId, text });
  }

  chat(id = 'one'): Chat {
    const found = this.shift.chats.find((chat) => chat.id === id);
    if (!found) throw new Error(`No chat ${id}`);
    return found;
  }

  said(id = 'one'): string[] {
    return this.chat(id).messages.map(({ side, text }) => `${side}: ${text}`);
  }
}
