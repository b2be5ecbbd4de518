import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import classes from './Audiences.module.css';
import { EnterFields } from './EnterFields.tsx';
import type { FieldErrors, Step } from './live-content.ts';
import { WaitFields } from './WaitFields.tsx';

const { steps: texts } = strings.audiences;

interface Props {
  index: number;
  step: Step;
  isLast: boolean;
  errors: FieldErrors;
  names: Record<string, string>;
  onChange: (step: Step) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One step of a journey, which can be moved by buttons. */
export function StepRow({ index, step, isLast, errors, names, onChange, onMove, onRemove }: Props) {
  const place = index + 1;
  const at = `content.steps.${index}`;
  const icon = { variant: 'subtle', color: 'gray', size: 32 } as const;
  return (
    <li className={classes.step} data-row>
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <div className={classes.stepFields}>
        {step.kind === 'wait' ? (
          <WaitFields step={step} place={place} error={errors[`${at}.amount`]} onChange={onChange} />
        ) : (
          <EnterFields step={step} place={place} at={at} errors={errors} names={names} onChange={onChange} />
        )}
      </div>
      <div className={classes.stepActions}>
        <ActionIcon
          {...icon}
          data-act="up"
          aria-label={texts.up(place)}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...icon}
          data-act="down"
          aria-label={texts.down(place)}
          disabled={isLast}
          onClick={() => onMove(index + 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon {...icon} data-act="remove" aria-label={texts.remove(place)} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
