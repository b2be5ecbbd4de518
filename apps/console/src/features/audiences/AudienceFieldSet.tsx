import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { modelQuery } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import { ConditionRow } from './ConditionRow.tsx';
import type { AudienceFields, Condition } from './live-content.ts';
import type { FieldSetProps } from './LiveEditor.tsx';
import { ResourcePicker } from './ResourcePicker.tsx';
import { useRowFocus } from './use-row-focus.ts';

const { conditions: texts, audience } = strings.audiences;

/** Whose rows, and what they have to fulfil. */
export function AudienceFieldSet({ content, onChange, errors, names }: FieldSetProps<AudienceFields['content']>) {
  const model = useQuery({ ...modelQuery(content.modelId), enabled: content.modelId !== '' }).data;
  const columns = new Map(
    [model?.published, model?.draft]
      .flatMap((each) => each?.content.columns ?? [])
      .map(({ name, type }) => [name, type]),
  );
  const { conditions } = content;
  const { rows, focusRow } = useRowFocus<HTMLDivElement>();
  const put = (changed: Condition[]): void => onChange({ ...content, conditions: changed });
  const first: Condition = { column: [...columns.keys()][0] ?? '', operator: 'equals', value: '' };
  return (
    <>
      <ResourcePicker
        collection="models"
        label={audience.model}
        value={content.modelId}
        name={names[content.modelId]}
        onChange={(modelId) => onChange({ modelId, conditions: modelId === content.modelId ? conditions : [] })}
        error={errors['content.modelId']}
      />
      <div ref={rows} tabIndex={-1} role="group" aria-labelledby="conditions">
        <h2 id="conditions" className={classes.heading}>
          {texts.title}
        </h2>
        {conditions.length === 0 && <p className={classes.quiet}>{texts.none}</p>}
        {conditions.map((condition, index) => (
          <ConditionRow
            key={index}
            index={index}
            condition={condition}
            columns={columns}
            errors={errors}
            onChange={(changed) => put(conditions.map((each, at) => (at === index ? changed : each)))}
            onRemove={() => {
              put(conditions.filter((_, at) => at !== index));
              focusRow(index, 'remove');
            }}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          disabled={content.modelId === ''}
          onClick={() => {
            put([...conditions, first]);
            focusRow(conditions.length, 'add');
          }}
        >
          {texts.add}
        </Button>
      </div>
    </>
  );
}
