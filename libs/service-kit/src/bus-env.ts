import type { BusConfig, KafkaBusConfig } from '@imprimatur/messaging';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { parseEnv } from './parse-env.ts';

const fields = {
  NODE_ENV: z.string().default('development'),
  BUS: z.enum(['kafka', 'local']).default('kafka'),
  KAFKA_BROKERS: listOf(z.string()).default([]),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  KAFKA_SSL: z.stringbool().default(false),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  BUS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
};
type BusEnv = z.output<z.ZodObject<typeof fields>>;

/** The variables of the bus and `others`, with what must hold between those of the bus. */
export function withBusEnv<Others extends z.ZodRawShape>(others: Others): z.ZodObject<Others & typeof fields> {
  const schema: z.ZodObject<Others & typeof fields> = z.object({ ...others, ...fields });
  // Always, or what is wrong with the bus would come to light only after every other variable was mended.
  return schema.superRefine((env, context) => reportMisfits(env as Partial<BusEnv>, context), { when: () => true });
}

/** The bus alone, for operators' commands that concern no single service. */
export function busConfigFromEnv(env: Record<string, string | undefined>): BusConfig {
  return busConfigFrom(parseEnv(withBusEnv({}), env));
}

/** How to reach the bus, out of variables that were checked. */
export function busConfigFrom(env: BusEnv): BusConfig {
  if (env.BUS === 'local') return { kind: 'local', databaseUrl: env.BUS_DATABASE_URL! };
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  return {
    kind: 'kafka',
    brokers: env.KAFKA_BROKERS,
    topicPrefix: env.KAFKA_TOPIC_PREFIX,
    ssl: env.KAFKA_SSL,
    ...(mechanism && { sasl: { mechanism, username, password } as KafkaBusConfig['sasl'] }),
  };
}

/** Reads only what is there: a variable that is bad by itself was reported already, and is not among these. */
function reportMisfits(env: Partial<BusEnv>, context: { addIssue(issue: z.core.$ZodRawIssue): void }): void {
  const report = (variable: keyof BusEnv, message: string): void =>
    context.addIssue({ code: 'custom', path: [variable], message, input: undefined });
  if (env.BUS === 'local') {
    if (env.NODE_ENV === 'production')
      report('BUS', '`local` is for one machine; it is refused with NODE_ENV=production');
    if (env.BUS_DATABASE_URL === undefined) report('BUS_DATABASE_URL', 'is missing: BUS=local keeps its log there');
  }
  if (env.BUS === 'kafka' && env.KAFKA_BROKERS?.length === 0)
    report('KAFKA_BROKERS', 'is missing: host:port, separated by commas');
  if (env.KAFKA_SASL_MECHANISM === undefined) return;
  for (const variable of ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const)
    if (env[variable] === undefined) report(variable, 'is missing: it is needed with KAFKA_SASL_MECHANISM');
}
