import { Link } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import type { WayOn } from './way-on.ts';

const { unblock } = strings.runs;

/** The one link that leads to where a refusal is lifted. */
export function WayOnLink({ way: { to, id } }: { way: WayOn }) {
  switch (to) {
    case 'request':
      return (
        <Link to="/approvals/$requestId" params={{ requestId: id }}>
          {unblock.request}
        </Link>
      );
    case 'model':
      return (
        <Link to="/models/$modelId" params={{ modelId: id }}>
          {unblock.model}
        </Link>
      );
    case 'sync':
      return (
        <Link to="/syncs/$syncId" params={{ syncId: id }}>
          {unblock.sync}
        </Link>
      );
    case 'editSync':
      return (
        <Link to="/syncs/$syncId/edit" params={{ syncId: id }}>
          {unblock.editSync}
        </Link>
      );
    case 'runs':
      return (
        <Link to="/runs" search={{ syncId: id }}>
          {unblock.runs}
        </Link>
      );
  }
}
