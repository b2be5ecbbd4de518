import { IconPlayerPause } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import type { MemberEffect } from './member-query.ts';
import { RightsList } from './RightsList.tsx';
import classes from './RoleEffectPanel.module.css';

const { effect: texts, member } = strings.people;

interface Props {
  refusal: NonNullable<MemberEffect['refusal']>;
  name: string;
  role: string;
}

/** That the change would be refused, and why, before anybody tries. */
export function RefusedEffect({ refusal, name, role }: Props) {
  const detail = refusal.code === 'member.last-admin' ? member.lastAdmin.detail(name) : member.exceedsOwn.detail(role);
  return (
    <div className={classes.refusal} role="alert">
      <p className={classes.refused}>
        <IconPlayerPause size={16} aria-hidden />
        {texts.refused}
      </p>
      <p>{detail}</p>
      {refusal.code === 'role.exceeds-own' && <RightsList title={texts.exceeding} rights={refusal.exceeding} />}
    </div>
  );
}
