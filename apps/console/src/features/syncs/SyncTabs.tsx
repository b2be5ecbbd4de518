import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Sync } from '../../api/resource-queries.ts';
import { VersionHistory } from '../../components/versions/VersionHistory.tsx';
import { strings } from '../../strings/en.ts';
import { MappingTab } from './MappingTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RunsTab } from './RunsTab.tsx';
import { ScheduleTab } from './ScheduleTab.tsx';
import classes from './SyncPage.module.css';
import { syncSearchOf, syncTabs } from './sync-searches.ts';

const { page: texts } = strings.syncs;

/** The parts of a sync; the one that is shown stands in the address. */
export function SyncTabs({ sync }: { sync: Sync }) {
  const { tab } = useSearch({ from: '/frame/syncs/$syncId' });
  const navigate = useNavigate({ from: '/syncs/$syncId' });
  const show = (next: string | null): void =>
    void navigate({ search: syncSearchOf({ tab: next === 'overview' ? undefined : next }), replace: true });
  const canRestore = sync.saveOptions.actions.length > 0 && sync.draft?.state !== 'in_review';
  return (
    <Tabs value={tab ?? 'overview'} onChange={show} keepMounted={false}>
      <Tabs.List aria-label={texts.tabsLabel} mb="md" className={classes.tabs}>
        {syncTabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {texts.tabs[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <OverviewTab sync={sync} />
      </Tabs.Panel>
      <Tabs.Panel value="mapping">
        <MappingTab sync={sync} />
      </Tabs.Panel>
      <Tabs.Panel value="schedule">
        <ScheduleTab sync={sync} />
      </Tabs.Panel>
      <Tabs.Panel value="runs">
        <RunsTab syncId={sync.id} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <VersionHistory kind="sync" resourceId={sync.id} canRestore={canRestore} />
      </Tabs.Panel>
    </Tabs>
  );
}
