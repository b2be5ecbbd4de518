import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { SourceTable } from '../../api/source-queries.ts';
import { diagnosticsAt, type ErrorAt } from './diagnostics-at.ts';
import { editing, reading } from './editor-setup.ts';
import classes from './SqlEditor.module.css';
import { sqlOf } from './sql-of.ts';

interface Props {
  /** What screen readers call it. */
  label: string;
  value: string;
  onChange?: (value: string) => void;
  /** What can be completed. */
  schema?: readonly SourceTable[] | undefined;
  /** What is wrong, where. */
  errorAt?: ErrorAt | null | undefined;
  readOnly: boolean;
}

/** An editor for SQL. `Tab` leaves it: nobody is caught in it. */
export function CodeEditor({ label, value, onChange, schema, errorAt, readOnly }: Props) {
  const [host, setHost] = useState<HTMLDivElement | null>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const [language] = useState(() => new Compartment());
  useEffect(() => {
    if (host === null) return undefined;
    const telling = EditorView.updateListener.of(({ docChanged, state }) => {
      const text = state.doc.toString();
      if (docChanged && text !== latest.current.value) latest.current.onChange?.(text);
    });
    const extensions = [readOnly ? reading(label) : editing(label), language.of(sqlOf([])), telling];
    const made = new EditorView({ parent: host, state: EditorState.create({ doc: latest.current.value, extensions }) });
    setView(made);
    return () => made.destroy();
  }, [host, label, readOnly, language]);
  useEffect(() => {
    if (view === null || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [view, value]);
  useEffect(() => {
    view?.dispatch({ effects: language.reconfigure(sqlOf(schema ?? [])) });
  }, [view, language, schema]);
  useEffect(() => {
    if (view === null) return;
    view.dispatch(setDiagnostics(view.state, diagnosticsAt(view.state, errorAt ?? null)));
  }, [view, errorAt]);
  return <div ref={setHost} className={classes.editor} data-read-only={readOnly || undefined} />;
}
