import { NativeSelect, NumberInput } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import type { Step } from './live-content.ts';

const { steps: texts, units } = strings.audiences;
type Wait = Extract<Step, { kind: 'wait' }>;
const unitNames = Object.keys(units) as Wait['unit'][];

interface Props {
  step: Wait;
  place: number;
  error: string | undefined;
  onChange: (step: Wait) => void;
}

export function WaitFields({ step, place, error, onChange }: Props) {
  return (
    <>
      <span className={classes.verb}>{texts.wait}</span>
      <NumberInput
        className={classes.amount}
        aria-label={texts.amount(place)}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={step.amount}
        error={error}
        onChange={(amount) => onChange({ ...step, amount: Number(amount) })}
      />
      <NativeSelect
        aria-label={texts.unit(place)}
        data={unitNames.map((value) => ({ value, label: units[value] }))}
        value={step.unit}
        onChange={({ currentTarget }) => onChange({ ...step, unit: currentTarget.value as Wait['unit'] })}
      />
    </>
  );
}
