import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import classes from './Flow.module.css';
import { FlowOf } from './FlowOf.tsx';

interface Props {
  id: string;
  name: string;
  isOpenAtFirst: boolean;
}

/** What flows out of one source; folded, it is neither read nor drawn. */
export function SourceFlow({ id, name, isOpenAtFirst }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const part = useId();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.source}>
      <h2>
        <UnstyledButton
          className={classes.fold}
          aria-expanded={isOpen}
          {...(isOpen && { 'aria-controls': part })}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={16} aria-hidden />
          {name}
        </UnstyledButton>
      </h2>
      {isOpen && (
        <div id={part}>
          <FlowOf part={{ sourceId: id }} />
        </div>
      )}
    </section>
  );
}
