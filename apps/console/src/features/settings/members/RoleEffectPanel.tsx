import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { EffectTable } from './EffectTable.tsx';
import { memberEffectQuery } from './member-query.ts';
import { RefusedEffect } from './RefusedEffect.tsx';
import classes from './RoleEffectPanel.module.css';
import { RightsList } from './RightsList.tsx';

const { effect: texts } = strings.people;

interface Props {
  memberId: string;
  name: string;
  /** The role somebody thinks of giving them; null for the one they have. */
  roleId: string | null;
}

/** What another role changes for somebody, as the server foresees it, before anything is saved. */
export function RoleEffectPanel({ memberId, name, roleId }: Props) {
  const effect = useQuery(memberEffectQuery(memberId, roleId));
  const { data } = effect;
  return (
    <aside className={classes.aside} aria-label={texts.title} aria-busy={roleId !== null && effect.isPending}>
      <h2 className={classes.title}>{texts.title}</h2>
      {roleId === null && <p className={classes.quiet}>{texts.nothing}</p>}
      {roleId !== null && effect.isPending && (
        <>
          <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
          <Skeleton height={160} />
        </>
      )}
      {effect.isError && <ProblemNotice error={effect.error} onRetry={() => void effect.refetch()} />}
      {data && (
        <>
          {data.refusal && <RefusedEffect refusal={data.refusal} name={name} role={data.after.role.name} />}
          <EffectTable effect={data} />
          <RightsList title={texts.gained} rights={data.gained} />
          <RightsList title={texts.lost} rights={data.lost} />
        </>
      )}
    </aside>
  );
}
