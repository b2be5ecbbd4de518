import { useLocalStorage } from '@mantine/hooks';

export type DiffView = 'unified' | 'split';

/** How its reader likes to see the lines of a query, in this browser, everywhere at once. */
export const useDiffView = () => useLocalStorage<DiffView>({ key: 'imprimatur.diff-view', defaultValue: 'unified' });
