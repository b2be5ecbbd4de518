import { Checkbox, Textarea } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { ReviewerPicker } from './ReviewerPicker.tsx';
import classes from './SaveDialog.module.css';
import { useCandidates } from './use-candidates.ts';

const { save: texts } = strings.drafts;
const LONGEST_COMMENT = 4_000;

interface Props {
  question: Parameters<typeof useCandidates>[0];
  draftedModel: { name: string } | null;
  reviewers: string[];
  comment: string;
  includeModel: boolean;
  /** Whether what is missing is to be named. */
  isTried: boolean;
  setReviewers: (ids: string[]) => void;
  setComment: (text: string) => void;
  setIncludeModel: (included: boolean) => void;
}

/** What a submission is made of besides the change. */
export function SubmitFields({ question, draftedModel, reviewers, comment, includeModel, isTried, ...on }: Props) {
  const found = useCandidates(question);
  return (
    <div className={classes.unfolded}>
      <ReviewerPicker
        found={found}
        value={reviewers}
        error={isTried && reviewers.length === 0 ? texts.reviewersNeeded : null}
        onChange={on.setReviewers}
      />
      <Textarea
        label={texts.comment}
        description={texts.commentHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_COMMENT}
        value={comment}
        onChange={({ currentTarget }) => on.setComment(currentTarget.value)}
      />
      {draftedModel && (
        <Checkbox
          label={texts.include(draftedModel.name)}
          checked={includeModel}
          onChange={({ currentTarget }) => on.setIncludeModel(currentTarget.checked)}
        />
      )}
    </div>
  );
}
