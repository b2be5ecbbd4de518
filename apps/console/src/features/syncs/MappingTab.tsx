import type { Sync } from '../../api/resource-queries.ts';
import { PlainTable } from '../../components/tables/PlainTable.tsx';
import { strings } from '../../strings/en.ts';
import { ContentSwitch } from './ContentSwitch.tsx';

const { page: texts, mapping } = strings.syncs;

/** Which column fills which field. */
export function MappingTab({ sync }: { sync: Sync }) {
  return (
    <ContentSwitch sync={sync}>
      {({ configuration }) => (
        <PlainTable
          caption={mapping.caption(configuration.object)}
          keyOf={({ field }) => field}
          rows={configuration.mapping}
          columns={[
            { label: texts.field, isHeading: true, cell: ({ field }) => <code>{field}</code> },
            { label: texts.column, cell: ({ column }) => <code>{column}</code> },
            { label: texts.key, cell: ({ field }) => (configuration.keys.includes(field) ? texts.isKey : '') },
          ]}
        />
      )}
    </ContentSwitch>
  );
}
