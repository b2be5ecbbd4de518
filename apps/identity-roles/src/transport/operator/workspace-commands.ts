import { builtInRoles, type BuiltInRoleKey } from '@imprimatur/abilities';
import { Email, Name, Plan } from '@imprimatur/contracts';
import { systemCause } from '@imprimatur/messaging';
import { z } from 'zod';
import { linkAddress } from '../../domain/one-time-link.ts';
import { Slug } from '../../domain/slug.ts';
import { WorkspaceView } from '../../persistence/workspace.view.ts';
import { workspaceBySlug } from '../../use-cases/operator/workspace-by-slug.ts';
import { foundWorkspace } from '../../use-cases/operator/found-workspace.ts';
import { foundingFrom, FoundingOptions, signInAdvice } from './founding-options.ts';
import { type OperatorCommand, operatorCommand } from './run-operator-command.ts';
import { operatorUseCases } from '../../use-cases/operator/operator-use-cases.ts';

const { changePlan, enrolMember, issueInvitationLink, issuePasswordLink } = operatorUseCases();

const list = operatorCommand({
  options: z.object({}),
  async run(dataSource) {
    const all = await new WorkspaceView(dataSource).list();
    return all.length === 0
      ? 'There is no workspace yet.'
      : all.map((w) => `${w.id}\t${w.slug}\t${w.plan}\t${w.name}`).join('\n');
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
      const { id: workspaceId } = await workspaceBySlug(tx, slug);
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
      const { id: workspaceId } = await workspaceBySlug(tx, slug);
      const member = await enrolMember.execute(tx, systemCause(), { workspaceId, name, email, roleKey });
      return issueInvitationLink.execute(tx, { workspaceId, memberId: member.id });
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
