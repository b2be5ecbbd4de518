import { useId, useRef } from 'react';
import type { GatedKind, Model, Sync } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { VersionHistory } from '../../components/versions/VersionHistory.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Compare.module.css';
import type { CompareSearch } from './compare-search.ts';
import { ComparedChanges } from './ComparedChanges.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { ResourceCrumbs } from './ResourceCrumbs.tsx';
import { SidePickers } from './SidePickers.tsx';
import { chosenSides, sidesOf } from './sides.ts';
import { useResource } from './use-resource.ts';

const { compare: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  id: string;
  search: CompareSearch;
}

/** Any two versions of a resource, or one and the draft; which ones stands in the address. */
export function ComparePage({ kind, id, search }: Props) {
  const resource = useResource(kind, id);
  if (resource.data) return <Comparing kind={kind} search={search} resource={resource.data} />;
  if (resource.isError) return <ProblemNotice error={resource.error} onRetry={() => void resource.refetch()} />;
  return <PageSkeleton />;
}

function Comparing({ kind, search, resource }: Omit<Props, 'id'> & { resource: Model | Sync }) {
  const { id, name, published, draft, saveOptions } = resource;
  const heading = useId();
  const versions = useRef<HTMLHeadingElement>(null);
  // A draft in review is what is reviewed: nothing is restored into it.
  const isLocked = draft?.state === 'in_review';
  const sides = sidesOf(published?.version ?? null, draft !== null);
  const chosen = chosenSides(search, sides);
  return (
    <>
      <PageHeader breadcrumb={<ResourceCrumbs kind={kind} id={id} name={name} />} title={texts.title(name)} />
      {chosen === null ? (
        <EmptyState>{texts.nothing}</EmptyState>
      ) : (
        <>
          <SidePickers sides={sides} chosen={chosen} />
          <ComparedChanges kind={kind} id={id} pair={{ ...chosen, draftRevision: draft?.revision ?? null }} />
          <section className={classes.versions} aria-labelledby={heading}>
            <h2 id={heading} ref={versions} className={classes.heading} tabIndex={-1}>
              {texts.versions}
            </h2>
            <RequestNotice resource={resource} />
            {!isLocked && <DraftInTheWay kind={kind} resource={resource} onDeleted={() => versions.current?.focus()} />}
            <VersionHistory kind={kind} resourceId={id} canRestore={saveOptions.actions.length > 0 && !isLocked} />
          </section>
        </>
      )}
    </>
  );
}
