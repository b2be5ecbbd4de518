import { Switch } from '@mantine/core';
import { ProblemError } from '../../api/problem-error.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Preferences.module.css';
import type { Preferences } from './preferences-query.ts';
import { useSetPreference } from './use-set-preference.ts';

const { preferences: texts } = strings.people;
const kinds = ['reviewRequested', 'decided', 'comments', 'staleDrafts', 'unattended'] as const;

/** One switch for each kind of mail; each is saved as it is flipped. */
export function PreferenceSwitches({ preferences }: { preferences: Preferences }) {
  const setting = useSetPreference();
  const changing = setting.isPending ? setting.variables : {};
  const shown = { ...preferences, ...changing };
  const isOvertaken = setting.error instanceof ProblemError && setting.error.problem.status === 412;
  return (
    <>
      {setting.error && <ProblemNotice error={setting.error} {...(isOvertaken && { says: texts.overtaken })} />}
      <ul className={classes.kinds}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Switch
              label={texts.kinds[kind].label}
              description={texts.kinds[kind].detail}
              labelPosition="left"
              checked={shown[kind]}
              onChange={({ currentTarget }) => setting.mutate({ [kind]: currentTarget.checked })}
              classNames={{ body: classes.body ?? '', labelWrapper: classes.label ?? '' }}
            />
          </li>
        ))}
      </ul>
      <p className={classes.note}>{texts.always}</p>
      <p className={classes.note} role="status">
        {setting.isSuccess && texts.saved}
      </p>
    </>
  );
}
