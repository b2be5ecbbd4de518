import type { Icon } from '@tabler/icons-react';

/** Something the search offers: a place to go to, or something to do. */
export interface Hit {
  key: string;
  label: string;
  icon: Icon;
  /** An address of the console. */
  to?: string;
  run?: () => void;
}

export interface HitGroup {
  label: string;
  hits: Hit[];
}
