/** Longest side of a thumbnail, px: twice its size on screen, for dense screens. */
const SIDE = 128;

/**
 * A small copy of a picture as WebP, some 2–5 KB. Works in pages and in the background.
 * @returns null where the browser cannot read the picture
 */
export async function makeThumbnail(picture: Blob): Promise<Blob | null> {
  try {
    const whole = await createImageBitmap(picture);
    const scale = Math.min(1, SIDE / Math.max(whole.width, whole.height));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(whole.width * scale)), Math.max(1, Math.round(whole.height * scale)));
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  } catch {
    return null;
  }
}
