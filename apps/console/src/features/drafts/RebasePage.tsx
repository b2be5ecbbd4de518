import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { BackLink } from './BackLink.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { versionQuery } from './rebase-queries.ts';
import { Rebasing } from './Rebasing.tsx';
import { ResourceCrumbs } from './ResourceCrumbs.tsx';
import type { RebaseSides } from './resolutions.ts';
import { useResource } from './use-resource.ts';

const { rebase: texts } = strings.drafts;

/** Moves a stale draft onto what is published by now. */
export function RebasePage({ kind, id }: { kind: GatedKind; id: string }) {
  const resource = useResource(kind, id);
  // What is merged stays what it was while somebody decides; what came meanwhile is told, and taken in when they say so.
  const [seen, setSeen] = useState<Model | Sync | null>(null);
  const shown = seen ?? resource.data;
  if (shown === undefined) {
    if (resource.isError) return <ProblemNotice error={resource.error} onRetry={() => void resource.refetch()} />;
    return <PageSkeleton />;
  }
  if (seen === null && resource.data && !resource.isFetching) setSeen(resource.data);
  const { draft, published, name } = shown;
  if (draft === null || published === null || !draft.stale) {
    return (
      <>
        <PageHeader breadcrumb={<ResourceCrumbs kind={kind} id={id} name={name} />} title={texts.title(name)} />
        <EmptyState action={<BackLink kind={kind} id={id} name={name} />}>
          {draft === null ? texts.noDraft : texts.notStale}
        </EmptyState>
      </>
    );
  }
  return (
    <WithBase
      {...{ kind, id, resource: shown }}
      latest={resource.data ?? shown}
      baseVersion={draft.baseVersion}
      sides={{ published: published.content, mine: draft.content }}
      onTakeIn={() => setSeen(resource.data ?? shown)}
    />
  );
}

interface WithBaseProps {
  kind: GatedKind;
  id: string;
  resource: Model | Sync;
  latest: Model | Sync;
  baseVersion: number | null;
  sides: Omit<RebaseSides, 'base'>;
  onTakeIn: () => void;
}

function WithBase({ baseVersion, sides, ...props }: WithBaseProps) {
  const base = useQuery({ ...versionQuery(props.kind, props.id, baseVersion ?? 0), enabled: baseVersion !== null });
  if (base.isError) return <ProblemNotice error={base.error} onRetry={() => void base.refetch()} />;
  if (baseVersion === null) return <Rebasing {...props} sides={{ ...sides, base: null }} />;
  return base.data ? <Rebasing {...props} sides={{ ...sides, base: base.data.content }} /> : <PageSkeleton />;
}
