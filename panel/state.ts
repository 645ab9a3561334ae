import { createStore } from 'zustand/vanilla';
import type { Hit } from '../banned-words';
import type { HoldAbility } from '../chat/types';
import type { Explained, Held, Offer, Pending } from '../components/panel/view';
import type { OpenWait } from '../clock/wait';
import type { FaultData } from '../locales/fault';
import type { CustomerView } from '../messaging/protocol';
import type { Placement } from '../storage/settings';

/** What the status line says. */
export type Said =
  | { kind: 'fault'; fault: FaultData }
  | { kind: 'inserted'; title: string }
  | { kind: 'slots'; names: string[] }
  /** A find counts as no fault from now on, or the lead was asked; `id` takes it back. */
  | { kind: 'excused' | 'excuseAsked'; id: string; text: string }
  | { kind: 'pictureIn' | 'pictureCopied' | 'pictureRefused'; alt: string }
  | { kind: 'pictureGone' | 'refused' | 'composing' | 'noteSaved' | 'released' };

/** All that the panel shows; plain data. */
export interface PanelState {
  phase: 'searching' | 'attached' | 'lost';
  /** Profile in use, or `auto`. */
  site: string;
  /** The profile for this console no longer matches; the chat was found without it. */
  fallback: boolean;
  holdAbility: HoldAbility;
  customer: { key: string; name: string } | null;
  file: CustomerView | null;
  noteText: string;
  waits: OpenWait[];
  hits: Hit[];
  held: Held | null;
  explained: Explained | null;
  /** The replies have not come yet. */
  loading: boolean;
  query: string;
  /** The `/query` being typed in the chat box, in UTF-16 code units of the draft; null when there is none. */
  inPlace: { start: number; end: number; query: string } | null;
  offers: Offer[];
  /** There are more than these. */
  moreOffers: boolean;
  activeOffer: number;
  pending: Pending | null;
  placement: Placement;
  said: Said | null;
}

export type PanelStore = ReturnType<typeof createPanelStore>;

/** The panel's state, before a chat is attached. */
export function createPanelStore(placement: Placement) {
  return createStore<PanelState>(() => ({
    phase: 'searching',
    site: 'auto',
    fallback: false,
    holdAbility: 'holds',
    customer: null,
    file: null,
    noteText: '',
    waits: [],
    hits: [],
    held: null,
    explained: null,
    loading: true,
    query: '',
    inPlace: null,
    offers: [],
    moreOffers: false,
    activeOffer: 0,
    pending: null,
    placement,
    said: null,
  }));
}
