import { MultiSelect, Skeleton, VisuallyHidden } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import classes from './SaveDialog.module.css';
import type { Candidate, useCandidates } from './use-candidates.ts';

const { save: texts } = strings.drafts;

interface Props {
  found: ReturnType<typeof useCandidates>;
  value: string[];
  error: string | null;
  onChange: (ids: string[]) => void;
}

/** Whom to ask. Who cannot approve is listed too, greyed, with the reason: nobody has to guess why somebody is missing. */
export function ReviewerPicker({ found, value, error, onChange }: Props) {
  const { candidates, isPending } = found;
  if (found.error) return <ProblemNotice error={found.error} onRetry={found.retry} />;
  if (isPending) {
    return (
      <div aria-busy>
        <VisuallyHidden role="status">{texts.loadingReviewers}</VisuallyHidden>
        <Skeleton height={56} />
      </div>
    );
  }
  const able = candidates.filter(({ whyNot }) => whyNot === null);
  const unable = candidates.filter(({ whyNot }) => whyNot !== null);
  if (able.length === 0) return <p role="alert">{texts.nobodyCan}</p>;
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const optionOf = ({ id, name, whyNot }: Candidate) => ({ value: id, label: name, disabled: whyNot !== null });
  return (
    <MultiSelect
      label={texts.reviewers}
      description={texts.reviewersHint}
      placeholder={value.length === 0 ? texts.chooseReviewers : undefined}
      nothingFoundMessage={texts.noReviewerFound}
      searchable
      hidePickedOptions
      maxValues={50}
      limit={100}
      maxDropdownHeight={240}
      // A dialog is a region of its own, and its list belongs into it: below the field, whose label it must not cover.
      comboboxProps={{ withinPortal: false, position: 'bottom', middlewares: { flip: false, shift: false } }}
      classNames={{ option: classes.choice }}
      error={error}
      data={[
        { group: texts.canApprove, items: able.map(optionOf) },
        { group: texts.cannotApprove, items: unable.map(optionOf) },
      ]}
      renderOption={({ option }) => {
        const candidate = byId.get(option.value);
        return (
          <span className={classes.option}>
            {option.label} <small>{candidate?.whyNot ?? candidate?.roleName}</small>
          </span>
        );
      }}
      value={value}
      onChange={onChange}
    />
  );
}
