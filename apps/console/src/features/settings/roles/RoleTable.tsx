import { Link } from '@tanstack/react-router';
import { strings } from '../../../strings/en.ts';
import { everywhereIn, namedRowsIn } from './role-summary.ts';
import classes from './RoleTable.module.css';
import type { Role } from '../../../api/roles-query.ts';

const { roles: texts } = strings;

export function RoleTable({ roles }: { roles: Role[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{texts.table.role}</th>
          <th scope="col">{texts.table.kind}</th>
          <th scope="col">{texts.table.everywhere}</th>
          <th scope="col" data-number>
            {texts.table.named}
          </th>
          <th scope="col" data-number>
            {texts.table.members}
          </th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr key={role.id}>
            <th scope="row" className={classes.name}>
              <Link to="/settings/roles/$roleId" params={{ roleId: role.id }} className={classes.link}>
                {role.name}
              </Link>
            </th>
            <td className={classes.kind}>{role.builtIn ? texts.builtIn : texts.custom}</td>
            <td className={classes.gives}>{everywhereIn(role)}</td>
            <td data-number data-label={texts.table.named}>
              {namedRowsIn(role)}
            </td>
            <td data-number data-label={texts.table.members}>
              {role.memberCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
