import { useTexts } from '../../locales/context';

interface Props {
  status: { text: string; undo?: unknown } | null;
  onUndo(): void;
}

/** What became of the last change; its Undo, where there is one. */
export function StatusLine({ status, onUndo }: Props) {
  const { t } = useTexts();
  if (!status) return null;
  return (
    <p className="status" role="status">
      <span>{status.text}</span>
      {status.undo !== undefined && (
        <button type="button" onClick={onUndo}>
          {t('popup.undo')}
        </button>
      )}
    </p>
  );
}
