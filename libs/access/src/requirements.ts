import type { WorkspaceRights } from '@imprimatur/contracts';
import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC = 'access:public';
export const REQUIRED_RIGHT = 'access:required-right';
export const CONFIRMED_RIGHTS = 'access:confirmed-rights';

/** A right on the workspace, or `member`: any active member may call, and the use case judges the loaded object. */
export type RequiredRight = 'member' | keyof WorkspaceRights;

/** Needs no sign-in. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** Declares what an endpoint takes. One that declares nothing is refused to everybody. */
export const Requires = (right: RequiredRight): CustomDecorator => SetMetadata(REQUIRED_RIGHT, right);

/**
 * Answers 503 `rights.unconfirmed` while the local copy of rights may be out of date (`architecture.md` §3): for approve, publish,
 * retry, delete, delete draft and run now.
 */
export const NeedsConfirmedRights = (): CustomDecorator => SetMetadata(CONFIRMED_RIGHTS, true);
