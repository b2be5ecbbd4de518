import type { RoleContent } from './role-content.ts';
import type { Ends } from './use-ends.ts';
import type { FlagReason } from './without-effect.ts';

/** What a matrix knows of its cells beside what they are set to. */
export interface MatrixState {
  /** The role as it is saved. */
  before: RoleContent;
  /** What has no effect, by cell. */
  flags: ReadonlyMap<string, FlagReason>;
  /** What the server refused to grant, by cell. */
  refused: ReadonlySet<string>;
  nameOf: Ends['nameOf'];
  isReadOnly: boolean;
}
