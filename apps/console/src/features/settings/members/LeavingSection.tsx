import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { Said } from '../../../components/Said.tsx';
import { strings } from '../../../strings/en.ts';
import classes from './Members.module.css';
import { PeopleRefusal } from './PeopleRefusal.tsx';
import { useChangePerson, useRemovePerson, type Person, type PersonKind } from './use-change-person.ts';

interface Props {
  kind: PersonKind;
  person: Person;
  texts: typeof strings.people.member.leaving;
  /** What deactivating does that undoing does not take back; asked before. */
  asksFirst?: { title: (name: string) => string; detail: (name: string) => string };
  onGone: () => Promise<void>;
}

/** The ways out of the workspace: one that can be undone, and one for good. */
export function LeavingSection({ kind, person, texts, asksFirst, onGone }: Props) {
  const [asking, setAsking] = useState<'deactivate' | 'remove' | null>(null);
  const [said, setSaid] = useState('');
  const switching = useChangePerson(kind, person.id, ({ name, active }) => {
    setAsking(null);
    setSaid(active ? texts.activated(name) : texts.deactivated(name));
  });
  const removing = useRemovePerson(kind, person, onGone);
  const close = (): void => {
    setAsking(null);
    switching.reset();
    removing.reset();
  };
  const activate = (active: boolean): void => switching.mutate({ patch: { active }, version: person.version });
  const isAsked = asksFirst !== undefined && person.active;
  return (
    <section className={classes.section} aria-labelledby="leaving">
      <h2 id="leaving">{texts.title}</h2>
      {switching.error && asking === null && <PeopleRefusal error={switching.error} name={person.name} />}
      <Said
        action={
          said !== '' &&
          asksFirst === undefined && (
            <Button variant="default" size="xs" loading={switching.isPending} onClick={() => activate(!person.active)}>
              {strings.undo}
            </Button>
          )
        }
      >
        {said}
      </Said>
      <div className={classes.line}>
        <p>{person.active ? texts.deactivateDetail : texts.activateDetail}</p>
        <Button
          variant="default"
          loading={switching.isPending}
          onClick={() => (isAsked ? setAsking('deactivate') : activate(!person.active))}
        >
          {person.active ? texts.deactivate : texts.activate}
        </Button>
      </div>
      <div className={classes.line}>
        <p>{texts.removeDetail}</p>
        <Button variant="outline" color="var(--mantine-color-error)" onClick={() => setAsking('remove')}>
          {texts.remove}
        </Button>
      </div>
      {asking === 'deactivate' && asksFirst && (
        <ConfirmDialog
          title={asksFirst.title(person.name)}
          action={texts.deactivate}
          isDestructive
          isPending={switching.isPending}
          error={switching.error}
          onConfirm={() => activate(false)}
          onClose={close}
        >
          {asksFirst.detail(person.name)}
        </ConfirmDialog>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={texts.removeTitle(person.name)}
          action={texts.remove}
          isDestructive
          nameToType={person.name}
          isPending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={close}
        >
          {texts.removed(person.name)}
        </ConfirmDialog>
      )}
    </section>
  );
}
