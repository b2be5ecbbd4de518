import { builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';
import { Name, Plan } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { systemCause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Email } from '../../domain/email.ts';
import { linkAddress } from '../../domain/one-time-link.ts';
import { Slug } from '../../domain/slug.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { foundWorkspace } from './found-workspace.ts';
import { foundingFrom, FoundingOptions, signInAdvice } from './founding-options.ts';
import { type OperatorCommand, operatorCommand } from './run-operator-command.ts';
import { operatorUseCases } from './operator-use-cases.ts';

const { workspaces, changePlan, enrolMember, inviteMember, issuePasswordLink } = operatorUseCases();

async function bySlug(tx: EntityManager, slug: string): Promise<Workspace> {
  const workspace = await workspaces.findBySlug(tx, slug);
  if (workspace === null) throw notFound('workspace');
  return workspace;
}

const list = operatorCommand({
  options: z.object({}),
  async run(dataSource) {
    const all = await workspaces.list(dataSource.manager);
    return all.length === 0
      ? 'There is no workspace yet.'
      : all.map((w) => `${w.slug}\t${w.plan}\t${w.name}`).join('\n');
  },
});

const create = operatorCommand({
  options: FoundingOptions,
  async run(dataSource, options, publicUrl) {
    const { secret } = await dataSource.transaction((tx) => foundWorkspace(tx, foundingFrom(options)));
    return `Workspace ${options.slug} is there.\n${signInAdvice(options['admin-email'], secret, publicUrl)}`;
  },
});

const setPlan = operatorCommand({
  options: z.object({ slug: Slug, plan: Plan }),
  async run(dataSource, { slug, plan }) {
    await dataSource.transaction(async (tx) => {
      const { id: workspaceId } = await bySlug(tx, slug);
      await changePlan.execute(tx, systemCause(), { workspaceId, plan });
    });
    return `Workspace ${slug} is on plan ${plan}.`;
  },
});

const addMember = operatorCommand({
  options: z.object({
    slug: Slug,
    name: Name,
    email: Email,
    role: z.enum(builtInRoles.map(({ key }) => key) as [BuiltInRoleKey, ...BuiltInRoleKey[]]),
  }),
  async run(dataSource, { slug, name, email, role: roleKey }, publicUrl) {
    const secret = await dataSource.transaction(async (tx) => {
      const { id: workspaceId } = await bySlug(tx, slug);
      const member = await enrolMember.execute(tx, systemCause(), { workspaceId, name, email, roleKey });
      return inviteMember.execute(tx, { workspaceId, memberId: member.id });
    });
    return `${name} is a member of ${slug}.\n${signInAdvice(email, secret, publicUrl)}`;
  },
});

const passwordLink = operatorCommand({
  options: z.object({ email: Email }),
  async run(dataSource, { email }, publicUrl) {
    const secret = await dataSource.transaction((tx) => issuePasswordLink.execute(tx, { email }));
    return linkAddress(publicUrl, secret);
  },
});

export const workspaceCommands = new Map<string, OperatorCommand>([
  ['list', list],
  ['create', create],
  ['set-plan', setPlan],
  ['add-member', addMember],
  ['password-link', passwordLink],
]);
