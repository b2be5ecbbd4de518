import { Button } from '@mantine/core';
import type { Model } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { UnsavedMark } from './UnsavedMark.tsx';
import classes from './Workbench.module.css';

const { editor: texts } = strings.models;

interface Props {
  model: Model;
  isUnsaved?: boolean;
  isAsking?: boolean;
  onSave?: () => void;
  onDiscard?: () => void;
}

/** Which model is edited, whether something of it is not saved, and what to do about that. */
export function EditHeader({ model: { id, name, sourceName }, isUnsaved = false, isAsking, onSave, onDiscard }: Props) {
  return (
    <PageHeader
      breadcrumb={
        <>
          <AnchorLink to="/models">{strings.navigation.models}</AnchorLink> /{' '}
          <AnchorLink to="/models/$modelId" params={{ modelId: id }}>
            <bdi>{name}</bdi>
          </AnchorLink>
        </>
      }
      title={texts.title(name)}
      status={<UnsavedMark isUnsaved={isUnsaved} />}
      facts={<bdi>{sourceName}</bdi>}
      actions={
        onSave && (
          <div className={classes.actions}>
            {isUnsaved && (
              <Button variant="default" onClick={onDiscard}>
                {strings.discard}
              </Button>
            )}
            <Button onClick={onSave} disabled={!isUnsaved} loading={isAsking ?? false}>
              {texts.save}
            </Button>
          </div>
        )
      }
    />
  );
}
