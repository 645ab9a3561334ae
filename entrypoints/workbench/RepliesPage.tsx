import '../../components/workbench/replies/replies.css';
import { useCallback, useState } from 'react';
import { PackHead } from '../../components/workbench/replies/PackHead';
import { PackList } from '../../components/workbench/replies/PackList';
import { StatusLine } from '../../components/workbench/replies/StatusLine';
import { Steps } from '../../components/workbench/replies/Steps';
import { useTexts } from '../../locales/context';
import { textIn } from '../../packs/local-text';
import { LoadDialog } from './replies/LoadDialog';
import { savePack } from './replies/save-pack';
import { Replies } from './replies/Replies';
import { useDesk, useUndoKeys } from './replies/use-desk';
import { usePageDrop } from './replies/use-page-drop';

/** The lead's page: packs, their replies, and how they come in and out. */
export function RepliesPage() {
  const { t, language } = useTexts();
  const { desk, state } = useDesk();
  useUndoKeys(desk);
  const [loading, setLoading] = useState<{ first: File | string | null } | null>(null);
  usePageDrop(useCallback((first: File | string) => setLoading((now) => now ?? { first }), []));
  const pack = state.packs?.find(({ id }) => id === state.open);
  if (!state.packs) return null;
  return (
    <div className="packs-page">
      <h1 className="visually-hidden">{t('workbench.tabs.replies')}</h1>
      <aside>
        <PackList packs={state.packs} binned={state.binned} open={state.open} onOpen={(id) => void desk.open(id)} onCreate={(name) => void desk.create(name, language)} onLoad={() => setLoading({ first: null })} onRestore={(id) => void desk.bin(id, false)} onEmpty={() => void desk.emptyBin()} />
        <Steps steps={state.steps} undoable={desk.undoable} redoable={desk.redoable} onUndo={(step) => void desk.undo(step)} onRedo={() => void desk.redo()} />
      </aside>
      <div className="pack-open">
        <StatusLine said={state.said} fault={state.fault} share={state.share} onUndo={() => void desk.undo()} onRedo={() => void desk.redo()} />
        {pack && (
          <>
            <PackHead
              key={pack.id}
              pack={pack}
              onTurn={() => void desk.turn(pack)}
              onRename={(name) => void desk.rename(name)}
              onExport={(kind) => void savePack(pack.id, textIn(pack.name, language), kind).then((said) => desk.say(said))}
              onBin={() => void desk.bin(pack.id, true)}
              onOriginal={() => void desk.original(textIn(pack.name, language))}
            />
            <Replies key={`${pack.id}/`} desk={desk} state={state} pack={pack} />
          </>
        )}
      </div>
      {loading && (
        <LoadDialog
          packs={state.packs}
          first={loading.first}
          onStored={(step) => {
            setLoading(null);
            void desk.took(step);
          }}
          onClose={() => setLoading(null)}
        />
      )}
    </div>
  );
}
