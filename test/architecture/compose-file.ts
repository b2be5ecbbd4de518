import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const Condition = z.enum(['service_healthy', 'service_completed_successfully', 'service_started']);
const Duration = z.string().regex(/^\d+(ms|s|m)$/);

const ComposeService = z.strictObject({
  image: z.string().regex(/^[a-z0-9./-]+:[\w.-]+$/),
  build: z.strictObject({ context: z.literal('.'), dockerfile: z.string(), target: z.string().optional() }).optional(),
  pull_policy: z.enum(['always', 'never', 'missing', 'build']).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: Condition })).optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: Duration,
      timeout: Duration,
      retries: z.int(),
      start_period: Duration.optional(),
    })
    .optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'must bind to loopback')).optional(),
  volumes: z.array(z.string()).optional(),
  networks: z.strictObject({ default: z.strictObject({ ipv4_address: z.ipv4() }) }).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  stop_grace_period: Duration.optional(),
});
export type ComposeService = z.output<typeof ComposeService>;

const Addresses = z.strictObject({ subnet: z.cidrv4(), ip_range: z.cidrv4() });

const ComposeFile = z
  .looseObject({
    name: z.string(),
    services: z.record(z.string(), ComposeService),
    volumes: z.record(z.string(), z.null()),
    networks: z.strictObject({ default: z.strictObject({ ipam: z.strictObject({ config: z.tuple([Addresses]) }) }) }),
  })
  .refine((file) =>
    Object.keys(file).every((key) => ['name', 'services', 'volumes', 'networks'].includes(key) || key.startsWith('x-')),
  );

const text = readFileSync(fileURLToPath(new URL('../../docker-compose.yml', import.meta.url)), 'utf8');

/** The parts of docker-compose.yml that it uses, checked; anchors merged and variables replaced by their defaults, as compose does. */
export const composeFile = (): z.output<typeof ComposeFile> => read(text);

/** The same with the variables that are commented out put in force. */
export const composeFileInFull = (): z.output<typeof ComposeFile> => read(text.replace(/^( +)# ([A-Z_]+: )/gm, '$1$2'));

const read = (yaml: string): z.output<typeof ComposeFile> =>
  ComposeFile.parse(parse(withDefaults(yaml), { merge: true }));

function withDefaults(text: string): string {
  return text.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_whole, name: string, fallback: string | undefined) => {
    if (fallback === undefined) throw new Error(`${name} has no default, so docker compose up alone would not do`);
    return fallback;
  });
}
