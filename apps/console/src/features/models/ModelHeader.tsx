import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Model } from '../../api/resource-queries.ts';
import { AboutDialog } from '../../components/about/AboutDialog.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ResourceStatus } from '../../components/ResourceStatus.tsx';
import { RebaseLink } from '../../components/saving/RebaseLink.tsx';
import { strings } from '../../strings/en.ts';
import { DeleteModelDialog } from './DeleteModelDialog.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import classes from './Models.module.css';
import { SendDraft } from './SendDraft.tsx';

const { page: texts } = strings.models;

type Dialog = 'about' | 'delete' | 'send';

/** What it is, where it stands, and what can be done with it. */
export function ModelHeader({ model }: { model: Model }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const navigate = useNavigate();
  const { id, name, draft, published, saveOptions } = model;
  const { actions } = saveOptions;
  const mayEdit = actions.length > 0;
  const mayPublish = actions.includes('publish') || actions.includes('publish_now');
  const isLocked = draft?.state === 'in_review';
  const isStale = draft?.stale === true;
  const maySend = draft !== null && !isLocked && !isStale && actions.some((way) => way !== 'save_draft');
  const close = (): void => setDialog(null);
  const edited = (): void => {
    close();
    void navigate({ to: '.', search: (before) => before, state: { story: texts.aboutSaved } });
  };
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to="/models">{strings.navigation.models}</AnchorLink>}
        title={name}
        status={<ResourceStatus resource={model} />}
        facts={<ModelFacts model={model} />}
        actions={
          mayEdit && (
            <div className={classes.actions}>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="default" size={32} aria-label={texts.more}>
                    <IconDots size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setDialog('about')}>{texts.editAbout}</Menu.Item>
                  {mayPublish && published !== null && (
                    <Menu.Item color="var(--mantine-color-error)" onClick={() => setDialog('delete')}>
                      {texts.deleteModel}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
              {!isLocked && (
                <ButtonLink
                  to="/models/$modelId/edit"
                  params={{ modelId: id }}
                  variant={maySend || isStale ? 'default' : 'filled'}
                >
                  {draft === null ? strings.edit : strings.drafts.inTheWay.edit}
                </ButtonLink>
              )}
              {isStale && !isLocked && <RebaseLink kind="model" id={id} />}
              {maySend && (
                <Button onClick={() => setDialog('send')}>
                  {texts.send[mayPublish ? (actions.includes('submit') ? 'both' : 'publish') : 'submit']}
                </Button>
              )}
            </div>
          )
        }
      />
      {dialog === 'about' && <AboutDialog kind="model" resource={model} onSaved={edited} onClose={close} />}
      {dialog === 'send' && draft !== null && <SendDraft model={model} draft={draft} onClose={close} />}
      {dialog === 'delete' && <DeleteModelDialog model={model} onClose={close} />}
    </>
  );
}
