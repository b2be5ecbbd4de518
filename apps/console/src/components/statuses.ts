import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  IconLoader2,
  IconMail,
  IconPencil,
  IconPlayerPause,
  IconRefresh,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { strings } from '../strings/en.ts';

type Tone = 'green' | 'grey' | 'amber' | 'blue' | 'orange' | 'red';

interface Meaning {
  word: string;
  icon: TablerIcon;
  tone: Tone;
  /** Something is under way, and the icon turns. */
  busy?: true;
}

const { status } = strings;

/** What every status looks like, everywhere: icon, word and colour together. */
export const statuses = {
  published: { word: status.published, icon: IconCircleCheck, tone: 'green' },
  draft: { word: status.draft, icon: IconPencil, tone: 'grey' },
  inReview: { word: status.inReview, icon: IconClock, tone: 'amber' },
  publishing: { word: status.publishing, icon: IconLoader2, tone: 'blue', busy: true },
  withdrawing: { word: status.withdrawing, icon: IconLoader2, tone: 'blue', busy: true },
  deleting: { word: status.deleting, icon: IconLoader2, tone: 'blue', busy: true },
  stale: { word: status.stale, icon: IconRefresh, tone: 'orange' },
  held: { word: status.held, icon: IconPlayerPause, tone: 'red' },
  refused: { word: status.refused, icon: IconPlayerPause, tone: 'red' },
  failed: { word: status.failed, icon: IconAlertTriangle, tone: 'red' },
  publishFailed: { word: status.publishFailed, icon: IconAlertTriangle, tone: 'red' },
  withdrawn: { word: status.withdrawn, icon: IconArrowBackUp, tone: 'grey' },
  queued: { word: status.queued, icon: IconClock, tone: 'grey' },
  running: { word: status.running, icon: IconLoader2, tone: 'blue', busy: true },
  succeeded: { word: status.succeeded, icon: IconCircleCheck, tone: 'green' },
  paused: { word: status.paused, icon: IconPlayerPause, tone: 'amber' },
  active: { word: status.active, icon: IconCircleCheck, tone: 'green' },
  invited: { word: status.invited, icon: IconMail, tone: 'amber' },
  deactivated: { word: status.deactivated, icon: IconCircleOff, tone: 'grey' },
  expired: { word: status.expired, icon: IconClock, tone: 'grey' },
  revoked: { word: status.revoked, icon: IconCircleOff, tone: 'grey' },
  draftDeleted: { word: status.draftDeleted, icon: IconTrash, tone: 'grey' },
} satisfies Record<string, Meaning>;

export type Status = keyof typeof statuses;
export const meaningOf = (name: Status): Meaning => statuses[name];
