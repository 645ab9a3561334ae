import { useEffect, useRef } from 'react';
import '../../../components/workbench/load/load.css';
import { PreviewStep } from '../../../components/workbench/load/PreviewStep';
import { SourceStep } from '../../../components/workbench/load/SourceStep';
import { mayEdit } from '../../../components/workbench/replies/view';
import type { PackItem } from '../../../components/workbench/replies/view';
import { useTexts } from '../../../locales/context';
import { sentenceOf } from '../../../locales/fault';
import type { PackStep } from '../../../storage/records-packs';
import { useLoader } from './use-loader';

interface Props {
  packs: readonly PackItem[];
  /** What was dropped or pasted on the page; null: to be chosen. */
  first: File | string | null;
  onStored(step: PackStep): void;
  onClose(): void;
}

/** Loading a file: source, preview, progress. Closing it ends whatever runs. */
export function LoadDialog({ packs, first, onStored, onClose }: Props) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const targets = packs.filter((pack) => mayEdit(pack) && pack.origin !== 'built-in');
  const loader = useLoader((found) => targets.find(({ id }) => id === found.pack?.id)?.id ?? null);
  const { state } = loader;
  const readText = (text: string) => void loader.read(t('load.pasted'), new TextEncoder().encode(text).buffer);
  useEffect(() => {
    dialog.current?.showModal();
    if (typeof first === 'string') readText(first);
    else if (first) void loader.readFile(first);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it opens
  }, []);
  const busy = state.stage === 'reading' || state.stage === 'storing';
  const store = async (name: string | undefined, choice: Parameters<typeof loader.store>[2]) => {
    const taken = (id: string) => packs.some((pack) => pack.id === id);
    const offered = state.found?.pack?.id;
    const id = state.against ?? (offered && !taken(offered) ? offered : `file-${crypto.randomUUID().slice(0, 8)}`);
    const step = await loader.store(id, name, choice);
    if (step) onStored(step);
  };
  return (
    <dialog
      ref={dialog}
      className="load-dialog"
      aria-label={t('load.heading')}
      data-chatside="load-dialog"
      onCancel={(event) => {
        if (!busy) return;
        event.preventDefault();
        loader.cancel();
      }}
      onClose={onClose}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file && !busy) void loader.readFile(file);
      }}
    >
      <div className="line">
        <h2>{t('load.heading')}</h2>
        {!busy && (
          <button type="button" className="plain" onClick={() => dialog.current?.close()} data-chatside="load-close">
            {t('packs.close')}
          </button>
        )}
      </div>
      {state.fault && (
        <p role="alert" className="refused">
          {sentenceOf(t, state.fault)}
        </p>
      )}
      {state.cancelled && <p role="status">{t('load.cancelled')}</p>}
      {state.stage === 'source' && <SourceStep onFile={(file) => void loader.readFile(file)} onText={readText} />}
      {busy && (
        <div className="progress-step" role="status">
          <p>{t(state.stage === 'reading' ? 'load.reading' : 'load.storing', { name: state.name })}</p>
          <progress value={state.share} aria-label={state.name} data-chatside="load-progress" />
          <button type="button" autoFocus onClick={loader.cancel} data-chatside="load-cancel">
            {t('load.cancel')}
          </button>
        </div>
      )}
      {state.stage === 'preview' && state.found && state.counts && (
        <PreviewStep
          key={state.found.name}
          found={state.found}
          counts={state.counts}
          against={state.against}
          targets={targets}
          onCorrect={(correct) => void loader.read(state.name, null, correct)}
          onTarget={(pack) => void loader.compare(pack)}
          list={loader.list}
          onStore={(name, choice) => void store(name, choice)}
          onBack={loader.cancel}
        />
      )}
    </dialog>
  );
}
