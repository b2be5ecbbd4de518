import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Model } from '../../api/resource-queries.ts';
import { KeptWorkNotice } from '../../components/leaving/KeptWorkNotice.tsx';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { useKeptWork } from '../../components/leaving/use-kept-work.ts';
import { MineAndTheirs } from '../../components/saving/MineAndTheirs.tsx';
import { EditHeader } from './EditHeader.tsx';
import { EditNotices } from './EditNotices.tsx';
import { contentOf } from './model-form.ts';
import { ModelSaving } from './ModelSaving.tsx';
import type { SavedModel } from './save-model.ts';
import { isWork, useModelWork, type Ground } from './use-model-work.ts';
import { useShowModel } from './use-show-model.ts';
import { useWorkbench } from './use-workbench.ts';
import { Workbench } from './Workbench.tsx';

interface Props {
  model: Model;
  latest: Ground;
  /** Changes what is published, and leaves the draft alone. */
  isAround: boolean;
}

export function ModelEditor({ model, latest, isAround }: Props) {
  const { id, name, sourceId, sourceName } = model;
  const work = useModelWork(latest);
  const bench = useWorkbench(work, sourceId);
  const { found, forget } = useKeptWork(isAround ? `model.${id}.hotfix` : `model.${id}`, work.held, isWork);
  const [isComparing, setIsComparing] = useState(false);
  const show = useShowModel();
  const navigate = useNavigate();
  const editInstead = (from?: 'published'): void =>
    void navigate({ to: '/models/$modelId/edit', params: { modelId: id }, search: from ? { from } : {} });
  const close = (): void => {
    bench.close();
    setIsComparing(false);
  };
  const takeTheirs = (): void => {
    close();
    work.discard();
  };
  const keepMine = (on: Ground): void => {
    close();
    work.moveTo(on);
  };
  const saved = (done: SavedModel): void => {
    forget();
    show(done);
  };
  return (
    <>
      <EditHeader
        model={model}
        isUnsaved={work.isUnsaved}
        isAsking={bench.rows.isAsking}
        onSave={() => void bench.save()}
        onDiscard={work.discard}
      />
      {found && (
        <KeptWorkNotice
          at={found.at}
          onTakeUp={() => work.moveTo(found.work.ground, found.work.form)}
          onDrop={forget}
        />
      )}
      <EditNotices
        model={model}
        isAround={isAround}
        isOvertaken={work.isOvertaken}
        onCompare={() => setIsComparing(true)}
        onEditInstead={editInstead}
      />
      <Workbench work={work} bench={bench} source={{ id: sourceId, name: sourceName }} />
      {bench.isReady && (
        <ModelSaving
          {...{ model, name, sourceId, isAround }}
          content={contentOf(work.form)}
          target={{ id, basedOn: work.ground.basedOn }}
          saveOptions={model.saveOptions}
          isUnproved={bench.isUnproved}
          onSaved={saved}
          onClose={close}
          onTakeTheirs={takeTheirs}
          onKeepMine={keepMine}
        />
      )}
      {isComparing && latest.content !== null && (
        <MineAndTheirs
          mine={contentOf(work.form)}
          theirs={latest.content}
          onTakeTheirs={takeTheirs}
          onKeepMine={() => keepMine(latest)}
          onClose={close}
        />
      )}
      <LeaveGuard isUnsaved={work.isUnsaved} />
    </>
  );
}
