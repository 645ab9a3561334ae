import type { Hit } from '../../banned-words';
import type { BubbleRun } from '../../replies/bubbles';

/** A reply on offer. */
export interface Offer {
  /** `<pack>/<reply>` */
  id: string;
  title: string;
  group: string;
  abbreviation: string | null;
  /** The first message with its variables filled in. */
  text: string;
  bubbles: number;
  /** Stretches of `title` that the query hit. */
  titleSpans: { start: number; end: number }[];
  /** The level at which the text would be held here, or null. */
  held: 'block' | 'warn' | null;
  /** Offered because it fits the customer's last message. */
  suggested: boolean;
  /** When the customer of the open chat was last sent it, epoch ms, or null. */
  hadAt: number | null;
  pictures: Thumb[];
}

/** A picture of a pack. */
export interface PictureRef {
  pack: string;
  id: string;
}

/** A picture as it is shown; `bitmap` is null until it has come, and where there is none. */
export interface Thumb extends PictureRef {
  alt: string;
  bitmap: ImageBitmap | null;
}

/** A banned word that is explained where it stands. */
export interface Explained {
  hit: Hit;
  /** Which of the draft's hits it is, from 0, and how many there are. */
  index: number;
  count: number;
  /** Asked for by key: it has the focus. */
  byKeys: boolean;
  /** The draft that it is about. */
  text: string;
  /** Viewport CSS px. */
  place: { left: number; width: number; maxHeight: number; top?: number; bottom?: number };
}

/** A send that was held. */
export interface Held {
  kind: 'block' | 'ask' | 'slot';
  hits: Hit[];
  /** Names of slots still open, for `slot`. */
  slots: string[];
  mayRelease: boolean;
}

/** A reply of which something is still to come: messages, or pictures. */
export interface Pending {
  title: string;
  run: BubbleRun | null;
  pictures: PictureRef[];
}
