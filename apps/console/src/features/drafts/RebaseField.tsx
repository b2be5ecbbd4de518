import type { MergedField, Resolution } from '@imprimatur/changes';
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { Ends } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { mayBeWritten, OwnValue } from './OwnValue.tsx';
import classes from './Rebase.module.css';
import { SideValue } from './SideValue.tsx';

const { rebase: texts } = strings.drafts;

interface Props {
  field: MergedField;
  taken: 'published' | 'mine' | 'own' | null;
  /** A query with the changed lines of both sides, where these do not touch. */
  suggestion: string | undefined;
  ends: readonly Ends[];
  names: { base: string; published: string; mine: string };
  /** Why what comes out does not fit. */
  problem: string | undefined;
  onDecide: (resolution: Resolution) => void;
}

/** One field as it was, as it is published, and as the draft has it, side by side; and whose value is taken. */
export function RebaseField({ field, taken, suggestion, ends, names, problem, onDecide }: Props) {
  const { path, label, base, published, mine, from } = field;
  const [own, setOwn] = useState(() => suggestion ?? textOf(mine) ?? textOf(published) ?? '');
  const write = (value: string): void => {
    setOwn(value);
    onDecide({ path, value });
  };
  const choose = (value: string): void => {
    if (value === 'own') write(own);
    else if (value === 'suggestion') write(suggestion ?? own);
    else onDecide({ path, take: value === 'mine' ? 'mine' : 'published' });
  };
  const isAgreed = from === 'both';
  const isSuggested = taken === 'own' && suggestion !== undefined && own === suggestion;
  const side = (which: 'base' | 'published' | 'mine', value: unknown) => (
    <div className={classes.side} data-taken={!isAgreed && which === taken}>
      {which === 'base' || isAgreed ? (
        <p className={classes.sideName}>{names[which]}</p>
      ) : (
        <Radio size="xs" value={which} label={names[which]} classNames={{ label: classes.radioLabel }} />
      )}
      <SideValue
        path={path}
        value={value}
        base={which === 'base' ? null : base}
        ends={ends}
        label={`${label}, ${names[which]}`}
      />
    </div>
  );
  const sides = (
    <div className={classes.sides}>
      {side('base', base)}
      {side('published', published)}
      {side('mine', mine)}
    </div>
  );
  const heading = <h2 className={classes.fieldName}>{label}</h2>;
  const state = (
    <span className={classes.fieldState} data-conflict={from === 'conflict'}>
      {texts.from[from]}
    </span>
  );
  if (isAgreed) {
    return (
      <div className={classes.field}>
        {heading}
        {state}
        {sides}
      </div>
    );
  }
  return (
    <Radio.Group
      label={heading}
      description={state}
      error={problem}
      value={isSuggested ? 'suggestion' : taken}
      onChange={choose}
      className={classes.field}
      data-open={taken === null}
    >
      {sides}
      {from === 'conflict' && (
        <div className={classes.others}>
          {suggestion !== undefined && <Radio size="xs" value="suggestion" label={texts.takeBoth} />}
          {mayBeWritten(path, [base, published, mine]) && <Radio size="xs" value="own" label={texts.writeOwn} />}
          {taken === 'own' && <OwnValue path={path} label={label} value={own} onChange={write} />}
        </div>
      )}
    </Radio.Group>
  );
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
