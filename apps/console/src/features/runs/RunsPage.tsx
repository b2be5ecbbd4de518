import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FlowPicture } from '../../components/flow/FlowPicture.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { RunFilters } from './RunFilters.tsx';
import { RunList } from './RunList.tsx';
import { runsSearchOf, type RunsSearch } from './runs-search.ts';

const { runs } = strings;

const keyOf = ({ syncId, outcome, code }: RunsSearch): string => [syncId, outcome, code].join();

/** What ran, what did not and why; and what flows where. What is shown stands in the address. */
export function RunsPage() {
  const search = useSearch({ from: '/frame/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const narrow = (changed: RunsSearch): void => void navigate({ search: changed, replace: true });
  const show = (view: string | null): void => {
    void navigate({ search: runsSearchOf({ ...search, view }) });
  };
  return (
    <>
      <PageHeader title={runs.title} />
      <Tabs value={search.view ?? 'list'} onChange={show} keepMounted={false}>
        <Tabs.List aria-label={runs.tabsLabel} mb="sm">
          <Tabs.Tab value="list">{runs.tabs.list}</Tabs.Tab>
          <Tabs.Tab value="flow">{runs.tabs.flow}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <RunFilters search={search} onChange={narrow} />
          <RunList key={keyOf(search)} search={search} onClear={() => narrow({})} />
        </Tabs.Panel>
        <Tabs.Panel value="flow">
          <FlowPicture scope="workspace" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
