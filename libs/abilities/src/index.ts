export {
  defineAbilityFor,
  type AppAbility,
  type DestinationAction,
  type EndSubject,
  type SourceAction,
  type WorkspaceRight,
} from './ability.ts';
export { builtInRole, builtInRoles, type BuiltInRole, type BuiltInRoleKey } from './built-in-roles.ts';
export {
  canApprove,
  canConfigure,
  canCreate,
  canEditMetadata,
  canPreview,
  canPreviewPinned,
  canPublish,
  canRun,
  canSeeTables,
  canView,
  canWorkspace,
  isApprover,
  levelOn,
} from './can.ts';
export { exceeds } from './exceeds.ts';
export { grantsWithoutEffect, type WithoutEffect, type WithoutEffectReason } from './grants-without-effect.ts';
export { mustRequestApproval, type Extent, type MustRequestApproval } from './must-request-approval.ts';
export { reachedLevels, type ReachedLevels } from './reached-levels.ts';
export { saveOptions, type SaveAction, type SaveOptions } from './save-options.ts';
export {
  subjectOf,
  type DestinationSubject,
  type JudgedItem,
  type ModelSubject,
  type SourceSubject,
  type Subject,
  type SyncSubject,
} from './subject.ts';
export { whyNotApprover, type ApproverQuestion, type NotApproverCode } from './why-not-approver.ts';
export { wouldSave, type WouldSave } from './would-save.ts';
