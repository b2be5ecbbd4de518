import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconSearch, IconSelector } from '@tabler/icons-react';
import { countsQuery } from '../features/approvals/counts-query.ts';
import { sessionQuery } from '../api/session-query.ts';
import { ShortcutKeys } from '../components/shortcuts/ShortcutKeys.tsx';
import { strings } from '../strings/en.ts';
import { MemberMenu } from './MemberMenu.tsx';
import classes from './Navigation.module.css';
import { useOverlays, type Overlay } from './overlay-context.ts';
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
  const { show } = useOverlays();
  const open = (overlay: Overlay): void => {
    onGone?.();
    show(overlay);
  };
  return (
    <nav aria-label={strings.navigation.label} className={classes.column} data-wide={wide}>
      <UnstyledButton
        className={classes.workspace}
        title={workspace?.name}
        aria-label={workspace && strings.shell.workspaces.label(workspace.name)}
        onClick={() => open('workspaces')}
      >
        <img src="/favicon.svg" alt="" width={20} height={20} />
        <span className={classes.label}>{workspace?.name}</span>
        <IconSelector className={classes.chevron} size={14} aria-hidden />
      </UnstyledButton>
      <UnstyledButton className={classes.part} title={strings.shell.search.open} onClick={() => open('search')}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span className={classes.label}>{strings.shell.search.open}</span>
        <span className={classes.keys} aria-hidden>
          <ShortcutKeys keys="mod+k" />
        </span>
      </UnstyledButton>
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
      <MemberMenu onGone={onGone} />
    </nav>
  );
}
