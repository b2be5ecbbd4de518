import type { Model } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Models.module.css';

const { page: texts } = strings.models;

/** The syncs that move its rows, as far as one may view them. */
export function SyncsTab({ model: { id, syncs } }: { model: Model }) {
  const newSync = (
    <ButtonLink to="/syncs/new" search={{ modelId: id }} variant="default" size="xs">
      {texts.newSync}
    </ButtonLink>
  );
  if (syncs.length === 0) return <EmptyState action={newSync}>{texts.noSyncs}</EmptyState>;
  return (
    <>
      <ul className={classes.syncs}>
        {syncs.map((sync) => (
          <li key={sync.id}>
            <AnchorLink to="/syncs/$syncId" params={{ syncId: sync.id }}>
              <bdi>{sync.name}</bdi>
            </AnchorLink>
          </li>
        ))}
      </ul>
      {newSync}
    </>
  );
}
