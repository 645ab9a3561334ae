import { useEffect } from 'react';

const writes = 'input, textarea, select, dialog, dialog *, [contenteditable]';

/** A file that is dropped anywhere on the page, or a file or text that is pasted where one does not write. */
export function usePageDrop(onSource: (source: File | string) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file || (event.target as Element | null)?.matches(writes)) return;
      event.preventDefault();
      onSource(file);
    };
    const paste = (event: ClipboardEvent) => {
      if ((event.target as Element | null)?.matches(writes)) return;
      const source = event.clipboardData?.files[0] ?? event.clipboardData?.getData('text/plain');
      if (!source) return;
      event.preventDefault();
      onSource(source);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onSource]);
}
