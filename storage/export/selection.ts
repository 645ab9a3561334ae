import { masked } from '../../customers/masked';
import { Fault } from '../../locales/fault';
import { database } from '../database';
import { readFiles, revealFile, wholeFiles } from '../files';
import type { WholeFile } from '../files';
import { parseRecords } from '../parse';
import { customerSchema, secrecies } from '../records-customers';
import type { Secrecy } from '../records-customers';

/** What goes out. */
export interface ExportChoice {
  /** Ids of the files; null: all. */
  ids: string[] | null;
  /** Files more secret than this stay here. */
  upTo: Secrecy;
  /** Phone, ID numbers and addresses in the clear, not as `***`. */
  personal: boolean;
}

/** Files read at a time: what is in memory at once, however many go out. */
const SLICE = 200;

interface Watch {
  signal?: AbortSignal | undefined;
  /** The share that is done, 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * The chosen files with their timelines, some at a time, those active last first.
 * @throws Fault `locked` when one that was asked for is sealed; the signal's reason when cancelled
 */
export async function* filesFor({ ids, upTo, personal }: ExportChoice, { signal, onProgress }: Watch = {}): AsyncGenerator<WholeFile[]> {
  const all = ids ?? ((await database.customers.orderBy('activeAt').reverse().primaryKeys()) as string[]);
  const most = secrecies.indexOf(upTo);
  for (let from = 0; from < all.length; from += SLICE) {
    signal?.throwIfAborted();
    const files = await readFiles(async () => {
      const stored = (await database.customers.bulkGet(all.slice(from, from + SLICE))).filter((one) => one !== undefined);
      const heads = parseRecords('customers', customerSchema, stored).records.filter((one) => !one.joined && secrecies.indexOf(one.secrecy) <= most);
      return Promise.all((await wholeFiles(heads)).map(revealFile));
    });
    if (files.some(isLocked)) throw new Fault('locked');
    yield personal ? files : files.map(maskFile);
    onProgress?.(Math.min(1, (from + SLICE) / all.length));
  }
}

function isLocked({ customer, joined, notes, complaints, followUps }: WholeFile): boolean {
  return [customer, ...joined, ...notes, ...complaints, ...followUps].some(({ sealed }) => sealed);
}

function maskFile(file: WholeFile): WholeFile {
  return {
    ...file,
    customer: masked(file.customer),
    joined: file.joined.map(masked),
    notes: file.notes.map(masked),
    complaints: file.complaints.map(masked),
    followUps: file.followUps.map(masked),
  };
}
