import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Model } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { DraftInTheWay } from '../../components/saving/DraftInTheWay.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { Notices } from '../../components/saving/Notices.tsx';
import { RequestNotice } from '../../components/saving/RequestNotice.tsx';
import { SqlEditor } from '../../components/sql-editor/SqlEditor.tsx';
import { strings } from '../../strings/en.ts';
import { EditHeader } from './EditHeader.tsx';
import { formOn, groundOf } from './use-model-work.ts';

const { editor: texts } = strings.models;

/** Why this model cannot be changed now, by this member, and what else there is to do. */
export function NotEditable({ model }: { model: Model }) {
  const role = useQuery(sessionQuery).data?.role?.name ?? strings.drafts.save.noRole;
  const navigate = useNavigate();
  const { id, saveOptions } = model;
  const around = (): void =>
    void navigate({ to: '/models/$modelId/edit', params: { modelId: id }, search: { from: 'published' } });
  return (
    <>
      <EditHeader model={model} />
      <Notices>
        {saveOptions.code !== null && (
          <Notice tone="grey" icon={IconLock} label={texts.cannot}>
            <p>
              {texts.cannot} {strings.drafts.save.none[saveOptions.code](role)}
            </p>
          </Notice>
        )}
        <RequestNotice resource={model} />
        <DraftInTheWay kind="model" resource={model} onHotfix={around} />
      </Notices>
      <SqlEditor readOnly label={texts.query} value={formOn(groundOf(model, false)).query} />
    </>
  );
}
