import { writeFileSync } from 'node:fs';
import { throwAwayPostgres } from '@imprimatur/standalone';
import { inProcessWorld } from '../e2e/in-process-world.ts';
import { apiTypesFile, apiTypesOf } from './api-types.ts';

const postgres = await throwAwayPostgres();
process.env.TEST_POSTGRES_URL = `postgres://postgres:throw-away@127.0.0.1:${postgres.port}/postgres`;
const world = await inProcessWorld();
writeFileSync(apiTypesFile, await apiTypesOf(world));
await world.close();
await postgres.stop();
