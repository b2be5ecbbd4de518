import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { countsQuery } from './counts-query.ts';
import { tabs, withoutFilters, type ChangedSearch, type Tab } from './inbox-search.ts';
import { InboxFilters } from './InboxFilters.tsx';
import classes from './InboxPage.module.css';
import { RequestList } from './RequestList.tsx';

const { approvals } = strings;

/** The inbox: what waits for whom. What is shown stands in the address, so that it can be kept and sent. */
export function InboxPage() {
  const search = useSearch({ from: '/frame/approvals' });
  const navigate = useNavigate({ from: '/approvals' });
  const counts = useQuery(countsQuery).data;
  const tab = search.tab ?? 'to-review';
  const countOf: Record<Tab, number | undefined> = {
    'to-review': counts?.toReview,
    mine: counts?.mine,
    open: counts?.open,
    closed: undefined,
  };
  const show = (changed: ChangedSearch): void => {
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  };
  return (
    <>
      <PageHeader title={approvals.title} />
      <Tabs value={tab} onChange={(value) => show({ tab: value as Tab })} keepMounted={false}>
        <Tabs.List aria-label={approvals.tabsLabel} className={classes.tabs}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} className={classes.tab}>
              {approvals.tabs[name]}
              {countOf[name] !== undefined && <span className={classes.count}>{countOf[name]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <InboxFilters search={search} onChange={show} />
            <RequestList
              key={JSON.stringify(search)}
              search={{ ...search, tab }}
              onClear={() => show(withoutFilters)}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
