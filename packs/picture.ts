import { z } from 'zod';

/** Pictures that replies bring along: a size chart, help with an invoice. */

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** Largest picture, bytes: chats shrink bigger ones anyway. */
export const MOST_PICTURE_BYTES = 2 * 2 ** 20;
/** Pictures of one pack, and of one reply. */
export const MOST_PICTURES = 200;
export const MOST_REPLY_PICTURES = 9;

/** How the files of each type begin; `null` stands for any byte. */
const beginnings: Record<PictureType, (number | null)[]> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  // RIFF, four bytes of length, WEBP
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
};

/** The type of a picture by its first bytes, whatever its name says; null for anything else. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  return pictureTypes.find((type) => beginnings[type].every((byte, at) => byte === null || bytes[at] === byte)) ?? null;
}

const base64 = z
  .string()
  .min(16)
  .max(Math.ceil(MOST_PICTURE_BYTES / 3) * 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

export const pictureIdSchema = z.string().regex(/^[\w.:-]{1,80}$/);

/** What is known of a picture without its bytes. */
export const pictureHeadSchema = z.strictObject({
  /** Unique within its pack; replies name it. */
  id: pictureIdSchema,
  /** Says what is on it, to those who cannot see it and in the list of pictures. */
  alt: z.string().min(1).max(200),
  type: z.enum(pictureTypes),
  /** CSS px. */
  width: z.number().int().min(1).max(20_000),
  height: z.number().int().min(1).max(20_000),
});
export type PictureHead = z.infer<typeof pictureHeadSchema>;

/** A picture as it stands in a pack file. */
export const pictureSchema = pictureHeadSchema
  .extend({
    /** The file, base64. */
    data: base64,
  })
  .refine(({ type, data }) => pictureTypeOf(Uint8Array.fromBase64(data.slice(0, 16))) === type, {
    message: 'the data is not of this type',
    path: ['data'],
  });
export type Picture = z.infer<typeof pictureSchema>;

/** The name under which a picture is handed to a page or saved: its id, and the ending of its type. */
export function pictureFileName({ id, type }: Pick<PictureHead, 'id' | 'type'>): string {
  const ending = type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length);
  return `${id.replace(/\.(png|jpe?g|webp|gif)$/i, '')}.${ending}`;
}
