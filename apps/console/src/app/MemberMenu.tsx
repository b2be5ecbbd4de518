import { Avatar, Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconBell, IconFileDescription, IconKeyboard, IconLogout, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery } from '../api/session-query.ts';
import { standaloneQuery } from '../features/session/standalone-query.ts';
import { strings } from '../strings/en.ts';
import classes from './MemberMenu.module.css';
import { useOverlays } from './overlay-context.ts';
import { useSignOut } from './use-sign-out.ts';

const { menu } = strings;
const schemes = [
  ['auto', menu.system],
  ['light', menu.light],
  ['dark', menu.dark],
] as const;

/** Who is signed in, how it looks to them, and the way out. */
export function MemberMenu({ onGone }: { onGone?: (() => void) | undefined }) {
  const session = useQuery(sessionQuery).data;
  const isStandalone = Boolean(useQuery(standaloneQuery).data);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { start: signOut } = useSignOut();
  const { show } = useOverlays();
  if (session === undefined) return null;
  const { name, email } = session.member;
  return (
    <Menu position="top-start" width={232} shadow="md" withInitialFocusPlaceholder={false} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.member} title={menu.label(name)}>
          <Avatar size={24} radius="xl" color="ink" variant="filled" aria-hidden>
            {name.slice(0, 1)}
          </Avatar>
          <span className={classes.name}>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email ?? name}</Menu.Label>
        <Menu.Label>{session.role?.name}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{menu.appearance}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map(([scheme, label]) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/preferences"
          leftSection={<IconBell size={14} aria-hidden />}
          {...(onGone && { onClick: onGone })}
        >
          {strings.shell.menu.preferences}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={14} aria-hidden />}
          onClick={() => {
            onGone?.();
            show('shortcuts');
          }}
        >
          {strings.shell.menu.shortcuts}
        </Menu.Item>
        {isStandalone && (
          <>
            <Menu.Divider />
            <Menu.Item component="a" href="/mailbox" leftSection={<IconMail size={14} aria-hidden />}>
              {menu.mailbox}
            </Menu.Item>
            <Menu.Item component="a" href="/api/docs" leftSection={<IconFileDescription size={14} aria-hidden />}>
              {menu.apiDocs}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} aria-hidden />} onClick={signOut}>
          {menu.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
