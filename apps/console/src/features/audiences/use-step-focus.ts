import { useEffect, useRef, useState } from 'react';

export type StepAct = 'up' | 'down' | 'remove';

/** The focus goes with a step that is moved; when one is removed, to the one that takes its place. */
export function useStepFocus() {
  const steps = useRef<HTMLOListElement>(null);
  const [wanted, setWanted] = useState<{ at: number; act: StepAct } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const rows = steps.current?.children;
    const buttons = [...(rows?.item(Math.min(wanted.at, rows.length - 1))?.querySelectorAll('button[data-act]') ?? [])];
    const able = buttons.filter((button): button is HTMLButtonElement => !(button as HTMLButtonElement).disabled);
    const button = able.find(({ dataset }) => dataset.act === wanted.act) ?? able[0] ?? steps.current;
    button?.focus();
  }, [wanted]);
  return { steps, focusStep: (at: number, act: StepAct): void => setWanted({ at, act }) };
}
