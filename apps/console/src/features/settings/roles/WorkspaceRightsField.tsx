import { Checkbox } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import type { MatrixState } from './matrix-state.ts';
import { keyOf } from './role-cells.ts';
import type { RoleContent, WorkspaceRights } from './role-content.ts';
import { flagWords, valueWords } from './role-words.ts';
import classes from './RoleEditor.module.css';

const { roles: texts } = strings;
const rights = Object.keys(texts.rights) as (keyof WorkspaceRights)[];

interface Props extends Omit<MatrixState, 'nameOf'> {
  content: RoleContent;
  onChange: (content: RoleContent) => void;
}

/** What the role may do on the workspace itself. */
export function WorkspaceRightsField({ content, before, flags, refused, isReadOnly, onChange }: Props) {
  return (
    <fieldset className={classes.rights}>
      <legend>{texts.workspaceRights}</legend>
      {rights.map((right) => {
        const key = keyOf({ of: 'workspace', right });
        const flag = flags.get(key);
        const isChanged = before.workspace[right] !== content.workspace[right];
        return (
          <div key={right} className={classes.right} data-changed={isChanged || undefined}>
            <Checkbox
              label={texts.rights[right].label}
              description={
                <>
                  {texts.rights[right].help}
                  {flag && (
                    <span className={classes.note} data-flag>
                      {flagWords(flag, undefined)}
                    </span>
                  )}
                  {isChanged && (
                    <span className={classes.note}>{texts.wasBefore(valueWords(before.workspace[right]))}</span>
                  )}
                </>
              }
              error={refused.has(key) ? texts.lost : undefined}
              checked={content.workspace[right]}
              disabled={isReadOnly}
              onChange={({ currentTarget }) =>
                onChange({ ...content, workspace: { ...content.workspace, [right]: currentTarget.checked } })
              }
            />
          </div>
        );
      })}
    </fieldset>
  );
}
