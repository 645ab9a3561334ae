import { browser } from 'wxt/browser';
import { frameCheckSchema } from '../chat/sites/check-result';
import type { FrameCheck } from '../chat/sites/check-result';

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** Runs one of our own scripts; the types that list these are made by the build, and may lack a new one. */
const run = (target: Injection['target'], file: string) =>
  browser.scripting.executeScript({ target, files: [file] as NonNullable<Injection['files']> });

/**
 * Puts the picker into every frame of a tab that we may work in.
 * @param frameId where it was asked for: the one that is left when the page around it is not ours to work in
 */
export async function putPicker(tabId: number, frameId = 0): Promise<void> {
  try {
    await run({ tabId, allFrames: true }, '/picker.js');
  } catch {
    await run({ tabId, frameIds: [frameId] }, '/picker.js');
  }
}

/** Checks every frame of a tab that we may work in; those without a profile and without a chat are left out. */
export async function checkTab(tabId: number): Promise<FrameCheck[]> {
  const results = await run({ tabId, allFrames: true }, '/check.js');
  return results.flatMap(({ result }) => {
    const check = frameCheckSchema.safeParse(result);
    return check.success && (check.data.look || check.data.profiles.length > 0) ? [check.data] : [];
  });
}
