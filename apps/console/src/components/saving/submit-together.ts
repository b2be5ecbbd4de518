import { answerOf, api } from '../../api/client.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { strings } from '../../strings/en.ts';
import { bodyOfChoice, type SaveChoice } from './save-choice.ts';

const { together: texts } = strings.drafts;

interface Item {
  resourceId: string;
  revision: number;
}

/** Submits the saved draft of a sync and that of its model as one request. The server says whether the model can come along. */
export async function submitTogether(sync: Item, modelId: string, choice: SaveChoice, key: string) {
  const { models } = await answerOf(api.POST('/api/v1/change-sets/suggestions', { body: { items: [sync] } }));
  const model = models.find(({ resourceId }) => resourceId === modelId);
  if (model === undefined || !model.actions.includes('submit') || model.missingColumns.length > 0)
    throw cannotCome(model?.code ?? null, model?.missingColumns.map(({ column }) => column) ?? []);
  const { reviewers, comment } = bodyOfChoice(choice);
  const items = [{ resourceId: model.resourceId, revision: model.revision }, sync];
  const body = { action: 'submit' as const, items, reviewers, comment };
  return answerOf(api.POST('/api/v1/change-sets', { params: { header: { 'Idempotency-Key': key } }, body }));
}

type Code = keyof typeof texts.why;

function cannotCome(code: Code | null, missing: string[]): ProblemError {
  const why = missing.length > 0 ? texts.missing(missing.join(', ')) : code === null ? texts.gone : texts.why[code];
  return new ProblemError({
    type: 'urn:imprimatur:problem:change-set.incomplete',
    status: 409,
    code: code ?? 'change-set.incomplete',
    title: texts.title,
    detail: `${why} ${texts.saved}`,
    requestId: '',
  });
}
