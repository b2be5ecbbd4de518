import { strings } from '../../../strings/en.ts';
import type { SettingsEffect } from './settings-effect-query.ts';
import classes from './Settings.module.css';

const { effect: texts } = strings.settings.workspace;
const groups = ['keepPublishNow', 'mustRequestApproval', 'cannotSave', 'viewOnly'] as const;

type Members = SettingsEffect['members'];

/** How many members would save in which way, now and once it is saved. */
export function MemberCounts({ now, then }: { now: Members; then: Members | undefined }) {
  return (
    <table className={classes.counts}>
      <thead>
        <tr>
          <th scope="col">{texts.members}</th>
          <th scope="col">{texts.now}</th>
          {then && <th scope="col">{texts.then}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group}>
            <th scope="row">{texts.memberGroups[group]}</th>
            <td>{now[group]}</td>
            {then && <td data-differs={now[group] === then[group] ? undefined : true}>{then[group]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
