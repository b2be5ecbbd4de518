import { Select } from '@mantine/core';
import type { Ref } from 'react';
import { strings } from '../../../strings/en.ts';
import type { End } from './ends-query.ts';
import classes from './GrantMatrix.module.css';
import type { Kind } from './role-content.ts';

const { roles: texts } = strings;
const OFFERED = 100;

interface Props {
  ref: Ref<HTMLInputElement>;
  kind: Kind;
  ends: End[];
  onAdd: (id: string) => void;
}

/** Chooses a source or destination to have a row of its own. */
export function AddRow({ ref, kind, ends, onAdd }: Props) {
  return (
    <Select
      ref={ref}
      className={classes.add}
      label={texts.add(kind)}
      description={texts.addHint(kind)}
      searchable
      limit={OFFERED}
      nothingFoundMessage={texts.noneFound(kind)}
      value={null}
      data={ends.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id !== null && onAdd(id)}
    />
  );
}
