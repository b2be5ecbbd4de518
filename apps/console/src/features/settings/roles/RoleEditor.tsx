import { Tabs, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { LeaveGuard } from '../../../components/leaving/LeaveGuard.tsx';
import { strings } from '../../../strings/en.ts';
import { ChangesBar } from '../ChangesBar.tsx';
import { useHeldDraft } from '../use-held-draft.ts';
import { GrantMatrix } from './GrantMatrix.tsx';
import { nameErrorOf } from './name-error.ts';
import { areSameRoles, changedCells } from './role-cells.ts';
import { contentOf, type Kind, type RoleContent } from './role-content.ts';
import { exceedingCells, isNameTaken } from './role-refusal.ts';
import { RoleEffectPanel } from './RoleEffectPanel.tsx';
import classes from './RoleEditor.module.css';
import { RoleHeader } from './RoleHeader.tsx';
import { RoleOvertaken } from './RoleOvertaken.tsx';
import { RoleRefusal } from './RoleRefusal.tsx';
import type { Role } from '../../../api/roles-query.ts';
import { useEnds } from './use-ends.ts';
import { useRoleEffect } from './use-role-effect.ts';
import { useSaveRole } from './use-save-role.ts';
import { WorkspaceRightsField } from './WorkspaceRightsField.tsx';

const { roles: texts } = strings;
const kinds: Kind[] = ['sources', 'destinations'];

interface Props {
  role: Role;
  mayChange: boolean;
  /** Goes to a role that was created. */
  onCreated?: (role: Role) => void;
}

/** What a role may do, cell by cell, beside what it comes to. The same page creates, edits and shows. */
export function RoleEditor({ role, mayChange, onCreated }: Props) {
  const isReadOnly = role.builtIn || !mayChange;
  const draft = useHeldDraft(role, contentOf, areSameRoles);
  const { before, content } = draft;
  const saving = useSaveRole(draft.base, (saved) => {
    draft.release();
    onCreated?.(saved);
  });
  const [refusedCopy, setRefusedCopy] = useState<unknown>(null);
  const [isNameTried, setIsNameTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const ends = useEnds();
  const effect = useRoleEffect(role, content, isReadOnly);
  const refused = useMemo(() => exceedingCells(saving.error), [saving.error]);
  const changes = changedCells(before, content);
  const change = (next: RoleContent): void => {
    saving.reset();
    draft.change(next);
  };
  const discard = (): void => {
    saving.reset();
    setIsNameTried(false);
    draft.discard();
  };
  const nameError = isNameTaken(saving.error)
    ? texts.nameErrors.taken
    : isNameTried
      ? nameErrorOf(content.name)
      : undefined;
  const save = (): void => {
    setIsNameTried(true);
    if (nameErrorOf(content.name) === undefined) saving.mutate(content);
    else requestAnimationFrame(() => nameField.current?.focus());
  };
  const state = { before, flags: effect.flags, refused, nameOf: ends.nameOf, isReadOnly };
  const refusal = saving.error ?? refusedCopy;
  return (
    <>
      <RoleHeader role={role} mayChange={mayChange} onRefused={setRefusedCopy} />
      {draft.isOvertaken && (
        <RoleOvertaken
          theirs={contentOf(role)}
          before={before}
          mine={content}
          nameOf={ends.nameOf}
          onKeepMine={(merged) => {
            saving.reset();
            draft.goOn(merged);
          }}
          onTakeTheirs={discard}
        />
      )}
      {refusal !== null && !draft.isOvertaken && !isNameTaken(refusal) && (
        <div className={classes.notice}>
          <RoleRefusal
            error={refusal}
            nameOf={ends.nameOf}
            {...(refusal === refusedCopy && { detail: texts.exceeds.duplicateDetail })}
          />
        </div>
      )}
      <div className={classes.columns}>
        <div>
          {!isReadOnly && (
            <TextInput
              ref={nameField}
              className={classes.name}
              label={texts.name}
              description={texts.nameHint}
              value={content.name}
              maxLength={200}
              error={nameError}
              onBlur={() => setIsNameTried(draft.isUnsaved)}
              onChange={({ currentTarget }) => change({ ...content, name: currentTarget.value })}
            />
          )}
          <WorkspaceRightsField {...state} content={content} onChange={change} />
          <Tabs defaultValue="sources" keepMounted={false}>
            <Tabs.List aria-label={texts.tabs.label}>
              {kinds.map((kind) => (
                <Tabs.Tab key={kind} value={kind} className={classes.tab}>
                  {texts.tabs[kind]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {kinds.map((kind) => (
              <Tabs.Panel key={kind} value={kind}>
                <GrantMatrix {...state} kind={kind} content={content} ends={ends.all[kind]} onChange={change} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </div>
        <RoleEffectPanel
          content={content}
          effect={effect.effect}
          error={effect.error}
          isBehind={effect.isBehind}
          flags={effect.flags}
          place={effect.place}
          ends={ends}
          isAboveBar={draft.isUnsaved || saving.isSuccess || draft.undo !== undefined}
          onPlace={effect.setPlace}
          onRetry={effect.retry}
        />
      </div>
      {!isReadOnly && (
        <ChangesBar
          count={changes.length}
          isSaving={saving.isPending}
          isSaved={saving.isSuccess}
          saveLabel={role.version === 0 ? texts.create : strings.save}
          onSave={save}
          onDiscard={discard}
          onUndo={draft.undo}
        />
      )}
      <LeaveGuard isUnsaved={draft.isUnsaved} />
    </>
  );
}
