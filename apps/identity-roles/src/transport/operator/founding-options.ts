import { Email, Name, Plan } from '@imprimatur/contracts';
import { z } from 'zod';
import { linkAddress } from '../../domain/one-time-link.ts';
import { Slug } from '../../domain/slug.ts';
import type { Founding } from '../../use-cases/operator/found-workspace.ts';

/** What the commands that found a workspace ask for. */
export const FoundingOptions = z.object({
  slug: Slug,
  name: Name,
  plan: Plan.default('free'),
  'admin-name': Name,
  'admin-email': Email,
});

export const foundingFrom = ({
  slug,
  name,
  plan,
  'admin-name': adminName,
  'admin-email': email,
}: z.output<typeof FoundingOptions>): Founding => ({ slug, name, plan, admin: { name: adminName, email } });

export const signInAdvice = (email: string, secret: string | null, publicUrl: string): string =>
  secret === null
    ? `${email} signs in with the password they have.`
    : `${email} chooses a password with this link, once, within three days:\n${linkAddress(publicUrl, secret)}`;
