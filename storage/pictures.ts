import { Dexie } from 'dexie';
import { Fault } from '../locales/fault';
import type { Pack } from '../packs/format';
import { MOST_PICTURE_BYTES, pictureTypeOf } from '../packs/picture';
import type { Picture, PictureHead } from '../packs/picture';
import { database } from './database';
import { makeThumbnail } from './thumbnail';
import { storedPictureSchema } from './records-replies';
import type { StoredPicture } from './records-replies';

/** What a list of pictures shows. */
export type PictureView = PictureHead & { pack: string; bytes: number };

const viewOf = ({ pack, id, alt, type, width, height, blob }: StoredPicture): PictureView => ({ pack, id, alt, type, width, height, bytes: blob.size });

/**
 * Takes a file that the user chose as a picture of a pack. The reply that is to show it must name
 * the id that comes back; nothing else is changed.
 * @param alt what is on it; 1–200 UTF-16 code units
 * @throws Fault `not-a-picture` or `picture-too-large`, with the file's name
 */
export async function addPicture(pack: string, file: File, alt: string): Promise<PictureView> {
  if (file.size > MOST_PICTURE_BYTES) throw new Fault('picture-too-large', file.name);
  const type = pictureTypeOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  const size = type && (await createImageBitmap(file).catch(() => null));
  if (!type || !size) throw new Fault('not-a-picture', file.name);
  const blob = new Blob([file], { type });
  const head = { id: crypto.randomUUID(), alt, type, width: size.width, height: size.height };
  size.close();
  const picture = storedPictureSchema.parse({ pack, ...head, blob, thumbnail: await makeThumbnail(blob), addedAt: Date.now() });
  await database.pictures.put(picture);
  return viewOf(picture);
}

/** The pictures of a pack, without their bytes, in the order in which they came. */
export async function listPictures(pack: string): Promise<PictureView[]> {
  return (await picturesOf(pack)).sort((a, b) => a.addedAt - b.addedAt).map(viewOf);
}

/** One picture with its bytes; null when there is none, or a damaged one. */
export async function readPicture(pack: string, id: string): Promise<StoredPicture | null> {
  const parsed = storedPictureSchema.safeParse(await database.pictures.get([pack, id]));
  return parsed.success ? parsed.data : null;
}

/** Takes a picture away; what it returns puts it back with `putPictures`. */
export function removePicture(pack: string, id: string): Promise<StoredPicture[]> {
  return database.transaction('rw', database.pictures, async () => {
    const found = await database.pictures.get([pack, id]);
    await database.pictures.delete([pack, id]);
    return found ? [found] : [];
  });
}

/** Puts pictures back that were removed. */
export async function putPictures(pictures: StoredPicture[]): Promise<void> {
  await database.pictures.bulkPut(pictures);
}

/** The small copy of a picture; made and kept when there is none yet. */
export async function readThumbnail({ pack, id, blob, thumbnail }: StoredPicture): Promise<Blob | null> {
  if (thumbnail !== undefined) return thumbnail;
  const made = await makeThumbnail(blob);
  await database.pictures.update([pack, id], { thumbnail: made });
  return made;
}

/** Small copies, base64, of those pictures that there are; `data` is null where none can be made. */
export async function thumbnailsOf(pictures: { pack: string; id: string }[]): Promise<{ pack: string; id: string; alt: string; data: string | null }[]> {
  const found = await Promise.all(pictures.map(({ pack, id }) => readPicture(pack, id)));
  return Promise.all(
    found.filter((picture) => picture !== null).map(async (picture) => {
      const thumbnail = await readThumbnail(picture);
      return { pack: picture.pack, id: picture.id, alt: picture.alt, data: thumbnail && (await base64Of(thumbnail)) };
    }),
  );
}

/**
 * Moves a pack's pictures into their own table, in the place of those that the pack had; a pack
 * without the field keeps what stands there. Call it inside a transaction that has `pictures`.
 * @returns the pack as it is stored: without pictures
 */
export async function shelvePictures({ pictures, ...pack }: Pack): Promise<Pack> {
  if (!pictures) return pack;
  await clearPictures(pack.id);
  const addedAt = Date.now();
  await database.pictures.bulkPut(pictures.map((picture, at) => stored(pack.id, picture, addedAt + at)));
  return pack;
}

/** Adds pictures that a file brings, each in the place of the one with its id. Call it inside a transaction that has `pictures`. */
export async function bringPictures(pack: string, pictures: readonly Picture[]): Promise<void> {
  const addedAt = Date.now();
  await database.pictures.bulkPut(pictures.map((picture, at) => stored(pack, picture, addedAt + at)));
}

/** Takes all pictures of a pack away. Call it inside a transaction that has `pictures`. */
export async function clearPictures(pack: string): Promise<void> {
  await ofPack(pack).delete();
}

/** A pack as it stands in a file: with the pictures that its replies name, so that it can be handed on. */
export async function withPictures(pack: Pack): Promise<Pack> {
  const named = new Set(pack.replies?.flatMap((reply) => reply.pictures ?? []));
  const found = (await picturesOf(pack.id)).filter(({ id }) => named.has(id));
  if (found.length === 0) return pack;
  return { ...pack, pictures: await Promise.all(found.map(inFile)) };
}

function stored(pack: string, { data, ...head }: Picture, addedAt: number): StoredPicture {
  return { pack, ...head, blob: new Blob([Uint8Array.fromBase64(data)], { type: head.type }), addedAt };
}

/** A picture as it stands in a file. */
export async function inFile({ id, alt, type, width, height, blob }: StoredPicture): Promise<Picture> {
  return { id, alt, type, width, height, data: await base64Of(blob) };
}

async function base64Of(blob: Blob): Promise<string> {
  return new Uint8Array(await blob.arrayBuffer()).toBase64();
}

const ofPack = (pack: string) => database.pictures.where('[pack+id]').between([pack, Dexie.minKey], [pack, Dexie.maxKey]);

async function picturesOf(pack: string): Promise<StoredPicture[]> {
  const found = await ofPack(pack).toArray();
  return found.filter((picture) => storedPictureSchema.safeParse(picture).success);
}
