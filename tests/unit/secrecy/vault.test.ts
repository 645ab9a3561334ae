import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../secrecy/seal';
import { changePassphrase, changeRecovery, createVault, openVault, parseRecoveryCode, recoverVault } from '../../../secrecy/vault';
import type { Vault } from '../../../secrecy/vault';

/** scrypt as cheap as it gets: the cost is tested by nothing but patience. */
const CHEAP = { n: 2, r: 8, p: 1 };

let vault: Vault;
let key: Uint8Array;
let recoveryCode: string;
beforeAll(async () => {
  ({ vault, key, recoveryCode } = await createVault('正确的口令 one', 1, CHEAP));
});

describe('vault', () => {
  it('opens with its passphrase however it was typed, and with no other', async () => {
    expect(await openVault(vault, ' 正确的口令 ｏｎｅ ')).toEqual(key);
    expect(await openVault(vault, '正确的口令 two')).toBeNull();
  });

  it('opens with the code from the sheet however it was read, and with no other', () => {
    const misread = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(recoverVault(vault, misread)).toEqual(key);
    const other = recoveryCode.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(recoverVault(vault, other)).toBeNull();
    expect(parseRecoveryCode(recoveryCode.slice(1))).toBeNull();
  });

  it('changes its passphrase and its sheet without another key', async () => {
    const changed = await changePassphrase(vault, key, 'a new passphrase', 2);
    expect(await openVault(changed, 'a new passphrase')).toEqual(key);
    expect(await openVault(changed, '正确的口令 one')).toBeNull();
    const { vault: renewed, recoveryCode: code } = changeRecovery(changed, key, 3);
    expect(recoverVault(renewed, code)).toEqual(key);
    expect(recoverVault(renewed, recoveryCode)).toBeNull();
    expect(unseal(renewed, key, 'notes 1', seal(vault, key, 'notes 1', 'kept'))).toBe('kept');
  });

  it('holds nothing in the clear', () => {
    expect(JSON.stringify(vault)).not.toContain(key.toBase64());
    expect(JSON.stringify(vault)).not.toContain(recoveryCode);
  });
});

describe('a seal', () => {
  it('gives back any values, made with the key or without it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (values, locked) => {
        const sealed = seal(vault, locked ? null : key, 'notes 1', { values });
        expect(unseal(vault, key, 'notes 1', sealed)).toEqual(JSON.parse(JSON.stringify({ values })));
      }),
      { numRuns: 40 },
    );
  });

  it.each([true, false])('opens in no other place, with no other key, and not after a change (made while locked: %s)', async (locked) => {
    const sealed = seal(vault, locked ? null : key, 'notes 1', { text: 'secret' });
    expect(JSON.stringify(sealed)).not.toContain('secret');
    const other = await createVault('another passphrase', 1, CHEAP);
    const data = Uint8Array.fromBase64(sealed.data);
    data[0]! ^= 1;
    expect(unseal(vault, key, 'notes 2', sealed)).toBeNull();
    expect(unseal(vault, other.key, 'notes 1', sealed)).toBeNull();
    expect(unseal(other.vault, other.key, 'notes 1', sealed)).toBeNull();
    expect(unseal(vault, key, 'notes 1', { ...sealed, data: data.toBase64() })).toBeNull();
  });
});
