import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useLiveUpdates } from '../api/live/use-live-updates.ts';
import { strings } from '../strings/en.ts';
import classes from './Frame.module.css';
import { GlobalShortcuts } from './GlobalShortcuts.tsx';
import { GoneBanner } from './GoneBanner.tsx';
import { LiveBanner } from './LiveBanner.tsx';
import { Navigation } from './Navigation.tsx';
import { OverlayContext, type Overlay } from './overlay-context.ts';
import { Overlays } from './Overlays.tsx';
import { followSigningOut } from './signed-out.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { useSameMember } from './use-same-member.ts';

/** What every page behind the sign-in stands in: navigation at the left, a drawer where there is no room for it. */
export function Frame() {
  const [opened, { open, close }] = useDisclosure();
  const [overlay, show] = useState<Overlay | null>(null);
  const overlays = useMemo(() => ({ open: overlay, show }), [overlay]);
  useSameMember();
  useEffect(followSigningOut, []);
  const live = useLiveUpdates();
  const main = useFocusOnArrival();
  return (
    <OverlayContext value={overlays}>
      <div className={classes.frame}>
        <a className={classes.skip} href="#main">
          {strings.skipToContent}
        </a>
        <nav className={classes.bar} aria-label={strings.navigation.bar}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={strings.navigation.open} onClick={open}>
            <IconMenu2 size={20} aria-hidden />
          </ActionIcon>
          <span className={classes.product}>{strings.product}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={strings.shell.search.open}
            onClick={() => show('search')}
          >
            <IconSearch size={20} aria-hidden />
          </ActionIcon>
        </nav>
        <div className={classes.side}>
          <Navigation />
        </div>
        <Drawer
          opened={opened}
          onClose={close}
          size={264}
          title={strings.product}
          closeButtonProps={{ 'aria-label': strings.close }}
        >
          <Navigation wide onGone={close} />
        </Drawer>
        <div className={classes.column}>
          <LiveBanner status={live} />
          <GoneBanner />
          <main id="main" ref={main} className={classes.main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <GlobalShortcuts />
      <Overlays />
    </OverlayContext>
  );
}
