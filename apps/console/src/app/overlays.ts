import { createContext, use } from 'react';

/** What can lie over any page. */
export type Overlay = 'shortcuts' | 'search' | 'workspaces';

interface Overlays {
  open: Overlay | null;
  show: (overlay: Overlay | null) => void;
}

export const OverlayContext = createContext<Overlays>({ open: null, show: () => undefined });

export const useOverlays = (): Overlays => use(OverlayContext);
