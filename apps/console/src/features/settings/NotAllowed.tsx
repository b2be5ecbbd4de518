import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Session } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import classes from './NotAllowed.module.css';
import { rolesQuery } from './roles/roles-query.ts';

type Right = keyof NonNullable<Session['role']>['workspace'];

interface Props {
  /** What it would take. */
  right: Right;
  /** What cannot be done, and why. */
  children: ReactNode;
}

/** That one may look but not change, and whose roles may. */
export function NotAllowed({ right, children }: Props) {
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const able = roles.filter(({ workspace, memberCount }) => workspace[right] && memberCount > 0);
  return (
    <div className={classes.notice}>
      <IconLock size={16} aria-hidden />
      <p>
        {children}{' '}
        {able.length > 0 && strings.settings.workspace.whoCan(able.map(({ name }) => isolated(name)).join(', '))}
      </p>
    </div>
  );
}
