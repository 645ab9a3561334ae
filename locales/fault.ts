import type { FaultData } from '../messaging/fault';
import type { Translate } from './index';

/** A fault as one sentence in the reader's language. */
export function sentenceOf(t: Translate, { code, detail }: FaultData): string {
  return t(`fault.${code}`, { detail });
}
