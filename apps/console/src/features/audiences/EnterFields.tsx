import { TextInput } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import type { FieldErrors, Step } from './live-content.ts';
import { ResourcePicker } from './ResourcePicker.tsx';

const { steps: texts } = strings.audiences;
type Enter = Extract<Step, { kind: 'enter_destination' }>;

interface Props {
  step: Enter;
  place: number;
  /** Where the step stands in what is sent. */
  at: string;
  errors: FieldErrors;
  names: Record<string, string>;
  onChange: (step: Enter) => void;
}

export function EnterFields({ step, place, at, errors, names, onChange }: Props) {
  return (
    <>
      <ResourcePicker
        collection="destinations"
        label={texts.destination(place)}
        value={step.destinationId}
        name={names[step.destinationId]}
        onChange={(destinationId) => onChange({ ...step, destinationId })}
        error={errors[`${at}.destinationId`]}
      />
      <TextInput
        label={texts.object(place)}
        autoComplete="off"
        value={step.object}
        error={errors[`${at}.object`]}
        onChange={({ currentTarget }) => onChange({ ...step, object: currentTarget.value })}
      />
    </>
  );
}
