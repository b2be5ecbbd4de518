import { letGoOfWork, type Keeper } from '../components/leaving/kept-work.ts';

const CHANNEL = 'imprimatur.signed-out';

/** Leaves nothing of who was here: not in this tab, nor in the others, which share the session, nor on the way back. */
export function leaveSignedOut(keeper: Keeper | undefined): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(keeper);
  channel.close();
  leave(keeper);
}

/** Leaves as well when another tab signs out. Returns how to stop listening. */
export function followSigningOut(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Keeper | undefined>) => leave(data));
  return () => channel.close();
}

function leave(keeper: Keeper | undefined): void {
  letGoOfWork(keeper);
  // Browsers show a page as it was left to who goes back to it.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  // A fresh page holds nothing of who was here.
  window.location.assign('/sign-in');
}
