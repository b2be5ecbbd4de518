import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { SigningKey } from '../domain/signing-key.ts';

@Entity('signing_key')
@Unique('signing_key_kid', ['kid'])
export class SigningKeyRow implements SigningKey {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kid!: string;
  @Column('jsonb', { name: 'public_jwk' }) publicJwk!: SigningKey['publicJwk'];
  @Column('bytea', { name: 'sealed_private_key' }) sealedPrivateKey!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('boolean') deleted!: boolean;
  @Column('integer') seq!: number;
}
