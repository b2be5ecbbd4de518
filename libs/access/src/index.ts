export { ACCESS_COOKIE, ACCESS_TOKEN } from './access-token.ts';
export { access, accessOver, type AccessParts } from './access.ts';
export { ConfirmedRights } from './confirmed-rights.ts';
export { CurrentActor } from './current-actor.ts';
export { Directory, type Actor, type IdentityRecords, type MemberRecord, type WorkspaceRecord } from './directory.ts';
export { IdentityProjection } from './identity-projection.consumer.ts';
export { ProjectedDirectory } from './projected-directory.ts';
export { NeedsConfirmedRights, Public, PUBLIC, REQUIRED_RIGHT, Requires } from './requirements.ts';
export { assertSameSite } from './same-site.ts';
