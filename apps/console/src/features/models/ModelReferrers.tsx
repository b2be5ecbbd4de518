import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { strings } from '../../strings/en.ts';
import type { ModelReferrers as Referrers } from './referrers-of-model.ts';

const { page: texts } = strings.models;

/** What refers to a model, and so keeps it from being deleted. */
export function ModelReferrers({ syncs, audiences, hidden }: Referrers) {
  return (
    <div role="alert">
      <p>{texts.referred}</p>
      <ul>
        {syncs.map(({ id, name }) => (
          <li key={id}>
            <AnchorLink to="/syncs/$syncId" params={{ syncId: id }}>
              <bdi>{name}</bdi>
            </AnchorLink>
          </li>
        ))}
        {audiences.map(({ id, name }) => (
          <li key={id}>
            <AnchorLink to="/audiences/$audienceId" params={{ audienceId: id }}>
              <bdi>{name}</bdi>
            </AnchorLink>
          </li>
        ))}
        {hidden > 0 && <li>{texts.hiddenSyncs(hidden)}</li>}
      </ul>
    </div>
  );
}
