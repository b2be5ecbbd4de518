import type { Sealed } from '@imprimatur/contracts';
import type { Json } from '@imprimatur/kernel';
import { parseSealingKeys, Sealer, SealError } from '@imprimatur/service-kit';
import { ConnectorError } from './connector-error.ts';

/** What sealed credentials belong to, and open for. */
export interface SealedFor {
  workspaceId: string;
  connectionId: string;
  /** The version of the connection, raised whenever its credentials change. */
  version: number;
}

/** Binds credentials to workspace, connection and version, in this order: what was sealed before opens only so. */
const ownerOf = ({ workspaceId, connectionId, version }: SealedFor): Json => [workspaceId, connectionId, version];

/** Seals the credentials of connections. */
export class CredentialSealer {
  readonly #sealer: Sealer;

  /** `sealingKeys` is what `parseSealingKeys` reads. */
  constructor(sealingKeys: string) {
    const { keys, currentKeyId } = parseSealingKeys(sealingKeys);
    this.#sealer = new Sealer(keys, currentKeyId);
  }

  seal(owner: SealedFor, credentials: Json): Sealed {
    return this.#sealer.seal(ownerOf(owner), credentials);
  }

  /** Throws `credentials.unreadable` for anything altered, sealed for another owner or with a key that is not there. */
  open(owner: SealedFor, sealed: Sealed): Json {
    try {
      return this.#sealer.open(ownerOf(owner), sealed);
    } catch (cause) {
      if (!(cause instanceof SealError)) throw cause;
      const why = `The credentials of this connection cannot be opened: ${cause.message}.`;
      throw new ConnectorError('credentials.unreadable', why, { cause });
    }
  }
}
