import { MemberState, RoleState, VerificationKeyState, WorkspaceState } from '@imprimatur/contracts';
import { Projection, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

/** Raise the generation to have every service rebuild its copy from the start of the topic. */
const identity = { group: 'access', generation: 1 };

/** Keeps the local copy of workspaces, members, roles and verification keys. An older snapshot never replaces a newer one. */
@Controller()
export class IdentityProjection {
  @Projection(WorkspaceState, identity)
  async workspace(@Payload() { data }: Received<typeof WorkspaceState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await tx.query(
      `insert into access_workspace as w (id, seq, deleted, slug, name, plan, settings) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set seq = excluded.seq, deleted = excluded.deleted, slug = excluded.slug,
         name = excluded.name, plan = excluded.plan, settings = excluded.settings
       where w.seq <= excluded.seq`,
      [data.id, data.seq, data.deleted, data.slug, data.name, data.plan, JSON.stringify(data.settings)],
    );
  }

  @Projection(MemberState, identity)
  async member(@Payload() { data }: Received<typeof MemberState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await tx.query(
      `insert into access_member as m (workspace_id, id, seq, deleted, kind, name, email, role_id, active, tokens_from_seq)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (workspace_id, id) do update set seq = excluded.seq, deleted = excluded.deleted, kind = excluded.kind,
         name = excluded.name, email = excluded.email, role_id = excluded.role_id, active = excluded.active,
         tokens_from_seq = excluded.tokens_from_seq
       where m.seq <= excluded.seq`,
      [
        ...[data.workspaceId, data.id, data.seq, data.deleted, data.kind, data.name, data.email, data.roleId],
        ...[data.active, data.tokensFromSeq ?? 1],
      ],
    );
  }

  @Projection(RoleState, identity)
  async role(@Payload() { data }: Received<typeof RoleState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await tx.query(
      `insert into access_role as r (workspace_id, id, seq, deleted, document) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, id) do update set seq = excluded.seq, deleted = excluded.deleted, document = excluded.document
       where r.seq <= excluded.seq`,
      [data.workspaceId, data.id, data.seq, data.deleted, JSON.stringify(data.role)],
    );
  }

  @Projection(VerificationKeyState, identity)
  async key(@Payload() { data }: Received<typeof VerificationKeyState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await tx.query(
      `insert into access_key as k (kid, seq, deleted, jwk) values ($1, $2, $3, $4)
       on conflict (kid) do update set seq = excluded.seq, deleted = excluded.deleted, jwk = excluded.jwk
       where k.seq <= excluded.seq`,
      [data.kid, data.seq, data.deleted, JSON.stringify(data.jwk)],
    );
  }
}
