import { Link } from '@tanstack/react-router';
import type { ListColumn } from '../../components/listing/ResourceTable.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { ResourceStatus } from '../../components/ResourceStatus.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Models.module.css';
import type { ListedModel } from './models-query.ts';

const { columns: texts, version } = strings.models.list;

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
        {labels.length > 0 && (
          <span className={classes.labels} dir="auto">
            {labels.join(', ')}
          </span>
        )}
      </>
    ),
  },
  { label: texts.source, width: 'wide', cell: ({ ends }) => <bdi>{ends.sourceName}</bdi> },
  { label: texts.status, width: 'wide', cell: (model) => <ResourceStatus resource={model} /> },
  { label: texts.version, width: 'narrow', cell: ({ published }) => published && version(published.version) },
  {
    label: texts.published,
    width: 'medium',
    isNamedInCards: true,
    cell: ({ published }) => published && <RelativeTime at={published.publishedAt} />,
  },
];
