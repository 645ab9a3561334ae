import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { Fault } from '../locales/fault';
import { changePassphrase, changeRecovery, createVault, openVault, recoverVault, VAULT_COST } from '../secrecy/vault';
import { database } from './database';
import { parseRecords } from './parse';
import { storedVaultSchema } from './records-vault';
import type { StoredVault } from './records-vault';

/**
 * Keys of the vaults that are unlocked, in Base64: in memory alone (`storage.session`), for the
 * extension's own pages and worker, gone when the browser closes.
 */
const session = storage.defineItem<unknown>('session:vaultKeys', { fallback: null });
const sessionSchema = z.object({ keys: z.record(z.string(), z.base64()), until: z.number() }).nullable().catch(null);

let keys = new Map<string, Uint8Array>();
let until = 0;

/**
 * The keys that are unlocked now. Synchronous, for use inside a transaction; follows the other pages
 * once `followVault` was called.
 */
export function unlockedKeys(now = Date.now()): ReadonlyMap<string, Uint8Array> {
  return now < until ? keys : new Map();
}

/** Calls back at each unlocking and locking, and at once when the state is known. */
export function followVault(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (value: unknown) => {
    const state = sessionSchema.parse(value ?? null);
    keys = new Map(Object.entries(state?.keys ?? {}).map(([id, key]) => [id, Uint8Array.fromBase64(key)]));
    until = state?.until ?? 0;
    clearTimeout(timer);
    if (until > Date.now()) timer = setTimeout(() => void lockIfIdle(), until - Date.now() + 100);
    onChange();
  };
  void session.getValue().then(take);
  const end = session.watch(take);
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** All vaults, this computer's first. */
export async function readVaults(): Promise<StoredVault[]> {
  const { records } = parseRecords('vaults', storedVaultSchema, await database.vaults.toArray());
  return records.sort((a, b) => Number(b.inUse) - Number(a.inUse) || a.createdAt - b.createdAt);
}

/**
 * Makes this computer's vault and leaves it unlocked.
 * @param cost of trying a passphrase; tests have less patience than a thief
 * @returns the code for the recovery sheet; it is kept nowhere
 */
export async function setUpVault(passphrase: string, cost = VAULT_COST): Promise<string> {
  const { vault, key, recoveryCode } = await createVault(passphrase, Date.now(), cost);
  const stored = storedVaultSchema.parse({ ...vault, inUse: true });
  await database.transaction('rw', database.vaults, async () => {
    // A second one would leave what the first has sealed to a passphrase that nobody asks for any more.
    if ((await readVaults()).some((one) => one.inUse)) throw new Fault('vault-exists');
    await database.vaults.add(stored);
  });
  await remember(stored, key);
  return recoveryCode;
}

/**
 * Unlocks every vault that this passphrase, or this recovery code, opens.
 * @throws Fault `wrong-passphrase` when it opens none
 */
export async function unlockVault(secret: string, by: 'passphrase' | 'recovery' = 'passphrase'): Promise<void> {
  let opened = false;
  for (const vault of await readVaults()) {
    const key = by === 'recovery' ? recoverVault(vault, secret) : await openVault(vault, secret);
    if (!key) continue;
    opened = true;
    await remember(vault, key);
  }
  if (!opened) throw new Fault(by === 'recovery' ? 'wrong-recovery-code' : 'wrong-passphrase');
}

async function remember(vault: StoredVault, key: Uint8Array): Promise<void> {
  const state = sessionSchema.parse((await session.getValue()) ?? null);
  const next = { keys: { ...state?.keys, [vault.id]: key.toBase64() }, until: Date.now() + vault.idleMinutes * 60_000 };
  keys = new Map([...keys, [vault.id, key]]);
  until = next.until;
  await session.setValue(next);
}

/** Locks all vaults. */
export async function lockVault(): Promise<void> {
  keys = new Map();
  until = 0;
  await session.setValue(null);
}

/** Locks when nothing was unlocked or used for as long as was chosen. Called by timer and alarm. */
export async function lockIfIdle(): Promise<void> {
  const state = sessionSchema.parse((await session.getValue()) ?? null);
  if (state && state.until <= Date.now()) await lockVault();
}

/** Sealed text is being read or written by the user: the idle time begins anew. */
export async function keepUnlocked(): Promise<void> {
  const state = sessionSchema.parse((await session.getValue()) ?? null);
  const [vault] = await readVaults();
  if (state && vault && state.until > Date.now()) await session.setValue({ ...state, until: Date.now() + vault.idleMinutes * 60_000 });
}

async function changeVault(change: (vault: StoredVault, key: Uint8Array) => Promise<Partial<StoredVault>>): Promise<void> {
  const [vault] = await readVaults();
  const key = vault && unlockedKeys().get(vault.id);
  if (!vault || !key) throw new Fault('locked');
  await database.vaults.update(vault.id, storedVaultSchema.parse({ ...vault, ...(await change(vault, key)) }));
}

/**
 * Another passphrase for this computer's vault; nothing sealed is rewritten.
 * @throws Fault `locked`
 */
export function setPassphrase(passphrase: string): Promise<void> {
  return changeVault((vault, key) => changePassphrase(vault, key, passphrase, Date.now()));
}

/**
 * A new recovery code; the old sheet opens nothing any more.
 * @throws Fault `locked`
 */
export async function newRecoverySheet(): Promise<string> {
  let code = '';
  await changeVault(async (vault, key) => {
    const renewed = changeRecovery(vault, key, Date.now());
    code = renewed.recoveryCode;
    return renewed.vault;
  });
  return code;
}

/** After how many minutes without use this computer's vault is locked. */
export async function chooseIdleMinutes(idleMinutes: number): Promise<void> {
  const [vault] = await readVaults();
  if (vault) await database.vaults.update(vault.id, { idleMinutes });
}

/** The alarm that locks an idle vault while no page of ours is open. */
export function lockWhenIdle(): void {
  const ALARM = 'vault';
  followVault(() => {
    if (until > Date.now()) void browser.alarms.create(ALARM, { when: until + 1000 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lockIfIdle();
  });
}
