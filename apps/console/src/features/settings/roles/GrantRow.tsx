import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import classes from './GrantMatrix.module.css';
import type { MatrixState } from './matrix-state.ts';
import { keyOf } from './role-cells.ts';
import {
  ALL,
  implyingView,
  type Grant,
  type Kind,
  type Right,
  type RightValue,
  rightsOn,
  valueOf,
} from './role-content.ts';
import { endName, flagWords, valueWords } from './role-words.ts';
import { RightCell } from './RightCell.tsx';

const { roles: texts } = strings;

interface Props extends MatrixState {
  kind: Kind;
  grant: Grant;
  onSet: (right: Right, value: RightValue) => void;
  onRemove: () => void;
}

/** What a role gives on one source or destination, or on all that have no row of their own. */
export function GrantRow({ kind, grant, before, flags, refused, nameOf, isReadOnly, onSet, onRemove }: Props) {
  const { scope } = grant;
  const isAll = scope === ALL;
  const name = nameOf(kind, scope);
  const end = endName(nameOf, kind, scope);
  const rowFlag = flags.get(keyOf({ of: 'row', kind, scope }));
  const was = before[kind].find((row) => row.scope === scope);
  const implying = implyingView(kind, grant).map((right) => texts.columns[right]);
  const lost = rightsOn[kind].filter((right) => refused.has(keyOf({ of: 'right', kind, scope, right })));
  return (
    <>
      <tr className={classes.row}>
        <th scope="row" className={classes.end}>
          <span className={classes.name}>{isAll ? texts.all : (name ?? texts.unknown(kind))}</span>
          {!isAll && name === undefined && (
            <span className={classes.about}>
              {texts.unknownHint} <code>{scope}</code>
            </span>
          )}
          {!isAll && <span className={classes.about}>{texts.overrides}</span>}
          {was === undefined && <span className={classes.added}>{texts.added}</span>}
          {rowFlag !== undefined && (
            <span className={classes.flagged}>
              <IconAlertTriangle size={14} aria-hidden /> {flagWords(rowFlag, kind)}
            </span>
          )}
        </th>
        {rightsOn[kind].map((right) => {
          const value = valueOf(grant, right);
          const key = keyOf({ of: 'right', kind, scope, right });
          const flag = flags.get(key);
          const old = was && valueOf(was, right);
          return (
            <td key={right} data-refused={refused.has(key) || undefined}>
              <RightCell
                id={key}
                right={right}
                label={texts.cell(texts.columns[right], end)}
                value={value}
                lockedBy={right === 'view' && implying.length > 0 ? texts.impliedBy(implying.join(', ')) : undefined}
                flag={flag && flagWords(flag, kind)}
                before={old === undefined || old === value ? undefined : texts.wasBefore(valueWords(old))}
                isReadOnly={isReadOnly}
                onSet={(next) => onSet(right, next)}
              />
            </td>
          );
        })}
        {!isReadOnly && (
          <td className={classes.removal}>
            {!isAll && (
              <ActionIcon variant="subtle" color="gray" aria-label={texts.remove(end)} onClick={onRemove}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </td>
        )}
      </tr>
      {lost.length > 0 && (
        <tr className={classes.refusal}>
          <td colSpan={rightsOn[kind].length + 2}>
            <b>{lost.map((right) => texts.columns[right]).join(', ')}</b>: {texts.lost}
          </td>
        </tr>
      )}
    </>
  );
}
