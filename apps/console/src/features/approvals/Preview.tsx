import { strings } from '../../strings/en.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { visibleItems } from './going-live.ts';
import { ModelPreview } from './ModelPreview.tsx';
import type { ApprovalRequest } from './request-query.ts';
import { isOpen } from './request-status.ts';

/** The rows that the models of a request would find, beside those that they find now. */
export function Preview({ request }: { request: ApprovalRequest }) {
  if (!isOpen(request)) return <EmptyState>{strings.approvals.preview.over}</EmptyState>;
  return visibleItems(request)
    .filter(({ kind }) => kind === 'model')
    .map((item) => <ModelPreview key={item.resourceId} item={item} />);
}
