import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Member } from '../../../api/members-query.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Said } from '../../../components/Said.tsx';
import { strings } from '../../../strings/en.ts';
import classes from './Members.module.css';
import { PeopleRefusal } from './PeopleRefusal.tsx';
import { useChangeMember } from './use-change-member.ts';
import { useRemoveMember } from './use-remove-member.ts';

const { leaving: texts } = strings.people.member;

/** The ways out of the workspace: one that can be undone, and one for good. */
export function LeavingSection({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const [asking, setAsking] = useState<'yourself' | 'remove' | null>(null);
  const [said, setSaid] = useState('');
  const navigate = useNavigate();
  const switching = useChangeMember(member.id, ({ name, active }) => {
    setAsking(null);
    setSaid(active ? texts.activated(name) : texts.deactivated(name));
  });
  const removing = useRemoveMember(member, () => void navigate({ to: '/settings/members' }));
  const close = (): void => {
    setAsking(null);
    switching.reset();
    removing.reset();
  };
  const activate = (active: boolean): void => switching.mutate({ patch: { active }, version: member.version });
  return (
    <section className={classes.section} aria-labelledby="leaving">
      <h2 id="leaving">{texts.title}</h2>
      {switching.error && asking === null && <PeopleRefusal error={switching.error} name={member.name} />}
      <Said
        action={
          said !== '' && (
            <Button variant="default" size="xs" loading={switching.isPending} onClick={() => activate(!member.active)}>
              {strings.undo}
            </Button>
          )
        }
      >
        {said}
      </Said>
      <div className={classes.line}>
        <p>{member.active ? texts.deactivateDetail : texts.activateDetail}</p>
        <Button
          variant="default"
          loading={switching.isPending}
          onClick={() => (isSelf ? setAsking('yourself') : activate(!member.active))}
        >
          {member.active ? texts.deactivate : texts.activate}
        </Button>
      </div>
      <div className={classes.line}>
        <p>{texts.removeDetail}</p>
        <Button variant="outline" color="var(--mantine-color-error)" onClick={() => setAsking('remove')}>
          {texts.remove}
        </Button>
      </div>
      {asking === 'yourself' && (
        <ConfirmDialog
          title={texts.yourself}
          action={texts.deactivate}
          isDestructive
          isPending={switching.isPending}
          error={switching.error}
          onConfirm={() => activate(false)}
          onClose={close}
        >
          {texts.yourselfDetail(member.name)}
        </ConfirmDialog>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={texts.removeTitle(member.name)}
          action={texts.remove}
          isDestructive
          nameToType={member.name}
          isPending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={close}
        >
          {texts.removed(member.name)}
        </ConfirmDialog>
      )}
    </section>
  );
}
