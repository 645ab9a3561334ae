import type { PointerEvent as ReactPointerEvent, ReactNode } from 'react';
import { useTexts } from '../../locales/context';
import type { Placement } from '../../storage/settings';

interface Props {
  placement: Placement;
  /** Where the panel's top left corner is, for the keyboard's moves; CSS px of the viewport. */
  corner: { x: number; y: number };
  onPlace(placement: Placement): void;
  /** The user wants to show where the chat is. */
  onPick(): void;
  children: ReactNode;
}

/** How far one arrow key moves the panel, CSS px. */
const STEP = 16;

/** The panel's frame: the bar by which it is moved, folded, docked and put to a side. */
export function Shell({ placement, corner, onPlace, onPick, children }: Props) {
  const { t } = useTexts();
  const otherSide = placement.side === 'right' ? 'left' : 'right';
  const drag = (event: ReactPointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    const grip = event.currentTarget;
    const from = { x: event.clientX - corner.x, y: event.clientY - corner.y };
    const start = { x: event.clientX, y: event.clientY };
    grip.setPointerCapture(event.pointerId);
    const moved = (to: PointerEvent) => {
      // A press that trembles is no move.
      if (Math.hypot(to.clientX - start.x, to.clientY - start.y) < 4) return;
      onPlace({ ...placement, at: { x: Math.round(to.clientX - from.x), y: Math.round(to.clientY - from.y) } });
    };
    grip.addEventListener('pointermove', moved);
    grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', moved), { once: true });
  };
  const nudge = (key: string): boolean => {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (!by) return false;
    const [x = 0, y = 0] = by;
    onPlace({ ...placement, at: { x: Math.round(corner.x) + x * STEP, y: Math.round(corner.y) + y * STEP } });
    return true;
  };
  return (
    <>
      <header className="bar">
        <button
          type="button"
          className="plain grip"
          aria-label={t('panel.move')}
          title={t('panel.move')}
          onPointerDown={drag}
          onKeyDown={(event) => {
            if (nudge(event.key)) event.preventDefault();
          }}
        >
          <span aria-hidden="true">⠿</span> Chatside
        </button>
        {placement.at && (
          <IconButton label={t('panel.dock')} icon="⇥" onClick={() => onPlace({ ...placement, at: null })} />
        )}
        <IconButton label={t('picker.start')} icon="⌖" onClick={onPick} />
        <IconButton
          label={t(otherSide === 'left' ? 'panel.toLeft' : 'panel.toRight')}
          icon={otherSide === 'left' ? '◧' : '◨'}
          onClick={() => onPlace({ ...placement, side: otherSide, at: null })}
        />
        <IconButton label={t('panel.fold')} icon="–" onClick={() => onPlace({ ...placement, folded: true })} />
      </header>
      <div className="body">{children}</div>
    </>
  );
}

function IconButton({ label, icon, onClick }: { label: string; icon: string; onClick(): void }) {
  return (
    <button type="button" className="plain icon" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">{icon}</span>
    </button>
  );
}

interface TabProps {
  waiting: number;
  late: boolean;
  hits: number;
  onUnfold(): void;
}

/** The folded panel: how many wait, and how many words want mending. */
export function FoldedTab({ waiting, late, hits, onUnfold }: TabProps) {
  const { t } = useTexts();
  return (
    <button type="button" className={`tab ${late ? 'late' : ''}`} aria-label={t('panel.unfold')} title={t('panel.unfold')} onClick={onUnfold}>
      <b aria-hidden="true">C</b>
      {waiting > 0 && <span>⏱ {waiting}</span>}
      {hits > 0 && <span>⚠ {hits}</span>}
    </button>
  );
}
