import { expect, it } from 'vitest';
import { ownCopyOf, presetSchema } from '../../../clock/preset';
import { presets } from '../../../clock/presets';

const NOW = Date.UTC(2026, 10, 24);

it('a lead begins with a copy of any measure: its own id, and where it came from', () => {
  for (const preset of presets) {
    const own = presetSchema.parse(ownCopyOf(preset, [], NOW));
    expect(own).toEqual({ ...preset, id: `own-${preset.id}`, source: expect.stringContaining(preset.id), sourceDate: '2026-11-24', certainty: 'own' });
    const second = ownCopyOf(preset, [own.id], NOW);
    expect(second.id).toBe(`own-${preset.id}-2`);
    // One of the lead's own is changed, not copied.
    expect(ownCopyOf(own, [own.id], NOW)).toEqual(own);
  }
});
