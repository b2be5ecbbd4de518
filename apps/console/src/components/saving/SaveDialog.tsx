import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { Fragment, useState, type FormEvent } from 'react';
import type { GatedKind, SaveOptions } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import type { Change } from '../changes/diff-rows.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import type { Place } from './approvers-query.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { FoldedChanges } from './FoldedChanges.tsx';
import { preselected, type SaveAction, type SaveChoice } from './save-choice.ts';
import classes from './SaveDialog.module.css';
import { SaveFacts } from './SaveFacts.tsx';
import { SubmitFields } from './SubmitFields.tsx';

const { save: texts } = strings.drafts;

export interface SaveDialogProps {
  kind: GatedKind;
  name: string;
  title?: string;
  changes: Change[];
  saveOptions: SaveOptions;
  /** Where it is; a sync that moves is judged on its old ends as well. */
  ends: Place | readonly Place[];
  /** The model whose draft this sync refers to, where the request can have it too. */
  draftedModel?: { id: string; name: string } | null | undefined;
  /** How many live syncs a draft of this model keeps from running. */
  holds?: number | undefined;
  /** Publishes around a draft, which a hotfix leaves alone: nothing else is possible then. */
  isAround?: boolean;
  /** What else there is to know before saving. */
  note?: string | undefined;
  /** What to offer first, where that is not a submission. */
  preselect?: SaveAction;
  onSave: (choice: SaveChoice) => unknown;
  error: unknown;
  isPending: boolean;
  onClose: () => void;
}

/** How a change is to be saved: exactly the ways that the server offers this member. */
export function SaveDialog(props: SaveDialogProps) {
  const { name, kind, ends, draftedModel, holds, isAround = false, error, isPending, onSave, onClose } = props;
  const offered = isAround ? props.saveOptions.actions.filter(isLive) : props.saveOptions.actions;
  const wanted = props.preselect !== undefined && offered.includes(props.preselect) ? props.preselect : null;
  const [action, setAction] = useState(wanted ?? preselected(offered));
  const [reviewers, setReviewers] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const [includeModel, setIncludeModel] = useState(true);
  const [isTried, setIsTried] = useState(false);
  const isSubmission = action === 'submit';
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (action === null || (isSubmission && reviewers.length === 0)) return;
    const chosen = { action, reviewers, comment, includeModel: isSubmission && Boolean(draftedModel) && includeModel };
    // What went wrong comes back as `error`.
    void Promise.resolve(onSave(chosen)).catch(() => undefined);
  };
  const submission = isSubmission && (
    <SubmitFields
      question={{ kind, places: placesOf(ends), mayPublish: offered.some(isLive), error }}
      draftedModel={draftedModel ?? null}
      {...{ reviewers, comment, includeModel, setReviewers, setComment, setIncludeModel }}
      isTried={isTried}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={props.title ?? texts.title(name)}
      closeButtonProps={{ 'aria-label': strings.close }}
    >
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          {Boolean(error) && <ProblemNotice error={error} />}
          <FoldedChanges changes={props.changes} />
          {offered.length > 1 ? (
            <Radio.Group
              label={texts.how}
              labelProps={{ className: classes.hidden }}
              value={action}
              onChange={setAction}
            >
              <Stack gap="xs">
                {offered.map((each) => (
                  <Fragment key={each}>
                    <ChoiceCard value={each} title={texts.actions[each].title} detail={texts.actions[each].detail} />
                    {each === 'submit' && submission}
                  </Fragment>
                ))}
              </Stack>
            </Radio.Group>
          ) : (
            submission
          )}
          <SaveFacts
            saveOptions={props.saveOptions}
            action={action}
            holds={holds ?? 0}
            isAround={isAround}
            note={props.note}
            draftedModel={draftedModel ?? null}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {strings.cancel}
            </Button>
            {action !== null && (
              <Button type="submit" loading={isPending}>
                {texts.actions[action].button}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const isLive = (action: SaveAction): boolean => action === 'publish' || action === 'publish_now';

const placesOf = (ends: Place | readonly Place[]): readonly Place[] => (isSeveral(ends) ? ends : [ends]);

const isSeveral = (ends: Place | readonly Place[]): ends is readonly Place[] => Array.isArray(ends);
