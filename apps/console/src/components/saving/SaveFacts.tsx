import { IconInfoCircle, IconLink, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SaveOptions } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import type { SaveAction } from './save-choice.ts';
import classes from './SaveDialog.module.css';

const { save: texts } = strings.drafts;

interface Props {
  saveOptions: SaveOptions;
  action: SaveAction | null;
  holds: number;
  isAround: boolean;
  note: string | undefined;
  draftedModel: { name: string } | null;
}

/** What saving means for others, and why there is not more to choose from. */
export function SaveFacts({ saveOptions: { actions, code }, action, holds, isAround, note, draftedModel }: Props) {
  const role = useQuery(sessionQuery).data?.role?.name ?? texts.noRole;
  const isDraft = action === 'submit' || action === 'save_draft';
  const isDraftOnly = actions.length > 0 && !actions.includes('publish') && !actions.includes('publish_now');
  return (
    <ul className={classes.facts}>
      {draftedModel && <Fact icon={<IconLink size={16} aria-hidden />}>{texts.refersTo(draftedModel.name)}</Fact>}
      {holds > 0 && isDraft && <Fact icon={<IconPlayerPause size={16} aria-hidden />}>{texts.holds(holds)}</Fact>}
      {note !== undefined && <Quiet>{note}</Quiet>}
      {isAround && <Quiet>{texts.around}</Quiet>}
      {actions.length === 1 && action === 'publish' && <Quiet>{texts.actions.publish.detail}</Quiet>}
      {isDraftOnly && <Quiet>{texts.notDirectly(role)}</Quiet>}
      {code !== null && <Quiet>{texts.none[code](role)}</Quiet>}
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      {icon}
      {children}
    </li>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <li data-quiet>
      <IconInfoCircle size={16} aria-hidden />
      {children}
    </li>
  );
}
