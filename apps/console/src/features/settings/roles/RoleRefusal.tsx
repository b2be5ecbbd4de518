import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { cellOf } from './role-cells.ts';
import { exceedingCells } from './role-refusal.ts';
import { cellName } from './role-words.ts';
import type { Ends } from './use-ends.ts';

const { exceeds: texts } = strings.roles;

interface Props {
  error: unknown;
  nameOf: Ends['nameOf'];
  /** What was tried, where it is not an edit. */
  detail?: string;
}

/** Why a role was not saved; where it would grant too much, what of it. */
export function RoleRefusal({ error, nameOf, detail = texts.detail }: Props) {
  const cells = [...exceedingCells(error)].map(cellOf).filter((cell) => cell !== null);
  if (cells.length === 0) return <ProblemNotice error={error} />;
  const listed = cells.map((cell) => cellName(nameOf, cell)).join(' · ');
  return <ProblemNotice error={error} says={{ title: texts.title, detail: `${detail} ${listed}` }} />;
}
