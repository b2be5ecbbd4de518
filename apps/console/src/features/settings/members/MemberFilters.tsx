import { NativeSelect } from '@mantine/core';
import { SearchBox } from '../../../components/tables/SearchBox.tsx';
import { strings } from '../../../strings/en.ts';
import { statuses, type MembersSearch } from './members-search.ts';
import classes from './Members.module.css';

const { members: texts } = strings.people;

interface Props {
  search: MembersSearch;
  onChange: (changed: { [Key in keyof MembersSearch]: MembersSearch[Key] | undefined }) => void;
}

export function MemberFilters({ search, onChange }: Props) {
  return (
    <div className={classes.filters} role="search">
      <SearchBox label={texts.search} hint={texts.searchHint} text={search.q} onSearch={(q) => onChange({ q })} />
      <NativeSelect
        size="xs"
        aria-label={texts.status}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => onChange({ status: statuses.find((name) => name === currentTarget.value) })}
        data={[
          { value: '', label: texts.anyStatus },
          ...statuses.map((name) => ({ value: name, label: strings.status[name] })),
        ]}
      />
    </div>
  );
}
