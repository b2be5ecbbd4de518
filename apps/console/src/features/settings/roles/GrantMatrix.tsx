import { Button, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { strings } from '../../../strings/en.ts';
import { AddRow } from './AddRow.tsx';
import classes from './GrantMatrix.module.css';
import { GrantRow } from './GrantRow.tsx';
import type { MatrixState } from './matrix-state.ts';
import { keyOf } from './role-cells.ts';
import { type Kind, type RoleContent, rightsOn, withoutRow, withRight, withRow } from './role-content.ts';
import type { End } from './ends-query.ts';

const { roles: texts } = strings;
const ROWS = 50;

interface Props extends MatrixState {
  kind: Kind;
  content: RoleContent;
  /** Those that a row can be added for. */
  ends: End[];
  onChange: (content: RoleContent) => void;
}

/** Rows of sources or destinations, columns of rights. */
export function GrantMatrix({ kind, content, ends, onChange, ...state }: Props) {
  const [shown, setShown] = useState(ROWS);
  const adding = useRef<HTMLInputElement>(null);
  const rows = content[kind];
  const add = (scope: string): void => {
    onChange(withRow(content, kind, scope));
    setShown((count) => Math.max(count, rows.length + 1));
    // The work goes on in the new row.
    requestAnimationFrame(() => document.getElementById(keyOf({ of: 'right', kind, scope, right: 'view' }))?.focus());
  };
  const remove = (scope: string): void => {
    onChange(withoutRow(content, kind, scope));
    adding.current?.focus();
  };
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <caption>
            <VisuallyHidden>{texts.caption(kind)}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{texts.tabs[kind]}</th>
              {rightsOn[kind].map((right) => (
                <th key={right} scope="col" data-right={right}>
                  {texts.columns[right]}
                </th>
              ))}
              {!state.isReadOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((grant) => (
              <GrantRow
                key={grant.scope}
                {...state}
                kind={kind}
                grant={grant}
                onSet={(right, value) => onChange(withRight(content, kind, grant.scope, right, value))}
                onRemove={() => remove(grant.scope)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + ROWS)}>
          {strings.showMore}
        </Button>
      )}
      {!state.isReadOnly && (
        <AddRow
          ref={adding}
          kind={kind}
          ends={ends.filter(({ id }) => !rows.some((row) => row.scope === id))}
          onAdd={add}
        />
      )}
    </>
  );
}
