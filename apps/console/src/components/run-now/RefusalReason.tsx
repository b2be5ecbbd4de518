import { refusalMeanings } from '@imprimatur/contracts';
import { useQuery } from '@tanstack/react-query';
import { blockedQuery } from './blocked-query.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { wayOnFrom } from './way-on.ts';
import { WayOnLink } from './WayOnLink.tsx';

interface Props {
  code: RefusalCode;
  syncId: string;
  /** Left out where what lifts the refusal stands beside it. */
  withWayOn?: boolean;
}

/** Why a sync does not run, in a sentence, and the way to where that can be changed. */
export function RefusalReason({ code, syncId, withWayOn = true }: Props) {
  const { data: blocked } = useQuery({ ...blockedQuery(syncId), enabled: withWayOn });
  const way = withWayOn && blocked ? wayOnFrom(code, blocked) : null;
  return (
    <>
      {refusalMeanings[code]}
      {way && (
        <>
          {' '}
          <WayOnLink way={way} />
        </>
      )}
    </>
  );
}
