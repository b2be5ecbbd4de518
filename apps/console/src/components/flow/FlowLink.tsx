import { Link } from '@tanstack/react-router';

interface Props {
  kind: 'source' | 'model' | 'sync' | 'destination';
  /** null: there is nothing to go to. */
  id: string | null;
  name: string;
  className?: string | undefined;
}

/** Leads to what a box or a cell stands for. */
export function FlowLink({ kind, id, name, className }: Props) {
  const shared = { className, title: name };
  if (id === null) return <span {...shared}>{name}</span>;
  switch (kind) {
    case 'source':
      return (
        <Link to="/sources/$sourceId" params={{ sourceId: id }} {...shared}>
          {name}
        </Link>
      );
    case 'model':
      return (
        <Link to="/models/$modelId" params={{ modelId: id }} {...shared}>
          {name}
        </Link>
      );
    case 'sync':
      return (
        <Link to="/syncs/$syncId" params={{ syncId: id }} {...shared}>
          {name}
        </Link>
      );
    case 'destination':
      return (
        <Link to="/destinations/$destinationId" params={{ destinationId: id }} {...shared}>
          {name}
        </Link>
      );
  }
}
