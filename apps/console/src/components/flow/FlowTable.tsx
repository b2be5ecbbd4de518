import { strings } from '../../strings/en.ts';
import { StatusBadge } from '../StatusBadge.tsx';
import classes from './FlowTable.module.css';
import { holdupOf, statusesOf } from './flow-data.ts';
import { FlowCell } from './FlowCell.tsx';
import { pathsOf } from './flow-paths.ts';
import type { Flow } from './use-flow.ts';

const texts = strings.runs.flow;

interface Props {
  flow: Flow;
  /** Read only, it leads nowhere: the picture beside it does. */
  isShown: boolean;
  /** The source is named above it already. */
  isSourceAbove?: boolean;
}

/** The flow in words: one row for each sync, and for each model that no sync uses. */
export function FlowTable({ flow, isShown, isSourceAbove = false }: Props) {
  return (
    <table className={classes.table}>
      <caption>{texts.asTable}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.columns.source}</th>
          <th scope="col">{texts.columns.model}</th>
          <th scope="col">{texts.columns.sync}</th>
          <th scope="col">{texts.columns.destination}</th>
          <th scope="col">{texts.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {pathsOf(flow).map(({ model, sync }, index, paths) => {
          const above = paths[index - 1]?.model;
          const isSourceSaid = isShown && (isSourceAbove || above?.source.id === model.source.id);
          const isModelSaid = isShown && above?.id === model.id;
          const holdup = sync === null ? null : holdupOf(flow.readiness.get(sync.id));
          return (
            <tr key={sync?.id ?? model.id}>
              <td data-said={isSourceSaid}>
                <FlowCell kind="source" {...model.source} isLink={isShown && !isSourceSaid} />
              </td>
              <td data-said={isModelSaid}>
                <FlowCell kind="model" id={model.id} name={model.name} isLink={isShown && !isModelSaid} />{' '}
                {statusesOf(model).map((status) => (
                  <StatusBadge key={status} status={status} />
                ))}
              </td>
              <td>
                {sync === null ? (
                  texts.noSync
                ) : (
                  <>
                    <FlowCell kind="sync" id={sync.id} name={sync.name} isLink={isShown} />{' '}
                    {statusesOf(sync, holdup).map((status) => (
                      <StatusBadge key={status} status={status} />
                    ))}
                  </>
                )}
              </td>
              <td>{sync && <FlowCell kind="destination" {...sync.destination} isLink={isShown} />}</td>
              <td className={classes.state}>
                {holdup === null ? sync && texts.runs : `${texts.notRunning} ${strings.runs.codes[holdup]}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
