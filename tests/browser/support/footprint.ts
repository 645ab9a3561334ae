import type { CDPSession, Page } from 'playwright-core';

/** What a page and the extension's scripts in it hold, after garbage collection. */
export interface Footprint {
  /** Bytes of the page's JavaScript heap, all worlds together. */
  heap: number;
  /** Event listeners of all worlds, on whatever they are. */
  listeners: number;
  /** Live observers that the extension's scripts made, those of earlier reloads included. */
  observers: number;
}

const OBSERVERS = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'];

/**
 * Measures a page; call before it is opened, so that the extension's worlds become known.
 * @returns takes one measure
 */
export async function footprintOf(page: Page): Promise<() => Promise<Footprint>> {
  const devtools = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  });
  await devtools.send('Runtime.enable');
  await devtools.send('Performance.enable');
  return async () => {
    // What finalisers let go falls to the next collection.
    for (let times = 0; times < 3; times++) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    let observers = 0;
    for (const world of worlds) {
      for (const kind of OBSERVERS) observers += await countOf(devtools, kind, world);
    }
    return { heap: usedSize, listeners: metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0, observers };
  };
}

async function countOf(devtools: CDPSession, kind: string, contextId: number): Promise<number> {
  const objectGroup = 'footprint';
  const { result } = await devtools.send('Runtime.evaluate', { expression: `${kind}.prototype`, contextId, objectGroup });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '', objectGroup });
  const count = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup });
  return count.result.value as number;
}
