import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { OpenWait } from '../../../clock/wait';
import { elapsedText } from '../../../components/clock/elapsed';
import { WaitList } from '../../../components/clock/WaitList';
import { createTexts } from '../../../locales';
import { T0 } from './stream';

const wait = (customerKey: string, since: number, level: OpenWait['level']): OpenWait => ({
  id: customerKey, site: 'test', customerKey, customerName: `Ms <${customerKey}>`, since, endedAt: null, outcome: 'open', first: true,
  opener: 'customer', quietMs: null, followUps: [], robotAfterMs: null, exact: true, elapsedMs: 0, level,
});

const { t } = createTexts('en');

describe('the list of waits', () => {
  it('says who waits, since when, and how late, by word and mark', () => {
    vi.setSystemTime(T0 + 65_900);
    const html = renderToStaticMarkup(<WaitList waits={[wait('amy', T0, 'late'), wait('bo', T0 + 60_000, 'calm')]} openKey="bo" onOpen={() => {}} t={t} />);
    vi.useRealTimers();
    expect(html.match(/data-chatside="wait"/g)).toHaveLength(2);
    expect(html).toContain(`role="timer" aria-live="off" aria-label="Ms &lt;amy&gt;, waiting 1:05, late" data-chatside="wait" data-customer="amy" data-since="${T0}" data-level="late"`);
    expect(html).toContain('0:05');
    expect(html).toMatch(/●.*>late<.*○.*>in time</);
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('says so when nobody waits', () => {
    expect(renderToStaticMarkup(<WaitList waits={[]} openKey={null} onOpen={() => {}} t={t} />)).toContain('Nobody is waiting.');
  });

  it('shows whole seconds that have passed', () => {
    expect([-5, 999, 59_999, 60_000, 3_599_999, 43_205_000].map(elapsedText)).toEqual(['0:00', '0:00', '0:59', '1:00', '59:59', '12:00:05']);
  });
});
