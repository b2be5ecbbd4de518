import {
  canApprove,
  canView,
  defineAbilityFor,
  levelOn,
  type AppAbility,
  type ModelSubject,
  type SyncSubject,
} from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';

const GRANTS = 200;
const OBJECTS = 20_000;
const SECONDS = 1;

type Resource = ModelSubject | SyncSubject;

/** How fast rights are judged: checks a second of models and syncs for a role with many grants, and what building its ability takes. */
export function measureAbilities(): void {
  const ends = Array.from({ length: 2 * GRANTS }, () => newId());
  const role = roleWith(ends.slice(0, GRANTS));
  const objects = resourcesOn(ends);
  const ability = defineAbilityFor(role);
  console.log(`role with ${GRANTS} grants on sources and ${GRANTS} on destinations`);
  console.log(`  ability built in ${buildMilliseconds(role).toFixed(3)} ms (median of 500)`);
  for (const [what, check] of Object.entries({ canView, canApprove, levelOn })) {
    for (const kind of ['model', 'sync']) {
      const rate = checksPerSecond(
        ability,
        objects.filter((object) => object.kind === kind),
        check,
      );
      console.log(`  ${what} of ${kind}s: ${(rate / 1e6).toFixed(1)} million a second`);
    }
  }
}

function roleWith(named: readonly string[]): RoleDocument {
  const grant = (scope: string, n: number) => ({
    scope,
    view: n % 5 !== 0,
    configure: n % 7 === 0,
    syncs: (['none', 'draft', 'publish'] as const)[n % 3]!,
    approve: n % 2 === 0,
    run: n % 3 === 0,
  });
  const scopes = ['all', ...named];
  return {
    id: newId(),
    name: 'Many grants',
    builtIn: false,
    workspace: { settings: false, members: false, roles: false, audiences: true, journeys: true, auditLog: false },
    sources: scopes.map((scope, n) => ({ ...grant(scope, n + 1), models: (['draft', 'publish'] as const)[n % 2]! })),
    destinations: scopes.map((scope, n) => grant(scope, n + 1)),
  };
}

/** Models and syncs on every end, named by the role or not. */
const resourcesOn = (ends: readonly string[]): Resource[] =>
  Array.from({ length: OBJECTS }, (_, n) => {
    const [sourceId, destinationId] = [ends[n % ends.length]!, ends[(7 * n) % ends.length]!];
    return n % 2 === 0 ? { kind: 'model', sourceId } : { kind: 'sync', ends: [{ sourceId, destinationId }] };
  });

function buildMilliseconds(role: RoleDocument): number {
  const took = Array.from({ length: 500 }, () => {
    const begin = performance.now();
    // The first check is what makes an ability read its rules.
    canView(defineAbilityFor(role), { kind: 'source', id: role.id });
    return performance.now() - begin;
  });
  return took.sort((a, b) => a - b)[took.length / 2]!;
}

function checksPerSecond(
  ability: AppAbility,
  objects: readonly Resource[],
  check: (ability: AppAbility, object: Resource) => unknown,
): number {
  const round = (): number => {
    let held = 0;
    for (const object of objects) if (check(ability, object) !== false) held++;
    return held;
  };
  const expected = round();
  let checks = 0;
  const begin = process.cpuUsage();
  for (let seconds = 0; ;) {
    if (round() !== expected) throw new Error('the same question was answered differently');
    checks += objects.length;
    seconds = secondsOfCpu(process.cpuUsage(begin));
    if (seconds >= SECONDS) return checks / seconds;
  }
}

/** What the process itself took: other work on the machine does not make a check any slower. */
const secondsOfCpu = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
