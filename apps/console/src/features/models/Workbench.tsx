import { Button, Tabs } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { sourceTablesQuery } from '../../api/source-queries.ts';
import { ShortcutKeys } from '../../components/shortcuts/ShortcutKeys.tsx';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { SqlEditor } from '../../components/sql-editor/SqlEditor.tsx';
import { strings } from '../../strings/en.ts';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { RowsPanel } from './RowsPanel.tsx';
import type { Work } from './use-model-work.ts';
import type { Bench, Part } from './use-workbench.ts';
import classes from './Workbench.module.css';

const { editor: texts } = strings.models;

interface Props {
  work: Work;
  bench: Bench;
  source: { id: string; name: string };
}

/** The query at the left; what it finds, and what the model makes of it, at the right. */
export function Workbench({ work, bench, source }: Props) {
  const { form, change } = work;
  const tables = useQuery({ ...sourceTablesQuery(source.id), enabled: source.id !== '' }).data;
  useShortcuts(texts.shortcuts, [
    { keys: 'mod+Enter', says: texts.run, run: () => void bench.preview() },
    { keys: 'mod+s', says: texts.saveShortcut, run: () => void bench.save() },
  ]);
  return (
    <div className={classes.bench}>
      <section className={classes.query} aria-labelledby="query">
        <div className={classes.bar}>
          <h2 id="query">{texts.query}</h2>
          <span className={classes.keys} aria-hidden>
            <ShortcutKeys keys="mod+Enter" />
          </span>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            loading={bench.rows.isAsking}
            disabled={source.id === ''}
            onClick={() => {
              bench.setPart('preview');
              void bench.preview();
            }}
          >
            {texts.run}
          </Button>
        </div>
        <SqlEditor
          label={texts.query}
          value={form.query}
          schema={tables}
          errorAt={bench.rows.errorIn(form.query.trim())}
          onChange={(query) => change((now) => ({ ...now, query }))}
        />
        {bench.errors.includes('query') && (
          <p className={classes.error} role="alert">
            {texts.queryNeeded}
          </p>
        )}
        <p className={classes.hint}>{source.id === '' ? texts.sourceFirst : texts.hint}</p>
      </section>
      <Tabs value={bench.part} onChange={(part) => bench.setPart(part as Part)} className={classes.parts}>
        <Tabs.List aria-label={texts.parts} mb="sm">
          <Tabs.Tab value="preview">{texts.preview}</Tabs.Tab>
          <Tabs.Tab value="columns">{texts.columns(form.columns.length)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview">
          <RowsPanel bench={bench} query={form.query} source={source} />
        </Tabs.Panel>
        <Tabs.Panel value="columns">
          <ColumnsPanel form={form} bench={bench} onChange={change} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
