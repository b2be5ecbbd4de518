import { strings } from '../../strings/en.ts';
import { AnchorLink } from './AnchorLink.tsx';
import { ResourceLink } from './ResourceLink.tsx';
import type { Referrers } from './referrers-of.ts';

const { referrers: texts } = strings;

/** What still refers to something and so keeps it from being deleted. */
export function ReferrerList({ referrers: { seen, hidden } }: { referrers: Referrers }) {
  return (
    <div role="alert">
      <p>{texts.first}</p>
      <ul>
        {seen.map((referrer) => (
          <li key={referrer.id}>
            {texts.kinds[referrer.kind]} <ReferrerLink {...referrer} />
          </li>
        ))}
        {hidden > 0 && <li>{texts.hidden(hidden)}</li>}
      </ul>
    </div>
  );
}

function ReferrerLink({ id, kind, name }: Referrers['seen'][number]) {
  if (kind !== 'journey') return <ResourceLink kind={kind} resourceId={id} name={name} />;
  return (
    <AnchorLink to="/journeys/$journeyId" params={{ journeyId: id }} inherit>
      <bdi>{name}</bdi>
    </AnchorLink>
  );
}
