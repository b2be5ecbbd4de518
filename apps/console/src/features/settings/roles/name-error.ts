import { RoleBody } from '@imprimatur/contracts';
import { strings } from '../../../strings/en.ts';

const { nameErrors: texts } = strings.roles;

/** Why a role cannot be called that, by the API's own rule. */
export function nameErrorOf(name: string): string | undefined {
  if (RoleBody.shape.name.safeParse(name).success) return undefined;
  return name.trim() === '' ? texts.missing : texts.unfit;
}
