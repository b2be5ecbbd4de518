import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ResourceLink } from '../../components/links/ResourceLink.tsx';
import { strings } from '../../strings/en.ts';
import { chainsOf, type Link as ChainLink } from './chains.ts';
import classes from './DecisionAside.module.css';
import { visibleItems } from './going-live.ts';
import type { ApprovalRequest, VisibleItem } from './request-query.ts';

const texts = strings.approvals.decision;

/** From which source to which destination what changes leads, and which draft it rests on that is not part of the request. */
export function DependsOn({ request }: { request: ApprovalRequest }) {
  const items = visibleItems(request);
  const chains = chainsOf(items);
  if (chains.length === 0) return null;
  const missing = items.filter((item) => restsOnAnotherDraft(item, items));
  return (
    <section>
      <h2>{texts.dependsOn}</h2>
      {chains.map((chain) => (
        <ol key={chain.map(({ id }) => id).join()} className={classes.chain}>
          {chain.map((link) => (
            <li key={link.id} data-item={link.isItem || undefined}>
              <ChainEnd link={link} />
            </li>
          ))}
        </ol>
      ))}
      {missing.map(({ resourceId, name, ends }) => (
        <p key={resourceId} className={classes.warning}>
          {texts.draftNotIncluded(name, ends[0]?.modelName ?? '')}
        </p>
      ))}
    </section>
  );
}

function ChainEnd({ link: { kind, id, name } }: { link: ChainLink }) {
  switch (kind) {
    case 'model':
    case 'sync':
      return <ResourceLink kind={kind} resourceId={id} name={name} />;
    case 'source':
      return (
        <AnchorLink to="/sources/$sourceId" params={{ sourceId: id }} inherit>
          <bdi>{name}</bdi>
        </AnchorLink>
      );
    case 'destination':
      return (
        <AnchorLink to="/destinations/$destinationId" params={{ destinationId: id }} inherit>
          <bdi>{name}</bdi>
        </AnchorLink>
      );
  }
}

const restsOnAnotherDraft = ({ binding }: VisibleItem, items: VisibleItem[]): boolean =>
  binding !== null &&
  binding.draftId !== null &&
  binding.satisfiedBy === null &&
  !items.some(({ resourceId }) => resourceId === binding.modelId);
