import { Link } from '@tanstack/react-router';
import { Labels } from '../../components/listing/Labels.tsx';
import { PublishedWhen } from '../../components/listing/PublishedWhen.tsx';
import type { ListColumn } from '../../components/listing/ResourceTable.tsx';
import { ResourceStatus } from '../../components/ResourceStatus.tsx';
import { strings } from '../../strings/en.ts';
import type { ListedModel } from './models-query.ts';

const { columns: texts } = strings.models.list;

/** What the list shows of each model. */
export const modelColumns: readonly ListColumn<ListedModel>[] = [
  {
    label: texts.name,
    isHeading: true,
    cell: ({ id, name, labels }) => (
      <>
        <Link to="/models/$modelId" params={{ modelId: id }}>
          <bdi>{name}</bdi>
        </Link>
        <Labels labels={labels} />
      </>
    ),
  },
  { label: texts.status, width: 'wide', cell: (model) => <ResourceStatus resource={model} /> },
  { label: texts.source, width: 'wide', cell: ({ ends }) => <bdi>{ends.sourceName}</bdi> },
  {
    label: texts.published,
    width: 'medium',
    isNamedInCards: true,
    cell: ({ published }) => <PublishedWhen published={published} />,
  },
];
