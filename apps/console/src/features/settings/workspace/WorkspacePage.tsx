import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../api/session-query.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { SettingsEditor } from './SettingsEditor.tsx';
import { SettingFields } from './SettingFields.tsx';
import { SettingsSkeleton } from './SettingsSkeleton.tsx';
import { workspaceQuery } from './workspace-query.ts';

const { workspace: texts } = strings.settings;

/** The workspace's own settings, and before they are saved what they would mean. */
export function WorkspacePage() {
  const workspace = useQuery(workspaceQuery);
  const role = useQuery(sessionQuery).data?.role;
  const { data } = workspace;
  return (
    <>
      <PageHeader
        title={texts.title}
        facts={
          data && (
            <>
              {data.name} · {texts.facts.address} {data.slug} · {texts.facts.plan} {texts.plans[data.plan]}
            </>
          )
        }
      />
      {workspace.isError && !data && <ProblemNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
      {workspace.isPending && <SettingsSkeleton />}
      {data && role?.workspace.settings === true && <SettingsEditor workspace={data} />}
      {data && role?.workspace.settings === false && (
        <>
          <NotAllowed right="settings">{texts.readOnly(role.name)}</NotAllowed>
          <SettingFields plan={data.plan} before={data.settings} settings={data.settings} isReadOnly />
        </>
      )}
    </>
  );
}
