import { strings } from '../../../strings/en.ts';
import { ALL, type Grant, type Level, type RoleContent, rowOf } from './role-content.ts';

const { summary: texts } = strings.roles;
const order: Level[] = ['none', 'draft', 'publish'];

const weaker = (one: Level, other: Level): Level => (order.indexOf(one) < order.indexOf(other) ? one : other);

/** What the rows of all give, in a few words. */
export function everywhereIn(role: RoleContent): string {
  const source = rowOf(role, 'sources', ALL);
  const destination = rowOf(role, 'destinations', ALL);
  const either = (has: (grant: Grant) => boolean): boolean =>
    [source, destination].some((grant) => grant && has(grant));
  const models = source && 'models' in source ? source.models : 'none';
  const syncs = weaker(source?.syncs ?? 'none', destination?.syncs ?? 'none');
  const words = [
    either(({ view }) => view) && texts.view,
    either(({ configure }) => configure) && texts.configure,
    models !== 'none' && texts.models[models],
    syncs !== 'none' && texts.syncs[syncs],
    either(({ approve }) => approve) && texts.approve,
    either(({ run }) => run) && texts.run,
  ].filter((word) => word !== false);
  return words.length === 0 ? texts.nothing : words.join(', ');
}

export const namedRowsIn = ({ sources, destinations }: RoleContent): number =>
  [...sources, ...destinations].filter(({ scope }) => scope !== ALL).length;
