import { useRef, useState } from 'react';
import { ImportPreview } from '../../components/customers/ImportPreview';
import { guessColumns, personsOf } from '../../customers/import';
import type { ImportFault, ImportField } from '../../customers/import';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import { faultSentence, readRows } from '../../packs/readers';
import type { TextRow } from '../../packs/readers';
import { planImport, runImport, undoImport } from '../../storage/import-customers';
import type { ImportDone, ImportPlan } from '../../storage/import-customers';

interface Open {
  file: string;
  header: string[];
  rows: TextRow[];
  columns: (ImportField | null)[];
  plans: ImportPlan[];
  /** Rows that could not even be read. */
  unread: string[];
  faults: string[];
}

/** Takes a table of customers in: a file, a preview, one transaction, and back again. */
export function ImportPane({ author }: { author: string }) {
  const { t, language } = useTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null);
  const [running, setRunning] = useState<number | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const ending = useRef<AbortController | null>(null);
  const sentence = (file: string, { row, code, detail }: ImportFault) => t('import.faultLine', { file, row, what: t(`import.faults.${code}`, { detail }) });

  const plan = async (file: string, header: string[], rows: TextRow[], columns: (ImportField | null)[], unread: string[]) => {
    const { persons, faults } = personsOf(rows, columns);
    setOpen({ file, header, rows, columns, plans: await planImport(persons), unread, faults: [...unread, ...faults.map((fault) => sentence(file, fault))] });
  };
  const read = async (file: File) => {
    setOpen(null);
    setDone(null);
    setSaid({ text: t('import.reading', { file: file.name }), wrong: false });
    const { rows, faults } = await readRows(new Uint8Array(await file.arrayBuffer()), file.name);
    const sentences = faults.map((fault) => faultSentence(fault, file.name, language));
    const [head, ...body] = rows;
    if (!head || faults.some(({ row }) => row === null)) return setSaid({ text: sentences[0] ?? '', wrong: true });
    setSaid(null);
    await plan(file.name, head.cells, body, guessColumns(head.cells), sentences);
  };
  const take = async () => {
    if (!open) return;
    ending.current = new AbortController();
    setRunning(0);
    try {
      const result = await runImport(open.plans, author, ending.current.signal, setRunning);
      setDone(result);
      setSaid({ text: t('import.done', { file: open.file, added: result.added.length, notes: result.notes.length }), wrong: false });
      setOpen(null);
    } catch (error) {
      const cancelled = ending.current.signal.aborted;
      setSaid({ text: cancelled ? t('import.cancelled') : sentenceOf(t, faultOf(error)), wrong: !cancelled });
    }
    setRunning(null);
  };
  const undo = async () => {
    if (done) await undoImport(done);
    setDone(null);
    setSaid({ text: t('import.undone'), wrong: false });
  };
  const named = (state: ImportPlan['state']) => open?.plans.filter((one) => one.state === state).map(({ person }) => person.name || person.key) ?? [];
  return (
    <section aria-label={t('file.views.import')}>
      <p className="lead">{t('import.intro')}</p>
      <label>
        {t('import.choose')}{' '}
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
          }}
        />
      </label>
      {said && (
        <p className="status" role={said.wrong ? 'alert' : 'status'}>
          {said.text}{' '}
          {done && (
            <button type="button" onClick={() => void undo()}>
              {t('import.undo')}
            </button>
          )}
        </p>
      )}
      {open && (
        <ImportPreview
          header={open.header}
          samples={open.rows.slice(0, 3).map(({ cells }) => cells)}
          columns={open.columns}
          groups={{ new: named('new'), adds: named('adds'), same: named('same') }}
          faults={open.faults}
          running={running}
          onColumns={(columns) => void plan(open.file, open.header, open.rows, columns, open.unread)}
          onTake={() => void take()}
          onCancel={() => ending.current?.abort()}
        />
      )}
    </section>
  );
}
