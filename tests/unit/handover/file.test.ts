import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { sheetAsFile, sheetFromFile } from '@/handover/file';
import { stateOf } from '@/handover/sheet';
import { sign, take, write } from '@/handover/steps';
import { createTexts } from '@/locales';
import { faultOf, sentenceOf } from '@/locales/fault';
import { database } from '@/storage/database';
import { allSheets, draftFor, importSheet } from '@/storage/handovers';
import { draft, promise, T0, waiting } from './sheets';

const example = readFileSync('docs/examples/handover.json', 'utf8');
const signed = sign(draft(waiting, promise), '小王', T0);

function sentence(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return sentenceOf(createTexts('en').t, faultOf(error));
  }
  return 'no fault';
}

describe('a sheet as a file', () => {
  it('comes back as it went', () => {
    expect(sheetFromFile(sheetAsFile(signed), 'a.json')).toEqual(signed);
    expect(sheetFromFile(`\uFEFF${sheetAsFile(signed)}`, 'a.json')).toEqual(signed);
  });

  it('the documented example is one that was taken over', () => {
    const sheet = sheetFromFile(example, 'handover.json');
    expect([stateOf(sheet), sheet.points.length, sheet.points[1]!.marks.length]).toEqual(['taken', 3, 3]);
  });

  const changed = (change: (json: Record<string, unknown> & { sheet: Record<string, unknown> }) => void) => {
    const json = JSON.parse(example) as Parameters<typeof change>[0];
    change(json);
    return JSON.stringify(json);
  };
  it.each([
    ['nothing', '', 'a.json is not a handover sheet'],
    ['a cut file', example.slice(0, 700), 'a.json is not a handover sheet'],
    ['another format', '{"format":"chatside-pack","version":1}', 'a.json is not a handover sheet'],
    ['a list', '[]', 'a.json is not a handover sheet'],
    ['a newer version', changed((json) => (json['version'] = 2)), 'a.json was written by a newer Chatside'],
    ['no sheet', '{"format":"chatside-handover","version":1}', 'The sheet is damaged (a.json: sheet)'],
    ['a wrong time', changed((json) => (json.sheet['changedAt'] = 'today')), 'The sheet is damaged (a.json: sheet.changedAt)'],
    ['a wrong kind', changed((json) => ((json.sheet['points'] as { kind: string }[])[1]!.kind = 'rumour')), 'The sheet is damaged (a.json: sheet.points.1.kind)'],
    ['a field that nobody knows', changed((json) => (json.sheet['extra'] = 1)), 'The sheet is damaged (a.json: sheet'],
  ])('%s is refused with one sentence', (_, text, begins) => {
    const said = sentence(() => sheetFromFile(text, 'a.json'));
    expect(said).toContain(begins);
    expect(said).toContain('Nothing was changed');
  });

  it('takes or refuses any text without another kind of error', () => {
    const cut = fc.nat(example.length).map((at) => example.slice(0, at));
    const bent = fc.tuple(fc.nat(example.length - 1), fc.string({ maxLength: 3 })).map(([at, text]) => example.slice(0, at) + text + example.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string(), cut, bent, fc.json()), (text) => {
        expect(sentence(() => sheetFromFile(text, 'a.json'))).toMatch(/^no fault$|a\.json/);
      }),
    );
  });
});

describe('sheets that are stored', () => {
  beforeEach(async () => {
    await database.delete();
    await database.open();
  });

  it('an import takes the place of an older state, and not of a newer one', async () => {
    await importSheet(signed, 'a.json');
    const taken = take(signed, 'p1', '小李', T0 + 1);
    await importSheet(taken, 'b.json');
    await expect(importSheet(signed, 'a.json')).rejects.toMatchObject({ data: { code: 'handover-older', detail: 'a.json' } });
    expect(await allSheets()).toEqual([taken]);
  });

  it('there is one draft; untouched, it passes to the next shift', async () => {
    const hours = { from: '09:00', to: '18:00' };
    const first = await draftFor(hours, T0);
    expect((await draftFor(hours, T0)).id).toBe(first.id);
    const next = await draftFor(hours, T0 + 86_400_000);
    expect([next.id, next.shift.from - first.shift.from]).toEqual([first.id, 86_400_000]);
    await database.handovers.put(write(draft(waiting), 'p1', 'x', T0));
    await database.handovers.delete(first.id);
    expect((await draftFor(hours, T0 + 2 * 86_400_000)).id).toBe('s1');
    expect(await allSheets()).toHaveLength(1);
  });
});
