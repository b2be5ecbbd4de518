import { Button } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import { moved, type JourneyFields, type Step } from './live-content.ts';
import type { FieldSetProps } from './LiveEditor.tsx';
import { ResourcePicker } from './ResourcePicker.tsx';
import { StepRow } from './StepRow.tsx';
import { useRowFocus } from './use-row-focus.ts';

const { steps: texts, journey } = strings.audiences;

/** Who begins it, and what happens to them, step by step. */
export function JourneyFieldSet({ content, onChange, errors, names }: FieldSetProps<JourneyFields['content']>) {
  const { steps } = content;
  const { rows, focusRow } = useRowFocus<HTMLOListElement>();
  const put = (changed: Step[]): void => onChange({ ...content, steps: changed });
  const add = (step: Step): void => {
    put([...steps, step]);
    focusRow(steps.length, 'add');
  };
  return (
    <>
      <ResourcePicker
        collection="audiences"
        label={journey.audience}
        value={content.audienceId}
        name={names[content.audienceId]}
        onChange={(audienceId) => onChange({ ...content, audienceId })}
        error={errors['content.audienceId']}
      />
      <div role="group" aria-labelledby="steps">
        <h2 id="steps" className={classes.heading}>
          {texts.title}
        </h2>
        {errors['content.steps'] !== undefined && <p className={classes.error}>{texts.needed}</p>}
        <ol ref={rows} tabIndex={-1} aria-labelledby="steps" className={classes.steps}>
          {steps.map((step, index) => (
            <StepRow
              key={index}
              index={index}
              step={step}
              isLast={index === steps.length - 1}
              errors={errors}
              names={names}
              onChange={(changed) => put(steps.map((each, at) => (at === index ? changed : each)))}
              onMove={(to) => {
                put(moved(steps, index, to));
                focusRow(to, to < index ? 'up' : 'down');
              }}
              onRemove={() => {
                put(steps.filter((_, at) => at !== index));
                focusRow(index, 'remove');
              }}
            />
          ))}
        </ol>
        <div className={classes.adding}>
          <Button variant="default" size="xs" onClick={() => add({ kind: 'wait', amount: 1, unit: 'days' })}>
            {texts.addWait}
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => add({ kind: 'enter_destination', destinationId: '', object: '' })}
          >
            {texts.addEnter}
          </Button>
        </div>
      </div>
    </>
  );
}
