import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { VisuallyHidden } from '@mantine/core';
import { countsQuery } from '../features/approvals/counts-query.ts';
import { sessionQuery } from '../api/session-query.ts';
import { strings } from '../strings/en.ts';
import { MemberMenu } from './MemberMenu.tsx';
import classes from './Navigation.module.css';
import { parts } from './parts.ts';

interface Props {
  /** Shows labels whatever the width of the window. */
  wide?: boolean;
  /** Somebody went somewhere. */
  onGone?: () => void;
}

export function Navigation({ wide = false, onGone }: Props) {
  const workspace = useQuery(sessionQuery).data?.workspace;
  const toReview = useQuery(countsQuery).data?.toReview ?? 0;
  return (
    <nav aria-label={strings.navigation.label} className={classes.column} data-wide={wide}>
      <p className={classes.workspace} title={workspace?.name}>
        <img src="/favicon.svg" alt="" width={20} height={20} />
        <span className={classes.label}>{workspace?.name}</span>
      </p>
      <div className={classes.parts}>
        {parts.map(({ path, label, icon: Icon }) => (
          <Link
            key={path}
            to={path as string}
            className={classes.part}
            activeProps={{ 'data-active': true }}
            title={label}
            onClick={onGone}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.label}>{label}</span>
            {path === '/approvals' && toReview > 0 && (
              <span className={classes.count}>
                <span aria-hidden>{toReview}</span>
                <VisuallyHidden>{strings.navigation.toReview(toReview)}</VisuallyHidden>
              </span>
            )}
          </Link>
        ))}
      </div>
      <MemberMenu />
    </nav>
  );
}
