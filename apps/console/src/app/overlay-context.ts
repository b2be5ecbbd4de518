import { createContext, use, type Dispatch, type SetStateAction } from 'react';

/** What can lie over any page. */
export type Overlay = 'shortcuts' | 'search' | 'workspaces' | 'sign-out';

interface Overlays {
  open: Overlay | null;
  show: Dispatch<SetStateAction<Overlay | null>>;
}

export const OverlayContext = createContext<Overlays>({ open: null, show: () => undefined });

export const useOverlays = (): Overlays => use(OverlayContext);
