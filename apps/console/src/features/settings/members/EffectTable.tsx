import { strings } from '../../../strings/en.ts';
import { approvalWords } from './approval-words.ts';
import { offeredWords } from './offered-words.ts';
import type { MemberEffect } from './member-query.ts';
import classes from './RoleEffectPanel.module.css';

const { effect: texts } = strings.people;

/** What they are offered when they save, with the role they have and with the other one. */
export function EffectTable({ effect: { before, after } }: { effect: MemberEffect }) {
  const rows = [
    { label: texts.models, now: offeredWords(before.saveOptions.models), then: offeredWords(after.saveOptions.models) },
    { label: texts.syncs, now: offeredWords(before.saveOptions.syncs), then: offeredWords(after.saveOptions.syncs) },
    {
      label: texts.approval,
      now: [approvalWords(before.mustRequestApproval)],
      then: [approvalWords(after.mustRequestApproval)],
    },
  ];
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{before.role.name}</th>
          <th scope="col">{after.role.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, now, then }) => (
          <tr key={label} data-differs={now.join() !== then.join() || undefined}>
            <th scope="row">{label}</th>
            <td>{now.join(', ')}</td>
            <td>{then.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
