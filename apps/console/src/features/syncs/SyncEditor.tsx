import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBolt } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Sync, SyncContent } from '../../api/resource-queries.ts';
import { KeptWorkNotice } from '../../components/leaving/KeptWorkNotice.tsx';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { useKeptWork } from '../../components/leaving/use-kept-work.ts';
import { changesBetween } from '../../components/saving/changes-between.ts';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { MineAndTheirs } from '../../components/saving/MineAndTheirs.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { strings } from '../../strings/en.ts';
import { EditorPart, partNames } from './EditorPart.tsx';
import { errorWords } from './error-words.ts';
import { isForm } from './new-sync.ts';
import { SaveBar } from './SaveBar.tsx';
import { contentOf, errorsOf } from './sync-form.ts';
import classes from './SyncEditor.module.css';
import { SyncSaving } from './SyncSaving.tsx';
import { useShowSync } from './use-show-sync.ts';
import { useSyncParts } from './use-sync-parts.ts';
import { useSyncWork, type Ground, type SyncWork } from './use-sync-work.ts';

const { syncs: texts } = strings;

interface Props {
  sync: Sync;
  latest: Ground;
  /** Changes what is published, and leaves the draft alone. */
  isAround: boolean;
}

export function SyncEditor({ sync, latest, isAround }: Props) {
  const work = useSyncWork(latest);
  const { form, ground } = work;
  const parts = useSyncParts(form);
  const { found, forget } = useKeptWork(keptName(sync, isAround), work.held, isWork);
  const [isTried, setIsTried] = useState(false);
  const [dialog, setDialog] = useState<'save' | 'compare' | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const show = useShowSync();
  const navigate = useNavigate();
  const errors = errorsOf(form, errorWords);
  const around = (from?: 'published'): void =>
    void navigate({ to: '/syncs/$syncId/edit', params: { syncId: sync.id }, search: from ? { from } : {} });
  const save = (): void => {
    if (!work.isUnsaved) return;
    setIsTried(true);
    const open = partNames.find((part) => errors.parts.has(part));
    if (open === undefined) setDialog('save');
    else page.current?.querySelector<HTMLElement>(`#part-${open}`)?.focus();
  };
  const saved: typeof show = (done) => {
    forget();
    show(done);
  };
  const takeTheirs = (): void => {
    setDialog(null);
    work.discard();
  };
  const keepMine = (on: Ground): void => {
    setDialog(null);
    work.moveTo(on);
  };
  return (
    <div ref={page}>
      {found && (
        <KeptWorkNotice
          at={found.at}
          onTakeUp={() => work.moveTo(found.work.ground, found.work.form)}
          onDrop={forget}
        />
      )}
      <Notices>
        {work.isOvertaken && (
          <Notice
            tone="orange"
            icon={IconAlertTriangle}
            label={texts.unsaved.overtaken}
            actions={
              <Button variant="default" size="xs" onClick={() => setDialog('compare')}>
                {texts.unsaved.compare}
              </Button>
            }
          >
            <p role="alert">
              {texts.unsaved.overtaken}. {texts.unsaved.overtakenDetail}
            </p>
          </Notice>
        )}
        {isAround && (
          <Notice tone="orange" icon={IconBolt} label={texts.unsaved.hotfixLabel}>
            <p>{texts.unsaved.hotfix}</p>
          </Notice>
        )}
        <DraftInTheWay
          kind="sync"
          resource={sync}
          {...(isAround ? { onEditDraft: () => around() } : { onHotfix: () => around('published') })}
        />
      </Notices>
      {partNames.map((part) => (
        <section key={part} className={classes.part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`} tabIndex={-1}>
            {texts.parts[part]}
          </h2>
          <EditorPart part={part} {...{ form, parts }} errors={isTried ? errors.fields : {}} onChange={work.change} />
        </section>
      ))}
      <SaveBar
        count={countOf(ground.content, contentOf(form), work.isUnsaved)}
        onSave={save}
        onDiscard={work.discard}
      />
      {dialog === 'save' && (
        <SyncSaving
          {...{ sync, form, parts, isAround }}
          name={sync.name}
          target={{ id: sync.id, basedOn: ground.basedOn }}
          onSaved={saved}
          onClose={(halfway) => (halfway ? saved(halfway) : setDialog(null))}
          onTakeTheirs={takeTheirs}
          onKeepMine={({ basedOn, content }) => keepMine({ basedOn, content: content as SyncContent })}
        />
      )}
      {dialog === 'compare' && (
        <MineAndTheirs
          mine={contentOf(form)}
          theirs={latest.content}
          ends={[...parts.ends, sync.ends]}
          onTakeTheirs={takeTheirs}
          onKeepMine={() => keepMine(latest)}
          onClose={() => setDialog(null)}
        />
      )}
      <LeaveGuard isUnsaved={work.isUnsaved} />
    </div>
  );
}

const keptName = ({ id }: Sync, isAround: boolean): string => (isAround ? `sync.${id}.hotfix` : `sync.${id}`);

const isWork = (kept: unknown): kept is SyncWork =>
  typeof kept === 'object' && kept !== null && 'ground' in kept && 'form' in kept && isForm(kept.form);

/** Also what cannot be compared yet, because something is missing, is a change. */
const countOf = (before: SyncContent, after: SyncContent, isUnsaved: boolean): number =>
  isUnsaved ? Math.max(1, changesBetween(before, after).length) : 0;
