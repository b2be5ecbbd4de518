import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './processes/free-port.ts';

/** What a start makes up once and every later one needs again. */
export interface Secrets {
  /** The seeded sources and destinations name the port, so it stays. */
  postgresPort: number;
  postgresPassword: string;
  kafkaPort: number;
  kafkaControllerPort: number;
  /** Keeps the topics of this home apart from others' on brokers that are shared. */
  topicPrefix: string;
  /** `SEALING_KEYS` and `SIGNING_KEY_SECRET` of the services. */
  sealingKeys: string;
  signingKeySecret: string;
}

/** `LINK_SEALING_KEYS` of the services: drawn from what every home has, so that those made before there were any go on. */
export const linkSealingKeysOf = ({ signingKeySecret }: Secrets): string =>
  `first:${Buffer.from(hkdfSync('sha256', signingKeySecret, '', 'links in mails', 32)).toString('base64')}`;

/** The secrets of a home; made when there are none yet, readable by their owner only. */
export async function keptSecrets(home: string): Promise<Secrets> {
  const file = join(home, 'keys.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as Secrets;
  const secrets = await newSecrets();
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return secrets;
}

async function newSecrets(): Promise<Secrets> {
  const secret = (): string => randomBytes(32).toString('base64');
  return {
    postgresPort: await freePort(),
    postgresPassword: randomBytes(18).toString('base64url'),
    kafkaPort: await freePort(),
    kafkaControllerPort: await freePort(),
    topicPrefix: `standalone-${randomBytes(4).toString('hex')}.`,
    sealingKeys: `first:${secret()}`,
    signingKeySecret: secret(),
  };
}
