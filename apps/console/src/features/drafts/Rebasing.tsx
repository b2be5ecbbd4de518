import type { Resolution } from '@imprimatur/changes';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ProblemError } from '../../api/problem-error.ts';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { theirsOf } from '../../components/saving/theirs-of.ts';
import { usePeople } from '../../components/saving/use-people.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { MovedNotice } from './MovedNotice.tsx';
import classes from './Rebase.module.css';
import { RebaseBar } from './RebaseBar.tsx';
import { RebaseField } from './RebaseField.tsx';
import { RebaseResult } from './RebaseResult.tsx';
import { rebaseQuery } from './rebase-queries.ts';
import { ResourceCrumbs } from './ResourceCrumbs.tsx';
import {
  decided,
  fieldsToMerge,
  mergeOf,
  stillMeant,
  takenBy,
  type RebaseSides,
  type Resolutions,
} from './resolutions.ts';
import { useRebase } from './use-rebase.ts';

const { rebase: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  id: string;
  /** As it was when the page was opened or last caught up. */
  resource: Model | Sync;
  /** As it is now. */
  latest: Model | Sync;
  sides: RebaseSides;
  onTakeIn: () => void;
}

/** Base, published and mine, field by field; what comes out of it, and the way to save that. */
export function Rebasing({ kind, id, resource, latest, sides, onTakeIn }: Props) {
  const { name, draft, published, saveOptions } = resource;
  const navigate = useNavigate();
  const { namesOf } = usePeople();
  const pins = { revision: draft?.revision ?? 0, version: published?.version ?? 0 };
  const known = useQuery(rebaseQuery(kind, id, pins)).data;
  const ends = known?.ends ?? [];
  const fields = useMemo(() => fieldsToMerge(kind, sides), [kind, sides]);
  const [shown, setShown] = useState(fields);
  const [resolutions, setResolutions] = useState<Resolutions>({});
  if (shown !== fields) {
    setShown(fields);
    setResolutions(stillMeant(shown, fields, resolutions));
  }
  const { merged, conflicts, invalid } = useMemo(() => mergeOf(kind, sides, resolutions), [kind, sides, resolutions]);
  const initial = useMemo(() => mergeOf(kind, sides, {}).conflicts, [kind, sides]);
  const rebasing = useRebase(kind, id, () => {
    void navigate({ to: kind === 'model' ? `/models/${id}` : `/syncs/${id}`, ignoreBlocker: true });
  });
  const refused = fieldsRefusedBy(rebasing.error);
  const misfits = [...invalid, ...refused, ...(Object.keys(resolutions).length === 0 ? (known?.invalid ?? []) : [])];
  const problems = new Map(misfits.map(({ path, message }) => [path, message]));
  const elsewhere = [...problems].filter(([path]) => !fields.some((field) => field.path === path));
  const decide = (field: (typeof fields)[number], resolution: Resolution): void => {
    rebasing.reset();
    setResolutions(decided(field, resolution, resolutions));
  };
  const isMoved = latest.draft?.revision !== pins.revision || latest.published?.version !== pins.version;
  const isMovedSaid = theirsOf(rebasing.error) !== null;
  return (
    <>
      <LeaveGuard isUnsaved={Object.keys(resolutions).length > 0} />
      <PageHeader
        breadcrumb={<ResourceCrumbs kind={kind} id={id} name={name} />}
        title={texts.title(name)}
        status={<StatusBadge status="stale" />}
        facts={texts.facts(namesOf(draft?.contributors ?? []), draft?.baseVersion ?? null, pins.version)}
      />
      <RequestNotice resource={latest} />
      {(isMoved || isMovedSaid) && (
        <MovedNotice
          latest={latest}
          pins={pins}
          onTakeIn={() => {
            rebasing.reset();
            onTakeIn();
          }}
        />
      )}
      <p className={classes.lead}>{texts.lead(initial.length, fields.length - initial.length)}</p>
      <div className={classes.fields}>
        {fields.map((field) => (
          <RebaseField
            key={`${pins.revision}-${pins.version}-${field.path}`}
            field={field}
            taken={takenBy(field, resolutions)}
            suggestion={initial.find(({ path }) => path === field.path)?.suggestion}
            ends={ends}
            names={texts.sides(draft?.baseVersion ?? null, pins.version)}
            problem={problems.get(field.path)}
            onDecide={(resolution) => decide(field, resolution)}
          />
        ))}
      </div>
      <RebaseResult
        published={sides.published}
        merged={merged}
        ends={ends}
        version={pins.version}
        open={conflicts.length}
      />
      <RebaseBar
        open={conflicts.map(({ label }) => label)}
        problems={elsewhere.map(([path, message]) => `${path}: ${message}`)}
        hasMisfits={invalid.length > 0}
        isLocked={latest.draft?.state === 'in_review'}
        isMoved={isMoved}
        saveOptions={saveOptions}
        isPending={rebasing.isPending}
        error={isMovedSaid || refused.length > 0 ? null : rebasing.error}
        onSave={() => rebasing.mutate({ pins, resolutions })}
      />
    </>
  );
}

const fieldsRefusedBy = (error: unknown) => (error instanceof ProblemError ? (error.problem.fields ?? []) : []);
