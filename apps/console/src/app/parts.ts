import {
  IconArrowsExchange,
  IconChecklist,
  IconDatabase,
  IconPlayerPlay,
  IconRoute,
  IconSend,
  IconSettings,
  IconTable,
  IconUsersGroup,
} from '@tabler/icons-react';
import { strings } from '../strings/en.ts';

const { navigation } = strings;

/** The parts of the console in the order of the navigation. */
export const parts = [
  { path: '/approvals', label: navigation.approvals, icon: IconChecklist },
  { path: '/models', label: navigation.models, icon: IconTable },
  { path: '/syncs', label: navigation.syncs, icon: IconArrowsExchange },
  { path: '/runs', label: navigation.runs, icon: IconPlayerPlay },
  { path: '/sources', label: navigation.sources, icon: IconDatabase },
  { path: '/destinations', label: navigation.destinations, icon: IconSend },
  { path: '/audiences', label: navigation.audiences, icon: IconUsersGroup },
  { path: '/journeys', label: navigation.journeys, icon: IconRoute },
  { path: '/settings', label: navigation.settings, icon: IconSettings },
] as const;
