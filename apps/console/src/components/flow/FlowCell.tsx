import { strings } from '../../strings/en.ts';
import { FlowLink } from './FlowLink.tsx';

interface Props {
  kind: 'source' | 'model' | 'sync' | 'destination';
  id: string | null;
  name: string | null;
  isLink: boolean;
}

/** What a cell of the table stands for, as a link where somebody can follow it. */
export function FlowCell({ kind, id, name, isLink }: Props) {
  const text = name ?? strings.runs.flow.hidden;
  return isLink ? <FlowLink kind={kind} id={id} name={text} /> : text;
}
