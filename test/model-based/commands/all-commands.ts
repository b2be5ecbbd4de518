import type fc from 'fast-check';
import type { Governed } from '../model/governed.ts';
import { draftCommands } from './draft-commands.ts';
import { requestCommands } from './request-commands.ts';
import { saveCommands } from './save-commands.ts';
import type { Governance } from './step.ts';
import { workspaceCommands } from './workspace-commands.ts';

type Commands = fc.Arbitrary<fc.AsyncCommand<Governed, Governance>>;

const often = (times: number, commands: Commands): Commands[] => Array.from({ length: times }, () => commands);

/** Everything members do, what leads somewhere more often. */
export const allCommands: Commands[] = [
  ...often(3, saveCommands.createModel),
  ...often(3, saveCommands.createSync),
  ...often(10, saveCommands.save),
  ...often(2, saveCommands.hotfix),
  ...often(6, draftCommands.changeSet),
  ...often(4, draftCommands.rebase),
  ...often(2, draftCommands.restore),
  ...often(2, draftCommands.look),
  ...often(2, draftCommands.deleteDraft),
  ...often(1, draftCommands.deleteResource),
  ...often(1, draftCommands.rename),
  ...often(7, requestCommands.approve),
  ...often(2, requestCommands.publishNow),
  ...often(3, requestCommands.withdraw),
  ...often(2, requestCommands.deleteDrafts),
  ...often(2, requestCommands.retry),
  ...often(2, requestCommands.decideHastily),
  ...often(1, requestCommands.reviewers),
  ...often(3, requestCommands.look),
  ...often(3, workspaceCommands.settings),
  ...often(3, workspaceCommands.member),
  ...often(1, workspaceCommands.role),
  ...often(3, workspaceCommands.run),
  ...often(1, workspaceCommands.pause),
];
