import type { Announcement, AnnouncedItem, NamedItem, NewsReason } from './announcement.ts';
import { classNames, classOf } from './event-classes.ts';
import { itemChanges, type ItemChanges } from './item-changes.ts';
import { momentIn } from './moment-in.ts';
import { oneLine, paragraphs } from './readable.ts';
import type { Thread } from './thread.ts';
import { tidings, type Tidings } from './tidings.ts';

/** What a mail says, before it has a form: the templates add nothing but layout. */
export interface Letter extends Tidings {
  subject: string;
  workspace: string;
  facts: { label: string; value: string }[];
  comment: { by: string; lines: string[] } | null;
  items: LetterItem[];
  /** What is not shown, each as a sentence. */
  leftOut: string[];
  url: string;
  /** Whether the link is also shown as it is, for those whose mail client shows no buttons. */
  spelledOut: boolean;
  why: string;
  unsubscribe: { label: string; url: string } | null;
}

export interface LetterItem {
  name: string;
  /** `Model`, or `New sync`. */
  kind: string;
  place: string;
  /** What became of it, in a few words. */
  note: string | null;
  /** Why it could not be published. */
  refusal: string | null;
  url: string | null;
  changes: ItemChanges | null;
}

/** What the letter is written from, besides the announcement. */
export interface LetterContext {
  workspace: { name: string; timeZone: string };
  publicUrl: string;
  /** Those the reader may view; `hidden` is how many they may not. */
  items: AnnouncedItem[];
  hidden: number;
  thread: Thread | null;
  reason: NewsReason;
  unsubscribeUrl: string;
  nameOf: (memberId: string) => string;
  now: Date;
}

const MOST_ITEMS = 10;
const NAME_LENGTH = 100;
const COMMENT_LENGTH = 2_000;

export function letterFor(announcement: Announcement, context: LetterContext): Letter {
  const { items, publicUrl, thread } = context;
  const named = (memberId: string): string => oneLine(context.nameOf(memberId), NAME_LENGTH);
  const workspace = oneLine(context.workspace.name, 60);
  const by = announcement.by === null ? null : named(announcement.by);
  // Who is asked later is told what the request came with, whoever asks.
  const commentedBy = announcement.occasion === 'reviewer-added' ? named(announcement.submittedBy!) : by;
  return {
    ...tidings(announcement, {
      by,
      what: whatOf(items),
      approvers: announcement.approvedBy.map(named),
      reviewers: announcement.reviewers.map(named),
      several: items.length > 1,
      inReview: thread !== null,
    }),
    subject: subjectOf(announcement, thread, workspace, whatOf(items)),
    workspace,
    facts: factsOf(announcement, context, named),
    comment: announcement.comment
      ? { by: commentedBy ?? 'Comment', lines: paragraphs(announcement.comment, COMMENT_LENGTH) }
      : null,
    items: items.slice(0, MOST_ITEMS).map((item) => letterItem(item, context)),
    leftOut: leftOut(context),
    url: thread === null ? draftUrl(items[0]!, publicUrl) : requestUrl(thread.request.id, publicUrl),
    spelledOut: false,
    why: whyOf(announcement, context.reason, workspace),
    unsubscribe: {
      label: `Stop mails about ${classNames[classOf[announcement.occasion]]}`,
      url: context.unsubscribeUrl,
    },
  };
}

/** `ideal_customers`, or `ideal_customers and 2 more`: only what the reader may view is named or counted. */
const whatOf = (items: NamedItem[]): string =>
  `${oneLine(items[0]!.name, NAME_LENGTH)}${items.length > 1 ? ` and ${items.length - 1} more` : ''}`;

/** The same for every mail about one request, so that mail clients keep them together. */
function subjectOf({ occasion }: Announcement, thread: Thread | null, workspace: string, what: string): string {
  if (thread === null) return `[${workspace}] ${what}: draft out of date`;
  const called = thread.items.length > 0 ? whatOf(thread.items) : what;
  const subject = `[${workspace}] ${called}: approval requested (#${thread.request.number})`;
  return occasion === 'submitted' || occasion === 'reviewer-added' ? subject : `Re: ${subject}`;
}

function factsOf(
  { submittedBy, occurredAt }: Announcement,
  { workspace, thread }: LetterContext,
  named: (memberId: string) => string,
): Letter['facts'] {
  return [
    ...(thread === null ? [] : [{ label: 'Request', value: `#${thread.request.number}` }]),
    ...(submittedBy === null ? [] : [{ label: 'Submitted by', value: named(submittedBy) }]),
    { label: 'When', value: momentIn(workspace.timeZone, new Date(occurredAt)) },
  ];
}

function letterItem(item: AnnouncedItem, { publicUrl, workspace, now }: LetterContext): LetterItem {
  const [ends] = item.ends;
  const from = oneLine(ends!.modelName ?? ends!.sourceName, NAME_LENGTH);
  const draft = item.concerns === null ? null : draftUrl(item, publicUrl);
  return {
    name: oneLine(item.name, NAME_LENGTH),
    kind: item.proposal?.base === null ? `New ${item.kind}` : item.kind === 'model' ? 'Model' : 'Sync',
    place: ends!.destinationName === null ? `on ${from}` : `${from} → ${oneLine(ends!.destinationName, NAME_LENGTH)}`,
    note: item.version === null ? null : `now version ${item.version}`,
    refusal: item.refusal === null ? null : oneLine(item.refusal, 300),
    url: draft,
    changes: item.proposal === null ? null : itemChanges({ ...item, proposal: item.proposal }, workspace.timeZone, now),
  };
}

function leftOut({ items, hidden }: LetterContext): string[] {
  const more = items.length - MOST_ITEMS;
  return [
    ...(more > 0 ? [`${more} more ${more === 1 ? 'item' : 'items'} not shown here.`] : []),
    ...(hidden > 0 ? [`${hidden} more ${hidden === 1 ? 'item' : 'items'} that you may not view.`] : []),
  ];
}

const requestUrl = (requestId: string, publicUrl: string): string => `${publicUrl}/approvals/${requestId}`;

/** A draft in review is looked at where it is decided. */
const draftUrl = ({ request, kind, resourceId }: AnnouncedItem, publicUrl: string): string =>
  request === null ? `${publicUrl}/${kind}s/${resourceId}` : requestUrl(request.id, publicUrl);

const roles: Record<NewsReason, string> = {
  reviewer: 'were chosen as a reviewer of',
  submitter: 'submitted',
  contributor: 'worked on',
  participant: 'took part in',
};

function whyOf({ request }: Announcement, reason: NewsReason, workspace: string): string {
  const about = request === null ? 'this draft or its review' : `request #${request.number}`;
  return `You get this mail because you ${roles[reason]} ${about} in ${workspace}. Opening a link changes nothing.`;
}
