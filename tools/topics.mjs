// npm run topics: creates the topics and checks those that are there.
import { ensureTopics } from '@imprimatur/messaging';
import { busConfigFromEnv } from '@imprimatur/service-kit';
import { commandLine } from './operator/command-line.mjs';
import { busVariables } from './operator/environment.mjs';

await commandLine({
  help: `Usage: npm run topics [-- --check]

Creates the topics that are missing, and fails when one that is there differs in partitions or in how long it keeps records.

  --check   create nothing

Environment:
${busVariables}`,
  options: { check: { type: 'boolean' } },
  async work({ check = false }) {
    for (const { topic, partitions, created } of await ensureTopics(busConfigFromEnv(process.env), { check })) {
      console.log(`${topic}  ${partitions} partitions  ${created ? 'created' : 'as it should be'}`);
    }
  },
});
