import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { EmbeddedKafka } from './embedded-kafka.ts';

/** A broker for tests, gone with its data at the end of this process. `keepData`: it can be stopped, killed and started again. */
export async function startThrowAwayKafka(options: { keepData?: boolean } = {}): Promise<EmbeddedKafka> {
  return EmbeddedKafka.start({
    home: await mkdtemp(join(tmpdir(), 'imprimatur-kafka-')),
    port: await freePort(),
    controllerPort: await freePort(),
    throwAway: options.keepData !== true,
  });
}
