import { z } from 'zod';
import type { Translate } from './index';

/**
 * What can go wrong across a border. `code` picks the sentence, `detail` is put into it; the
 * sentence itself is made where it is shown, in the reader's language.
 */
export const faultSchema = z.object({
  code: z.enum([
    'unknown-message',
    'bad-message',
    'not-allowed',
    'bad-record',
    'storage-full',
    'storage-failed',
    'outdated',
    'not-called-back',
    'not-a-picture',
    'picture-too-large',
    'nothing-to-export',
    'handover-foreign',
    'handover-newer',
    'handover-damaged',
    'handover-older',
    'extension-gone',
    'backup-foreign',
    'backup-newer',
    'backup-cut',
    'backup-damaged',
    'backup-row',
    'backup-passphrase',
    'locked',
    'no-vault',
    'vault-exists',
    'wrong-passphrase',
    'wrong-recovery-code',
    'internal',
  ]),
  detail: z.string().default(''),
});
export type FaultData = z.infer<typeof faultSchema>;

/** A fault that a person is told of in one sentence. */
export class Fault extends Error {
  readonly data: FaultData;

  constructor(code: FaultData['code'], detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Fault';
    this.data = { code, detail };
  }
}

/** Turns anything thrown into fault data. */
export function faultOf(error: unknown): FaultData {
  if (error instanceof Fault) return error.data;
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return { code: 'bad-record', detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '' };
  }
  const name = error instanceof Error ? error.name : '';
  const inner = (error as { inner?: { name?: string } } | null)?.inner?.name;
  if (name === 'QuotaExceededError' || inner === 'QuotaExceededError') return { code: 'storage-full', detail: '' };
  if (name === 'UnknownError' || name === 'OpenFailedError' || inner === 'UnknownError') return { code: 'storage-failed', detail: '' };
  if (name === 'DatabaseClosedError') return { code: 'outdated', detail: '' };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

/** A fault as one sentence in the reader's language. */
export function sentenceOf(t: Translate, { code, detail }: FaultData): string {
  return t(`fault.${code}`, { detail });
}
