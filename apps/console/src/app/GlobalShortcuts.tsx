import { useNavigate } from '@tanstack/react-router';
import { useShortcuts } from '../components/shortcuts/use-shortcuts.ts';
import { strings } from '../strings/en.ts';
import { useOverlays } from './overlay-context.ts';

const { navigation, shell } = strings;
const goTo = (part: string): string => shell.shortcuts.goTo(part);

/** What the keyboard does on every page. */
export function GlobalShortcuts() {
  const navigate = useNavigate();
  const { show } = useOverlays();
  useShortcuts(shell.shortcuts.everywhere, [
    { keys: 'mod+k', says: shell.shortcuts.search, run: () => show('search') },
    { keys: '?', says: shell.shortcuts.list, run: () => show('shortcuts') },
    { keys: 'g a', says: goTo(navigation.approvals), run: () => void navigate({ to: '/approvals' }) },
    { keys: 'g m', says: goTo(navigation.models), run: () => void navigate({ to: '/models' }) },
    { keys: 'g s', says: goTo(navigation.syncs), run: () => void navigate({ to: '/syncs' }) },
    { keys: 'g r', says: goTo(navigation.runs), run: () => void navigate({ to: '/runs' }) },
  ]);
  return null;
}
