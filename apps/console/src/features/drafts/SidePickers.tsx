import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import classes from './Compare.module.css';
import { sideName, type Side } from './sides.ts';

const { compare: texts } = strings.drafts;

interface Props {
  sides: readonly Side[];
  chosen: { from: Side; to: Side };
}

const sideOf = (value: string): Side => (value === 'draft' ? value : Number(value));

/** Which two are compared. */
export function SidePickers({ sides, chosen }: Props) {
  const navigate = useNavigate();
  const go = (search: { from: Side; to: Side }): void => void navigate({ to: '.', search, replace: true });
  const data = sides.map((side) => ({ value: String(side), label: sideName(side) }));
  return (
    <div className={classes.pickers}>
      <NativeSelect
        label={texts.from}
        data={data}
        value={String(chosen.from)}
        onChange={({ currentTarget }) => go({ ...chosen, from: sideOf(currentTarget.value) })}
      />
      <NativeSelect
        label={texts.to}
        data={data}
        value={String(chosen.to)}
        onChange={({ currentTarget }) => go({ ...chosen, to: sideOf(currentTarget.value) })}
      />
      <Button
        variant="default"
        leftSection={<IconArrowsLeftRight size={16} aria-hidden />}
        onClick={() => go({ from: chosen.to, to: chosen.from })}
      >
        {texts.swap}
      </Button>
    </div>
  );
}
