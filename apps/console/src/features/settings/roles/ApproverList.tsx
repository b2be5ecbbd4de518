import { strings } from '../../../strings/en.ts';
import classes from './RoleEffectPanel.module.css';
import type { RoleEffect } from './role-effect-query.ts';

const { effect: texts } = strings.roles;
const SHOWN = 8;

/** Who could approve what is submitted there. */
export function ApproverList({ approvers }: { approvers: RoleEffect['approvers'] }) {
  return (
    <section>
      <h3 className={classes.part}>{texts.approvers(approvers.length)}</h3>
      {approvers.length === 0 && <p className={classes.text}>{texts.nobody}</p>}
      <ul className={classes.people}>
        {approvers.slice(0, SHOWN).map(({ memberId, name, roleName }) => (
          <li key={memberId}>
            {name} <span className={classes.quiet}>{roleName}</span>
          </li>
        ))}
      </ul>
      {approvers.length > SHOWN && <p className={classes.quiet}>{texts.more(approvers.length - SHOWN)}</p>}
    </section>
  );
}
