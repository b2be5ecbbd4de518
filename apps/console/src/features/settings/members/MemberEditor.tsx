import { Name } from '@imprimatur/contracts';
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LeaveGuard } from '../../../components/leaving/LeaveGuard.tsx';
import { strings } from '../../../strings/en.ts';
import { ChangesBar } from '../ChangesBar.tsx';
import { OvertakenNotice } from '../OvertakenNotice.tsx';
import { RolePicker } from '../RolePicker.tsx';
import { rolesQuery } from '../../../api/roles-query.ts';
import { useHeldDraft } from '../use-held-draft.ts';
import classes from './Members.module.css';
import { PeopleRefusal } from './PeopleRefusal.tsx';
import { areSamePerson, changedFields, patchOf, personOf } from './person-changes.ts';
import { RoleEffectPanel } from './RoleEffectPanel.tsx';
import { useChangePerson, type Person, type PersonKind } from './use-change-person.ts';

const { member: texts } = strings.people;

/** Name and role of a member or service account; what another role changes for them is shown before it is saved. */
export function MemberEditor({ kind, member }: { kind: PersonKind; member: Person }) {
  const draft = useHeldDraft(member, personOf, areSamePerson);
  const saving = useChangePerson(kind, member.id, draft.release);
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const { before, content } = draft;
  const changed = changedFields(before, content);
  const hasName = Name.safeParse(content.name).success;
  const roleName = (id: string): string => roles.find((role) => role.id === id)?.name ?? '';
  const words = { name: (value: string) => value, roleId: roleName };
  const change = (next: Partial<typeof content>): void => {
    saving.reset();
    draft.change({ ...content, ...next });
  };
  const discard = (): void => {
    saving.reset();
    draft.discard();
  };
  const save = (): void => {
    if (hasName) saving.mutate({ patch: patchOf(before, content), version: draft.base.version });
  };
  return (
    <>
      {draft.isOvertaken && (
        <OvertakenNotice
          title={texts.overtaken[kind]}
          rows={changedFields(personOf(member), content).map((field) => ({
            label: texts.fieldNames[field],
            theirs: words[field](personOf(member)[field]),
            mine: words[field](content[field]),
          }))}
          count={changed.length}
          onKeepMine={() => draft.goOn({ ...personOf(member), ...patchOf(before, content) })}
          onTakeTheirs={discard}
        />
      )}
      {saving.isError && !draft.isOvertaken && (
        <PeopleRefusal error={saving.error} name={member.name} role={roleName(content.roleId)} />
      )}
      <div className={classes.columns}>
        <div className={classes.fields}>
          <TextInput
            label={texts.fieldNames.name}
            autoComplete="off"
            maxLength={200}
            value={content.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            error={hasName ? undefined : strings.fieldErrors.needed}
          />
          <RolePicker value={content.roleId} onChange={(roleId) => change({ roleId })} />
        </div>
        <RoleEffectPanel
          memberId={member.id}
          name={member.name}
          roleId={before.roleId === content.roleId ? null : content.roleId}
        />
      </div>
      <ChangesBar
        count={changed.length}
        isSaving={saving.isPending}
        isSaved={saving.isSuccess}
        onSave={save}
        onDiscard={discard}
        onUndo={draft.undo}
      />
      <LeaveGuard isUnsaved={draft.isUnsaved} />
    </>
  );
}
