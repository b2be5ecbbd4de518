import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Model } from '../../api/resource-queries.ts';
import { VersionHistory } from '../../components/versions/VersionHistory.tsx';
import { strings } from '../../strings/en.ts';
import { ColumnsTab } from './ColumnsTab.tsx';
import { ContentSwitch } from './ContentSwitch.tsx';
import classes from './Models.module.css';
import { modelSearchOf, modelTabs, type ModelTab } from './model-searches.ts';
import { OverviewTab } from './OverviewTab.tsx';
import { PreviewTab } from './PreviewTab.tsx';
import { SyncsTab } from './SyncsTab.tsx';

const { page: texts } = strings.models;

/** The parts of a model; the one that is shown stands in the address. */
export function ModelTabs({ model }: { model: Model }) {
  const { tab, show } = useSearch({ from: '/frame/models/$modelId' });
  const navigate = useNavigate({ from: '/models/$modelId' });
  const go = (changed: Record<string, unknown>): void =>
    void navigate({ search: modelSearchOf({ tab, show, ...changed }), replace: true });
  const canRestore = model.saveOptions.actions.length > 0 && model.draft?.state !== 'in_review';
  const chosen = { model, show, onShow: (next: 'draft' | undefined) => go({ show: next }) };
  const titleOf = (name: ModelTab): string => (name === 'syncs' ? texts.syncs(model.syncs.length) : texts.tabs[name]);
  return (
    <Tabs
      value={tab ?? 'overview'}
      onChange={(next) => go({ tab: next === 'overview' ? undefined : next })}
      keepMounted={false}
    >
      <Tabs.List aria-label={texts.tabsLabel} mb="md" className={classes.tabs}>
        {modelTabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {titleOf(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <ContentSwitch {...chosen}>{(content) => <OverviewTab model={model} content={content} />}</ContentSwitch>
      </Tabs.Panel>
      <Tabs.Panel value="preview">
        <ContentSwitch {...chosen}>
          {(_, which) => <PreviewTab key={`${which} ${model.draft?.revision}`} model={model} which={which} />}
        </ContentSwitch>
      </Tabs.Panel>
      <Tabs.Panel value="columns">
        <ContentSwitch {...chosen}>{(content) => <ColumnsTab content={content} />}</ContentSwitch>
      </Tabs.Panel>
      <Tabs.Panel value="syncs">
        <SyncsTab model={model} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <VersionHistory kind="model" resourceId={model.id} canRestore={canRestore} />
      </Tabs.Panel>
    </Tabs>
  );
}
