import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { strings } from '../../strings/en.ts';
import { rolesQuery } from '../../api/roles-query.ts';

interface Props {
  value: string;
  onChange: (roleId: string) => void;
  description?: string;
  error?: string | undefined;
  disabled?: boolean;
}

/** One of the workspace's roles, found by typing. */
export function RolePicker({ value, onChange, description, error, disabled = false }: Props) {
  const roles = useQuery(rolesQuery);
  return (
    <Select
      label={strings.people.role}
      description={description}
      searchable
      allowDeselect={false}
      nothingFoundMessage={strings.people.noSuchRole}
      data={(roles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value === '' ? null : value}
      onChange={(roleId) => onChange(roleId ?? '')}
      error={error ?? (roles.isError ? roles.error.message : undefined)}
      disabled={disabled || roles.isPending}
    />
  );
}
