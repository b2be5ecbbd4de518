import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
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
      <TextInput
        type="search"
        size="xs"
        className={classes.search}
        aria-label={texts.search}
        placeholder={texts.searchHint}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search.q ?? ''}
        onChange={({ currentTarget }) => onChange({ q: currentTarget.value || undefined })}
      />
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
