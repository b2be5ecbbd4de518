import { IconAlertTriangle } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import { cellOf } from './role-cells.ts';
import { cellName, flagWords } from './role-words.ts';
import classes from './RoleEffectPanel.module.css';
import type { Ends } from './use-ends.ts';
import type { FlagReason } from './without-effect.ts';

interface Props {
  flags: ReadonlyMap<string, FlagReason>;
  nameOf: Ends['nameOf'];
}

/** What could be left out of the role, and it would come to the same. */
export function EffectWarnings({ flags, nameOf }: Props) {
  if (flags.size === 0) return null;
  return (
    <section>
      <h3 className={classes.part}>{strings.roles.effect.warnings}</h3>
      <ul className={classes.warnings}>
        {[...flags].map(([key, reason]) => {
          const cell = cellOf(key);
          if (cell === null) return null;
          const kind = 'kind' in cell ? cell.kind : undefined;
          return (
            <li key={key}>
              <IconAlertTriangle size={14} aria-hidden />
              <span>
                <b>{cellName(nameOf, cell)}</b> {flagWords(reason, kind)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
