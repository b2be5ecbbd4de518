import { SegmentedControl, Select } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import classes from './RoleEffectPanel.module.css';
import type { Place } from './role-effect-query.ts';
import type { Kind } from './role-content.ts';
import type { Ends } from './use-ends.ts';

const { effect: texts } = strings.roles;
const OFFERED = 100;

interface Props {
  place: Place;
  ends: Ends;
  onChange: (place: Place) => void;
}

/** What is saved, and where: the question that the panel answers. */
export function PlaceFields({ place, ends, onChange }: Props) {
  const choose = (kind: Kind, key: 'sourceId' | 'destinationId') => (
    <Select
      size="xs"
      label={kind === 'sources' ? texts.source : texts.destination}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.anyOther(kind) }}
      limit={OFFERED}
      placeholder={texts.anyOther(kind)}
      nothingFoundMessage={strings.roles.noneFound(kind)}
      data={ends.all[kind].map(({ id, name }) => ({ value: id, label: name }))}
      value={place[key] ?? null}
      onChange={(id) => {
        onChange({ ...place, [key]: id ?? undefined });
      }}
    />
  );
  return (
    <div className={classes.place}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={texts.what}
        data={[
          { value: 'model', label: texts.kinds.model },
          { value: 'sync', label: texts.kinds.sync },
        ]}
        value={place.kind}
        onChange={(kind) => onChange({ ...place, kind })}
      />
      {choose('sources', 'sourceId')}
      {place.kind === 'sync' && choose('destinations', 'destinationId')}
    </div>
  );
}
