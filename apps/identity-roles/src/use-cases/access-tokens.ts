import { ACCESS_TOKEN } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { type CryptoKey, importJWK, SignJWT } from 'jose';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { currentKey, type SigningKey } from '../domain/signing-key.ts';
import { SigningKeysRepository } from '../persistence/signing-keys.repository.ts';
import { openPrivateKey } from './key-sealing.ts';
import { SigningKeySecret } from './signing-key-secret.ts';

export interface IssuedAccess {
  accessToken: string;
  expiresAt: Date;
}

/** Signs access tokens. They name the member and never rights: rights are looked up, so that they end when they are taken away. */
@Injectable()
export class AccessTokens {
  private readonly opened = new Map<string, Promise<CryptoKey>>();

  constructor(
    private readonly keys: SigningKeysRepository,
    private readonly secret: SigningKeySecret,
    private readonly clock: Clock,
  ) {}

  /** `until`: not beyond this, whatever tokens have otherwise. */
  async issue(
    tx: EntityManager,
    member: Pick<Member, 'id' | 'workspaceId' | 'seq'>,
    until: Date | null = null,
  ): Promise<IssuedAccess> {
    const now = this.clock.now();
    const key = currentKey(await this.keys.all(tx), now);
    if (key === null) throw new Error('there is no signing key: the service was not started');
    const issuedAt = Math.floor(now.getTime() / 1_000);
    const latest = until === null ? Infinity : Math.floor(until.getTime() / 1_000);
    const expiresAt = Math.min(issuedAt + ACCESS_TOKEN.lifetimeSeconds, latest);
    const accessToken = await new SignJWT({ ws: member.workspaceId, mseq: member.seq })
      .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm, typ: ACCESS_TOKEN.type, kid: key.kid })
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setSubject(member.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(await this.open(key));
    return { accessToken, expiresAt: new Date(expiresAt * 1_000) };
  }

  private open({ kid, sealedPrivateKey }: SigningKey): Promise<CryptoKey> {
    const opened =
      this.opened.get(kid) ??
      (importJWK(
        openPrivateKey(this.secret.bytes, kid, sealedPrivateKey),
        ACCESS_TOKEN.algorithm,
      ) as Promise<CryptoKey>);
    this.opened.set(kid, opened);
    return opened;
  }
}
