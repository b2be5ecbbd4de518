import { IconInfoCircle } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { modelQuery, syncQuery, type Model, type Sync } from '../../api/resource-queries.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';
import { EditLink } from './EditLink.tsx';
import { visibleItems } from './going-live.ts';
import { RebaseLink } from './RebaseLink.tsx';
import type { ApprovalRequest, VisibleItem } from './request-query.ts';

const { state } = strings.approvals;

/** What became of the drafts of a request since it was withdrawn, and where each goes on. */
export function WithdrawnDrafts({ request }: { request: ApprovalRequest }) {
  const items = visibleItems(request);
  const resources = useQueries({
    queries: items.map((item): ReturnType<typeof resourceQuery> => resourceQuery(item)),
  });
  if (items.length === 0) return null;
  return (
    <Notice tone="grey" icon={IconInfoCircle} title={state.withdrawnTitle}>
      <ul>
        {items.map((item, at) => {
          const resource = resources[at];
          return (
            <li key={item.resourceId}>
              <bdi>{item.name}</bdi>{' '}
              {resource?.isError ? state.gone : resource?.data && <Since item={item} draft={resource.data.draft} />}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

type Draft = NonNullable<(Model | Sync)['draft']>;

const resourceQuery = ({ kind, resourceId }: VisibleItem) =>
  (kind === 'model' ? modelQuery(resourceId) : syncQuery(resourceId)) as ReturnType<typeof modelQuery>;

function Since({ item, draft }: { item: VisibleItem; draft: Draft | null }) {
  if (draft === null) return state.noDraft;
  if (draft.request !== null) {
    return (
      <>
        {state.submittedAgain}{' '}
        <AnchorLink to="/approvals/$requestId" params={{ requestId: draft.request.id }} inherit>
          {state.viewRequest(draft.request.number)}
        </AnchorLink>
      </>
    );
  }
  const isEdited = draft.revision !== item.revision;
  if (draft.stale) {
    return (
      <>
        {state.behind} <RebaseLink {...item}>{state.rebase}</RebaseLink>
      </>
    );
  }
  return (
    <>
      {isEdited ? state.editedSince : state.unchangedSince} <EditLink {...item}>{state.editDraft}</EditLink>
    </>
  );
}
