import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Session } from '../../api/session-query.ts';
import { WhoMay } from '../../components/WhoMay.tsx';
import classes from './NotAllowed.module.css';

type Right = keyof NonNullable<Session['role']>['workspace'];

interface Props {
  /** What it would take. */
  right: Right;
  /** What cannot be done, and why. */
  children: ReactNode;
}

/** That one may look but not change, and whose roles may. */
export function NotAllowed({ right, children }: Props) {
  return (
    <div className={classes.notice}>
      <IconLock size={16} aria-hidden />
      <p>
        {children} <WhoMay grants={({ workspace }) => workspace[right]} />
      </p>
    </div>
  );
}
