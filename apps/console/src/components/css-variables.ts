import type { CSSProperties } from 'react';

/** Figures for a style sheet to calculate with. */
export const cssVariables = (figures: Record<`--${string}`, number>): CSSProperties => figures;
