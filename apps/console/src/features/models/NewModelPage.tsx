import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { everySourceQuery } from '../../api/source-queries.ts';
import { KeptWorkNotice } from '../../components/leaving/KeptWorkNotice.tsx';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { useKeptWork } from '../../components/leaving/use-kept-work.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { contentOf } from './model-form.ts';
import { ModelSaving } from './ModelSaving.tsx';
import { isNewModel, type NewModel } from './new-model.ts';
import type { SavedModel } from './save-model.ts';
import { MayNotSave } from './MayNotSave.tsx';
import { UnsavedMark } from './UnsavedMark.tsx';
import { newGround, useModelWork } from './use-model-work.ts';
import { useNewSaveOptions } from './use-new-save-options.ts';
import { useShowModel } from './use-show-model.ts';
import { useWorkbench } from './use-workbench.ts';
import { Workbench } from './Workbench.tsx';
import classes from './Workbench.module.css';

const { editor: texts } = strings.models;
const LONGEST_NAME = 200;

/** A new model: whose rows, which rows, and what they are. */
export function NewModelPage() {
  const wanted = useSearch({ from: '/frame/models/new' }).sourceId;
  const sources = useQuery(everySourceQuery).data ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(wanted ?? null);
  const sourceId = chosen ?? (sources.length === 1 ? (sources[0]?.id ?? '') : '');
  const sourceName = sources.find(({ id }) => id === sourceId)?.name ?? '';
  const work = useModelWork(newGround);
  const bench = useWorkbench(work, sourceId);
  const isBegun = work.isUnsaved || name !== '';
  const kept: NewModel | null = isBegun ? { name, sourceId, form: work.form } : null;
  const { found, forget } = useKeptWork('model.new', kept, isNewModel);
  const saveOptions = useNewSaveOptions(sourceId);
  const [isTried, setIsTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const sourceField = useRef<HTMLInputElement>(null);
  const show = useShowModel();
  const takeUp = (before: NewModel): void => {
    setName(before.name);
    setChosen(before.sourceId);
    work.moveTo(newGround, before.form);
  };
  const save = (): void => {
    setIsTried(true);
    if (name.trim() === '') nameField.current?.focus();
    else if (sourceId === '') sourceField.current?.focus();
    else void bench.save();
  };
  const saved = (done: SavedModel): void => {
    forget();
    show(done);
  };
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to="/models">{strings.navigation.models}</AnchorLink>}
        title={strings.models.list.newModel}
        status={<UnsavedMark isUnsaved={isBegun} />}
        actions={
          <Button onClick={save} loading={bench.rows.isAsking}>
            {texts.save}
          </Button>
        }
      />
      {found && <KeptWorkNotice at={found.at} onTakeUp={() => takeUp(found.work)} onDrop={forget} />}
      <div className={classes.fields}>
        <TextInput
          ref={nameField}
          label={strings.about.name}
          maxLength={LONGEST_NAME}
          value={name}
          error={isTried && name.trim() === '' && texts.nameNeeded}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Select
          ref={sourceField}
          label={texts.source}
          placeholder={texts.searchSources}
          nothingFoundMessage={texts.noSource}
          searchable
          allowDeselect={false}
          data={sources.map((source) => ({ value: source.id, label: source.name }))}
          value={sourceId || null}
          error={isTried && sourceId === '' && texts.sourceNeeded}
          onChange={setChosen}
        />
      </div>
      <MayNotSave saveOptions={saveOptions} />
      <Workbench
        work={work}
        bench={{ ...bench, save: async () => save() }}
        source={{ id: sourceId, name: sourceName }}
      />
      {bench.isReady && saveOptions !== undefined && (
        <ModelSaving
          {...{ name, sourceId, saveOptions }}
          content={contentOf(work.form)}
          target={{ name: name.trim(), sourceId }}
          isUnproved={bench.isUnproved}
          onSaved={saved}
          onClose={bench.close}
          onTakeTheirs={bench.close}
          onKeepMine={bench.close}
        />
      )}
      <LeaveGuard isUnsaved={isBegun} />
    </>
  );
}
