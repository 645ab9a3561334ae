import { beforeEach, expect, it } from 'vitest';
import { database } from '../../../storage/database';
import { keepTyped, readTyped } from '../../../storage/drafts';

beforeEach(async () => {
  await database.delete();
  await database.open();
});

it('finds typed text again until it is let go', async () => {
  await keepTyped('note 1', '写到一半');
  await keepTyped('note 2', 'other');
  expect(await readTyped('note 1')).toBe('写到一半');
  await keepTyped('note 1', '');
  expect(await readTyped('note 1')).toBe('');
  expect(await readTyped('note 2')).toBe('other');
});
