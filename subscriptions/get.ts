import { PublishFault } from '../packs/publishing/faults';
import { readLimits } from '../packs/readers';

/** A request that takes longer is given up, in ms: below the 30 s after which a worker without events is stopped. */
const PATIENCE_MS = 25_000;
const MEGABYTE = 2 ** 20;

/** What the host answered: nothing new, or the file. */
export type Got = { fresh: false } | { fresh: true; text: string; etag: string };

/**
 * Asks a host for a file, unless it is still the one with this ETag. Sends no cookies and no
 * referrer, follows no redirect (another host was not agreed to), and reads at most the bytes that a
 * pack may have, unpacked.
 * @throws PublishFault `redirected`, `status`, `too-large`, `unreachable`
 */
export async function getFile(url: string, etag: string, limit: number = readLimits.fileBytes): Promise<Got> {
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(url, {
      headers: etag ? { 'If-None-Match': etag } : {},
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.type === 'opaqueredirect') throw new PublishFault('redirected');
    if (response.status === 304) return { fresh: false };
    if (!response.ok) throw new PublishFault('status', String(response.status));
    const text = await readText(response, limit);
    return { fresh: true, text, etag: response.headers.get('ETag') ?? '' };
  } catch (error) {
    ending.abort();
    throw error instanceof PublishFault ? error : new PublishFault('unreachable');
  }
}

async function readText(response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of chunksOf(response)) {
    bytes += chunk.length;
    if (bytes > limit) throw new PublishFault('too-large', String(limit / MEGABYTE));
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A stream is not iterable in every browser that we run in. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
