import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Member } from '../../domain/member.ts';
import type { ServiceToken } from '../../domain/service-token.ts';
import { ServiceTokenRow } from './service-token.row.ts';

const lock = { mode: 'for_no_key_update' } as const;

@Injectable()
export class ServiceTokensRepository {
  async insert(tx: EntityManager, token: ServiceToken): Promise<void> {
    await tx.insert(ServiceTokenRow, token);
  }

  count(tx: EntityManager, { workspaceId, id: memberId }: Member): Promise<number> {
    return tx.countBy(ServiceTokenRow, { workspaceId, memberId, revokedAt: IsNull() });
  }

  lock(tx: EntityManager, { workspaceId, id: memberId }: Member, id: string): Promise<ServiceToken | null> {
    return tx.findOne(ServiceTokenRow, { where: { workspaceId, memberId, id }, lock });
  }

  lockByHash(tx: EntityManager, hash: Buffer): Promise<ServiceToken | null> {
    return tx.findOne(ServiceTokenRow, { where: { hash }, lock });
  }

  async markUsed(tx: EntityManager, { workspaceId, id }: ServiceToken, lastUsedAt: Date): Promise<void> {
    await tx.update(ServiceTokenRow, { workspaceId, id }, { lastUsedAt });
  }

  async revoke(tx: EntityManager, { workspaceId, id }: ServiceToken, revokedAt: Date): Promise<void> {
    await tx.update(ServiceTokenRow, { workspaceId, id }, { revokedAt });
  }

  async revokeOfMember(tx: EntityManager, { workspaceId, id: memberId }: Member): Promise<void> {
    await tx.update(ServiceTokenRow, { workspaceId, memberId, revokedAt: IsNull() }, { revokedAt: () => 'now()' });
  }
}
