import { ProblemError } from '../../../api/problem-error.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import type { Workspace } from './workspace-query.ts';

const { workspace: texts } = strings.settings;

/** Why nothing was saved; of the plan in the words of this page. */
export function SettingsRefusal({ error, plan }: { error: unknown; plan: Workspace['plan'] }) {
  const isOfPlan = error instanceof ProblemError && error.problem.code === 'plan.business-required';
  const { title, detail } = texts.planRefusal;
  return <ProblemNotice error={error} {...(isOfPlan && { says: { title, detail: detail(texts.plans[plan]) } })} />;
}
