import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import { needsValue, valueOf, type Condition, type FieldErrors } from './live-content.ts';

const { conditions: texts, operators } = strings.audiences;
const operatorNames = Object.keys(operators) as Condition['operator'][];

interface Props {
  index: number;
  condition: Condition;
  /** The types of the model's columns, by name. */
  columns: Map<string, string>;
  errors: FieldErrors;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** One condition, which reads as a sentence. */
export function ConditionRow({ index, condition, columns, errors, onChange, onRemove }: Props) {
  const { column, operator, value } = condition;
  const at = `content.conditions.${index}`;
  const names = [...new Set([...columns.keys(), column])].filter((name) => name !== '');
  return (
    <div className={classes.condition} data-row>
      <NativeSelect
        aria-label={texts.column(index + 1)}
        data={names}
        value={column}
        error={errors[`${at}.column`]}
        onChange={({ currentTarget }) => onChange({ ...condition, column: currentTarget.value })}
      />
      <NativeSelect
        aria-label={texts.operator(index + 1)}
        data={operatorNames.map((name) => ({ value: name, label: operators[name] }))}
        value={operator}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as Condition['operator'];
          onChange({ ...condition, operator: chosen, value: needsValue(chosen) ? (value ?? '') : null });
        }}
      />
      {needsValue(operator) && (
        <TextInput
          aria-label={texts.value(index + 1)}
          autoComplete="off"
          value={String(value ?? '')}
          error={errors[`${at}.value`]}
          onChange={({ currentTarget }) =>
            onChange({ ...condition, value: valueOf(currentTarget.value, columns.get(column)) })
          }
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        data-act="remove"
        aria-label={texts.remove(index + 1)}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
