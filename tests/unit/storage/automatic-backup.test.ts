import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastBackupText } from '../../../components/backup/last-backup';
import { createTexts } from '../../../locales';
import { backUpIfDue, backupName, changeBackupState, readBackupState, surplus } from '../../../storage/backup/automatic';
import { database } from '../../../storage/database';
import { addNote } from '../../../storage/notes';

const DAY = 86_400_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await database.delete();
  await database.open();
});

it('keeps the last 7 files and one a week of four weeks before, and nothing but its own is deleted', () => {
  const days = Array.from({ length: 60 }, (_, n) => `chatside-${new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10)}.chatside.json`);
  const gone = surplus([...days, 'holiday.jpg', 'chatside-notes.csv']);
  const kept = days.filter((name) => !gone.includes(name));
  expect(kept.slice(-7)).toEqual(days.slice(-7));
  expect(kept).toHaveLength(11);
  expect(gone).not.toContain('holiday.jpg');
  expect(gone).not.toContain('chatside-notes.csv');
});

it('saves when the time has come, once', async () => {
  const saved: string[] = [];
  const open = (now: number) => backUpIfDue((name) => void saved.push(name), now);
  const now = Date.now();
  await addNote({ site: 's', key: 'k', name: 'n' }, 'x', '');
  await open(now);
  expect(saved).toEqual([]);
  await changeBackupState({ everyDays: 1 });
  await open(now);
  await open(now + DAY - 1);
  expect(saved).toEqual([backupName(now)]);
  await open(now + DAY);
  expect(saved).toHaveLength(2);
  expect((await readBackupState()).lastAt).toBe(now + DAY);
});

it('says when the last one was, by days of the calendar', () => {
  const { t } = createTexts('en');
  const noon = new Date(2026, 10, 24, 12).getTime();
  expect([null, noon - DAY / 4, noon - 0.6 * DAY, noon - 3 * DAY].map((at) => lastBackupText(t, at, noon))).toEqual([
    'There is no backup yet.', 'Last backup: today', 'Last backup: 1 day ago', 'Last backup: 3 days ago',
  ]);
});
