import { newId } from '@imprimatur/kernel';
import { modelContent, syncContent } from '@imprimatur/testing';
import { announceSubmitted } from '../src/domain/announce-request.ts';
import type { Announcement } from '../src/domain/announcement.ts';
import { letterFor, type Letter, type LetterContext } from '../src/domain/letter.ts';
import { threadFor } from '../src/domain/thread.ts';
import { viewsAll } from './people.ts';
import { happened, modelItem, requestFacts, syncItem, type RequestOver } from './requests.ts';

export const dana = newId();
export const erin = newId();

export interface SubmittedOver extends Partial<RequestOver> {
  comment?: string | null;
}

export function submitted({ comment = null, ...over }: SubmittedOver = {}): Announcement {
  return announceSubmitted(
    happened(
      newId(),
      dana,
      {
        ...requestFacts({ submittedBy: dana, ...over }),
        submittedAt: '2026-03-02T09:00:00Z',
        comment,
        reviewers: [erin],
        requiredApprovals: 1,
      },
      new Date('2026-03-02T09:00:00Z'),
    ),
  );
}

export function letter(
  announcement: Announcement,
  over: Partial<LetterContext> & { names?: Record<string, string> } = {},
): Letter {
  const names: Record<string, string> = { [dana]: 'Dana', [erin]: 'Erin', ...over.names };
  return letterFor(announcement, {
    workspace: { name: 'Acme', timeZone: 'Europe/Berlin' },
    publicUrl: 'https://approvals.acme.example',
    items: announcement.items,
    hidden: 0,
    thread: threadFor(announcement, over.items ?? announcement.items, viewsAll),
    reason: 'reviewer',
    unsubscribeUrl: 'https://approvals.acme.example/api/v1/notification-preferences/unsubscribe?token=t0ken',
    nameOf: (id) => names[id] ?? 'a former member',
    now: new Date('2026-03-02T09:00:00Z'),
    ...over,
  });
}

/** A model whose query, primary key and columns change, and a new sync on it. */
export function typicalItems() {
  const base = modelContent({
    query: ['select id, email, city', 'from customers', 'where active', '  and orders > 3', 'order by id'].join('\n'),
  });
  const content = modelContent({
    query: [
      'select id, email, city, lifetime_value',
      'from customers',
      'where active',
      '  and orders > 5',
      'order by id',
    ].join('\n'),
    columns: [...base.columns, { name: 'lifetime_value', type: 'decimal' }],
  });
  const daily = {
    kind: 'weekly' as const,
    days: ['monday' as const, 'thursday' as const],
    times: ['14:00'],
    timeZone: 'Europe/Berlin',
  };
  return [modelItem({ base, content }), syncItem({ content: syncContent({ schedule: daily }) })];
}
