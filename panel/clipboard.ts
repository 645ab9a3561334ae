/**
 * Puts a picture on the clipboard, as PNG, which is what browsers take. Needs a key or a click of
 * the agent some seconds ago at most, and a page that is served securely.
 * @returns false where the browser or the page does not allow it
 */
export async function copyPicture(file: File): Promise<boolean> {
  try {
    const png = file.type === 'image/png' ? file : await asPng(file);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}

async function asPng(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Hands a picture to the browser's downloads. */
export function savePicture(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
