import { useState } from 'react';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { strings } from '../strings/en.ts';
import { useSignOut } from './use-sign-out.ts';

const texts = strings.shell.signOut;

/** Stands between somebody and the way out where their work would be lost, or where they are still signed in. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const { leaving, hasUnsaved } = useSignOut();
  const [losesWork] = useState(hasUnsaved);
  return (
    <ConfirmDialog
      title={texts.title}
      action={strings.menu.signOut}
      isDestructive={losesWork}
      isPending={leaving.isPending}
      error={leaving.error}
      onConfirm={() => leaving.mutate()}
      onClose={onClose}
    >
      {losesWork ? texts.losesWork : texts.stillIn}
    </ConfirmDialog>
  );
}
