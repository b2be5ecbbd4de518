import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../../api/client.ts';
import { useDeletion } from '../../../api/deleting/use-deletion.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { AnchorLink } from '../../../components/links/AnchorLink.tsx';
import { strings } from '../../../strings/en.ts';
import { holdersIn } from './role-refusal.ts';
import classes from './RoleEditor.module.css';
import type { Role } from '../../../api/roles-query.ts';

const { deletion: texts } = strings.roles;

/** Deletes a role for good, or says whose role it still is. */
export function DeleteRoleDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const { id, name, version, memberCount } = role;
  const navigate = useNavigate();
  const deleting = useDeletion({
    gone: ['roles', 'detail', id],
    send: () =>
      answerOf(api.DELETE('/api/v1/roles/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } })),
    onDeleted: () => navigate({ to: '/settings/roles', ignoreBlocker: true }),
    touched: ['roles'],
  });
  const holders = holdersIn(deleting.error);
  return (
    <ConfirmDialog
      title={texts.title(name)}
      action={texts.button}
      isDestructive
      isPending={deleting.isPending}
      error={holders === undefined ? deleting.error : null}
      onConfirm={() => deleting.mutate()}
      onClose={onClose}
    >
      {holders === undefined ? (
        memberCount === 0 ? (
          texts.detail(name)
        ) : (
          texts.inUse(memberCount)
        )
      ) : (
        <div role="alert">
          {texts.inUse(holders.memberCount)} {texts.inUseDetail}
          <ul className={classes.list}>
            {holders.members.map((member) => (
              <li key={member.id}>
                <AnchorLink to="/settings/members/$memberId" params={{ memberId: member.id }} inherit>
                  {member.name}
                </AnchorLink>
              </li>
            ))}
          </ul>
          {holders.memberCount > holders.members.length && texts.more(holders.memberCount - holders.members.length)}
        </div>
      )}
    </ConfirmDialog>
  );
}
