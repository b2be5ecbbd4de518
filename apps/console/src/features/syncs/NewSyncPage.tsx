import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { KeptWorkNotice } from '../../components/leaving/KeptWorkNotice.tsx';
import { LeaveGuard } from '../../components/leaving/LeaveGuard.tsx';
import { useKeptWork } from '../../components/leaving/use-kept-work.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useShortcuts } from '../../components/shortcuts/use-shortcuts.ts';
import { strings } from '../../strings/en.ts';
import { EditorPart, partNames } from './EditorPart.tsx';
import { errorWords } from './error-words.ts';
import { isNewSync, type NewSync } from './new-sync.ts';
import { ReviewPart } from './ReviewPart.tsx';
import { StepList, type Step } from './StepList.tsx';
import { emptyForm, errorsOf } from './sync-form.ts';
import classes from './SyncEditor.module.css';
import { SyncSaving } from './SyncSaving.tsx';
import { useShowSync } from './use-show-sync.ts';
import { useSyncParts } from './use-sync-parts.ts';

const { syncs: texts } = strings;
const steps: readonly Step[] = [...partNames, 'review'];

/** A new sync, step by step: what is missing is said where it is missing, and nothing is saved before the end. */
export function NewSyncPage() {
  const { modelId } = useSearch({ from: '/frame/syncs/new' });
  const empty: NewSync = { form: { ...emptyForm, modelId: modelId ?? '' }, name: null, description: '' };
  const [work, setWork] = useState(empty);
  const [step, setStep] = useState<Step>('model');
  const [furthest, setFurthest] = useState(0);
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const isBegun = JSON.stringify(work) !== JSON.stringify(empty);
  const { found, forget } = useKeptWork('sync.new', isBegun ? work : null, isNewSync);
  const parts = useSyncParts(work.form);
  const show = useShowSync();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);

  const { form } = work;
  const errors = errorsOf(form, errorWords);
  const { model, destinationName } = parts;
  const suggested = model && destinationName ? texts.review.suggestedName(model.name, destinationName) : '';
  const name = work.name ?? suggested.slice(0, 200);
  const at = steps.indexOf(step);
  const firstOpen = partNames.findIndex((part) => errors.parts.has(part));
  const reached = firstOpen === -1 ? partNames.length : firstOpen;
  const go = (to: Step): void => {
    setIsTried(false);
    setStep(to);
    setFurthest(Math.max(furthest, steps.indexOf(to)));
  };
  const goOn = (): void => {
    const isOpen = at < partNames.length ? at >= reached : name.trim() === '' || reached < partNames.length;
    setIsTried(isOpen);
    if (isOpen) return;
    if (step === 'review') setIsSaving(true);
    else go(steps[at + 1]!);
  };
  useShortcuts(texts.unsaved.shortcuts, [{ keys: 'mod+s', says: texts.unsaved.saveShortcut, run: goOn }]);
  const saved: typeof show = (sync) => {
    forget();
    show(sync);
  };
  return (
    <>
      <PageHeader breadcrumb={<AnchorLink to="/syncs">{texts.title}</AnchorLink>} title={texts.newSync} />
      {found && <KeptWorkNotice at={found.at} onTakeUp={() => setWork(found.work)} onDrop={forget} />}
      <StepList steps={steps} current={step} reached={Math.min(reached, furthest)} onGo={go} />
      <section className={classes.step} aria-labelledby="step">
        <h2 ref={heading} id="step" tabIndex={-1}>
          {texts.parts[step]}
        </h2>
        {step === 'review' ? (
          <ReviewPart
            {...{ form, parts, name }}
            description={work.description}
            nameError={isTried && name.trim() === '' ? texts.review.nameNeeded : null}
            onName={(typed) => setWork({ ...work, name: typed })}
            onDescription={(description) => setWork({ ...work, description })}
          />
        ) : (
          <EditorPart
            part={step}
            {...{ form, parts }}
            errors={isTried ? errors.fields : {}}
            onChange={(next) => setWork({ ...work, form: next })}
          />
        )}
        <div className={classes.buttons}>
          {at > 0 && (
            <Button variant="default" onClick={() => go(steps[at - 1]!)}>
              {texts.back}
            </Button>
          )}
          <Button onClick={goOn}>{step === 'review' ? texts.save : texts.next(texts.parts[steps[at + 1]!])}</Button>
        </div>
      </section>
      {isSaving && (
        <SyncSaving
          {...{ form, parts, name }}
          target={{ name, description: work.description }}
          onSaved={saved}
          onClose={(halfway) => (halfway ? saved(halfway) : setIsSaving(false))}
          onTakeTheirs={() => setIsSaving(false)}
          onKeepMine={() => setIsSaving(false)}
        />
      )}
      <LeaveGuard isUnsaved={isBegun} />
    </>
  );
}
