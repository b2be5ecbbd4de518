import { Radio } from '@mantine/core';
import classes from './Settings.module.css';

interface Props<Value extends string> {
  label: string;
  help: string;
  options: Record<Value, { label: string; help: string }>;
  value: Value;
  disabled: boolean;
  onChange: (value: Value) => void;
}

/** One of a few, each with what it does. */
export function ChoiceOf<Value extends string>({ label, help, options, value, disabled, onChange }: Props<Value>) {
  return (
    <Radio.Group label={label} description={help} value={value} onChange={onChange}>
      <div className={classes.options}>
        {(Object.keys(options) as Value[]).map((option) => (
          <Radio
            key={option}
            value={option}
            label={options[option].label}
            description={options[option].help}
            disabled={disabled}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
