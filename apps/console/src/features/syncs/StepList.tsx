import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import classes from './StepList.module.css';

const { syncs: texts } = strings;

export type Step = keyof typeof texts.parts;

interface Props {
  steps: readonly Step[];
  current: Step;
  /** Up to here everything is there, so that one can go there. */
  reached: number;
  onGo: (step: Step) => void;
}

/** The way through a new sync; what is done can be gone back to. */
export function StepList({ steps, current, reached, onGo }: Props) {
  return (
    <nav aria-label={texts.steps}>
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const isDone = index < reached && step !== current;
          return (
            <li key={step} className={classes.item}>
              <UnstyledButton
                className={classes.step}
                aria-current={step === current ? 'step' : undefined}
                disabled={index > reached}
                onClick={() => onGo(step)}
              >
                <span className={classes.mark}>{isDone ? <IconCheck size={14} aria-hidden /> : index + 1}</span>
                <span className={classes.name}>{texts.parts[step]}</span>
                {isDone && <VisuallyHidden> ({texts.done})</VisuallyHidden>}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
