import { defaultPorts, routes, services, type Service } from '@imprimatur/contracts';
import { blueprints, consolePolicy, KAFKA_VERSION } from '@imprimatur/standalone';
import { parseSealingKeys } from '@imprimatur/service-kit';
import { existsSync, readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeFile, composeFileInFull, type ComposeService } from './compose-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = composeFile();
const all = Object.entries(compose.services);
const ours = all.filter(([, service]) => service.image.startsWith('imprimatur:'));
const portOf = (service: ComposeService): string => service.environment?.PORT ?? '';

/** The variables that a service reads, but for those of the bus that is for trying out. */
const variablesOf = (service: Service): string[] => {
  const sources = [
    'libs/service-kit/src/service-config.ts',
    'libs/service-kit/src/bus-env.ts',
    `apps/${service}/src/config.ts`,
  ];
  const names = [
    ...sources
      .map(read)
      .join('\n')
      .matchAll(/(?:^ +|\{ )([A-Z][A-Z_]+): /gm),
  ].map(([, name]) => name!);
  return names.filter((name) => !['NODE_ENV', 'BUS', 'BUS_DATABASE_URL'].includes(name));
};

/** Where a compiled file comes from. */
const sourceOf = (path: string): string => path.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

describe('docker-compose.yml', () => {
  it("has every service, the operators' one-shot commands and what they run on", () => {
    const expected = ['bootstrap', 'gateway', 'kafka', 'mailpit', 'migrate', 'postgres', 'topics', ...services];
    expect(Object.keys(compose.services).sort()).toEqual(expected.sort());
  });

  it('pins every image it does not build, Kafka to the version that the tests run on', () => {
    const foreign = all.filter(([, { build }]) => build === undefined).map(([, { image }]) => image);
    expect(foreign.filter((image) => !/:v?\d+\.\d+/.test(image))).toEqual([]);
    expect(compose.services.kafka!.image).toBe(`apache/kafka:${KAFKA_VERSION}`);
  });

  it.each(ours)('runs programs that exist: %s', (_name, { command, build }) => {
    const [program, script] = command!;
    expect(program).toBe('node');
    expect(existsSync(join(root, sourceOf(script!)))).toBe(true);
    expect(existsSync(join(root, build!.dockerfile))).toBe(true);
  });

  it.each(all)('waits only for what there is, in a way that it can be waited for: %s', (_name, { depends_on = {} }) => {
    const impossible = Object.entries(depends_on).filter(([name, { condition }]) => {
      const awaited = compose.services[name];
      if (awaited === undefined) return true;
      return condition === 'service_healthy' ? awaited.healthcheck === undefined : awaited.restart !== undefined;
    });
    expect(impossible).toEqual([]);
  });

  it.each([...services])('gives %s every variable that it reads, with values that it accepts', (service: Service) => {
    const { environment = {} } = compose.services[service]!;
    const { environment: inFull = {} } = composeFileInFull().services[service]!;
    const configFrom = (env: Record<string, string>) =>
      blueprints[service].configFrom({ ...env, NODE_ENV: 'production' });
    expect(Object.keys(inFull).sort()).toEqual([...new Set(variablesOf(service))].sort());
    expect(configFrom(environment)).toEqual(configFrom(inFull));
    expect(portOf(compose.services[service]!)).toBe(String(defaultPorts[service]));
    expect(new URL(environment.DATABASE_URL!).pathname).toBe(`/${service.replaceAll('-', '_')}`);
  });

  it('has the services believe the gateway, whose address nobody else gets', () => {
    const { ipv4_address: address } = compose.services.gateway!.networks!.default;
    const [{ subnet, ip_range: others }] = compose.networks.default.ipam.config;
    expect(services.map((service) => compose.services[service]!.environment!.TRUSTED_PROXIES)).toEqual(
      services.map(() => address),
    );
    const holds = (network: string): boolean => {
      const list = new BlockList();
      list.addSubnet(network.split('/')[0]!, Number(network.split('/')[1]));
      return list.check(address);
    };
    expect([holds(subnet), holds(others)]).toEqual([true, false]);
  });

  it('has the first workspace made in the database that identity-roles reads', () => {
    const { command, environment } = compose.services.bootstrap!;
    expect(command!.slice(0, 2)).toEqual(['node', 'tools/bootstrap.mjs']);
    expect(environment!.DATABASE_URL).toBe(compose.services.migrate!.environment!.DATABASE_URL);
    expect(new URL(environment!.DATABASE_URL!).host).toBe(
      new URL(compose.services['identity-roles']!.environment!.DATABASE_URL!).host,
    );
  });

  it.each([
    ['SEALING_KEYS', 'resources', 'scheduler'],
    ['LINK_SEALING_KEYS', 'identity-roles', 'notifications'],
  ])('seals with keys of the right size, the same ones on both sides: %s', (name, ...sides) => {
    const [writer, reader] = sides.map((side) => compose.services[side]!.environment![name]);
    expect(parseSealingKeys(writer!)).toBeDefined();
    expect(reader).toBe(writer);
  });

  it('mounts files that exist and volumes that it declares', () => {
    const sources = all.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]!));
    const missing = sources.filter((source) =>
      source.startsWith('.') ? !existsSync(join(root, source)) : !(source in compose.volumes),
    );
    expect(missing).toEqual([]);
  });
});

describe('the gateway', () => {
  const conf = read('deploy/gateway/nginx.conf');

  it('routes exactly the paths of every service, to its host and port', () => {
    const upstreams = new Map(
      [...conf.matchAll(/set \$(\w+) (http:\/\/[\w-]+:\d+);/g)].map(([, name, url]) => [name, url]),
    );
    const locations = [...conf.matchAll(/location ~ \^\/api\/v1\/\(([^)]*)\)\(\/\|\$\) \{\s*proxy_pass \$(\w+);/g)];
    const found = locations.map(([, paths, name]) => [
      upstreams.get(name),
      paths!.split('|').map((path) => `/api/v1/${path}`),
    ]);
    const documents = [...conf.matchAll(/location = (\/api\/openapi\/[\w-]+\.json) \{\s*proxy_pass \$(\w+);/g)];
    expect(documents.map(([, path, name]) => [upstreams.get(name), path])).toEqual(
      services.map((service) => [`http://${service}:${defaultPorts[service]}`, `/api/openapi/${service}.json`]),
    );
    expect(found).toEqual(
      services.map((service) => [`http://${service}:${defaultPorts[service]}`, [...routes[service]]]),
    );
  });
});

describe('event streams through the gateway', () => {
  const conf = read('deploy/gateway/nginx.conf');
  const numberOf = (name: string): number => Number(new RegExp(`^ *${name} (\\d+);`, 'm').exec(conf)?.[1]);

  it('leave room for everything else: each takes two connections for as long as somebody has the console open', () => {
    expect(conf).toMatch(/^worker_processes auto;/m);
    expect(numberOf('worker_connections')).toBeGreaterThanOrEqual(2 * 4_000);
    expect(numberOf('worker_rlimit_nofile')).toBeGreaterThan(numberOf('worker_connections'));
  });

  it('are passed on at once, and not cut between two heartbeats', () => {
    const [, location] = /location ~ [^{]*\bstream\b[^{]*\{([^}]*)\}/.exec(conf)!;
    expect(location).toContain('proxy_buffering off;');
    expect(numberOf('proxy_read_timeout') || 60).toBeGreaterThan(20);
  });
});

describe('the console behind the gateway', () => {
  const conf = read('deploy/gateway/nginx.conf');
  const dockerfile = read('deploy/Dockerfile');
  const location = /location \/ \{([^}]*)\}/.exec(conf)![1]!;

  it('is in the image of the gateway, where the gateway looks for it, and not in that of the services', () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+(?: AS (\w+))?$/gm)].map(([, name]) => name);
    expect(stages).toEqual(['build', 'gateway', undefined]);
    expect(compose.services.gateway!.build).toMatchObject({ dockerfile: 'deploy/Dockerfile', target: stages[1] });
    const folder = /^COPY --from=build \/console (\S+)$/m.exec(dockerfile)?.[1];
    expect(dockerfile).toContain('vite build apps/console --outDir /console');
    expect(location).toContain(`root ${folder};`);
    expect(dockerfile).toContain('COPY deploy/gateway/nginx.conf /etc/nginx/nginx.conf');
    expect(dockerfile).toMatch(/^FROM nginx:\d+\.\d+\.\d+-alpine AS gateway$/m);
  });

  it('comes with the headers that the standalone sends with it', () => {
    const headers = [...location.matchAll(/add_header ([\w-]+) (?:"([^"]*)"|([^;]+));/g)];
    expect(Object.fromEntries(headers.map(([, name, quoted, plain]) => [name, quoted ?? plain]))).toEqual({
      'cache-control': '$kept',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': consolePolicy,
    });
    expect(conf).toMatch(/~\^\/assets\/ 'public, max-age=31536000, immutable';\s+default no-cache;/);
  });
});

describe('what operators read', () => {
  it.each([...services])('says what every variable of %s means', (service: Service) => {
    const page = read('docs/operating.md');
    expect(variablesOf(service).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile');

  it('copies what exists and runs on the Node that the tests run on', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) =>
      sources!.split(' '),
    );
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((source) => !existsSync(join(root, source)))).toEqual([]);
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
    const bases = [...dockerfile.matchAll(/^FROM node:([\d.]+)-slim/gm)].map(([, version]) => version);
    expect(bases).toEqual([dependencies.node, dependencies.node]);
  });
});
