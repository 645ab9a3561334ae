import type { PictureOutcome } from '../chat/types';
import type { PictureRef, Thumb } from '../components/panel/view';
import { pictureFileName } from '../packs/picture';
import { copyPicture, savePicture } from './clipboard';
import { askOrSay, say } from './desk';
import type { Desk } from './desk';

/** Thumbnails that are kept; the first to come goes first. */
const KEPT = 200;

const keyOf = ({ pack, id }: PictureRef): string => `${pack}/${id}`;

/** The pictures of replies: small ones for the offers, and the whole one once it is taken. */
export class Pictures {
  private readonly thumbs = new Map<string, Thumb>();
  private readonly asked = new Set<string>();
  /** The picture that the page did not take. */
  private refused: File | null = null;

  constructor(
    private readonly desk: Desk,
    /** Called when thumbnails have come. */
    private readonly onThumbs: () => void,
  ) {}

  /** What is known of these pictures; the rest is fetched, and `onThumbs` called. */
  thumbsOf(pictures: readonly PictureRef[]): Thumb[] {
    const missing = pictures.filter((picture) => !this.asked.has(keyOf(picture)));
    if (missing.length > 0) void this.fetch(missing);
    return pictures.map((picture) => this.thumbs.get(keyOf(picture)) ?? { ...picture, alt: '', bitmap: null });
  }

  private async fetch(pictures: PictureRef[]): Promise<void> {
    for (const picture of pictures) this.asked.add(keyOf(picture));
    const answer = await askOrSay(this.desk.store, 'picture.thumbnails', { pictures: pictures.slice(0, 100) });
    for (const { pack, id, alt, data } of answer?.thumbnails ?? []) {
      const bitmap = data === null ? null : await createImageBitmap(new Blob([Uint8Array.fromBase64(data)])).catch(() => null);
      this.thumbs.set(`${pack}/${id}`, { pack, id, alt, bitmap });
    }
    for (const oldest of this.thumbs.keys()) {
      if (this.thumbs.size <= KEPT) break;
      this.thumbs.delete(oldest);
      this.asked.delete(oldest);
    }
    if (!this.desk.signal.aborted) this.onThumbs();
  }

  /** Pictures changed: what was fetched of them counts no more. */
  renew(): void {
    this.thumbs.clear();
    this.asked.clear();
  }

  /**
   * Pastes a picture into the chat box. Where the page does not take it, it goes to the clipboard,
   * so that the agent's own Ctrl+V brings it; where that may not be either, it can be saved.
   * @returns false when the picture could not be had, or an input method is composing
   */
  async insert({ pack, id }: PictureRef): Promise<boolean> {
    const { session, store } = this.desk;
    const answer = await askOrSay(store, 'picture.read', { pack, id });
    if (!answer) return false;
    const { picture } = answer;
    if (!picture) {
      say(store, { kind: 'pictureGone' });
      return true;
    }
    const { alt, type, width, height, data } = picture;
    const file = new File([Uint8Array.fromBase64(data)], pictureFileName(picture), { type });
    const outcome: PictureOutcome = await session.insertPicture(file, { width, height });
    if (outcome.ok) say(store, { kind: 'pictureIn', alt });
    else if (outcome.reason === 'composing') {
      say(store, { kind: 'composing' });
      return false;
    } else {
      this.refused = file;
      say(store, { kind: (await copyPicture(file)) ? 'pictureCopied' : 'pictureRefused', alt });
      session.focus();
    }
    return true;
  }

  /** Saves the picture that the page did not take, as a file. */
  save(): void {
    if (this.refused) savePicture(this.refused);
  }
}
