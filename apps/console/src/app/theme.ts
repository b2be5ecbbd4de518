import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Greys with a little blue in them, from text to ground. */
const dark: MantineColorsTuple = [
  '#dfe3ea',
  '#b5bcc9',
  '#9aa3b2',
  '#6b7482',
  '#363b46',
  '#2d313b',
  '#1d2027',
  '#15171c',
  '#111318',
  '#0c0e12',
];

/** The one accent: ink blue. */
const ink: MantineColorsTuple = [
  '#eef1fb',
  '#dbe1f6',
  '#b7c2ed',
  '#93a4e6',
  '#7288de',
  '#566fd6',
  '#4459c8',
  '#384ab6',
  '#3040a8',
  '#26338a',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  colors: { ink, dark },
  autoContrast: true,
  respectReducedMotion: true,
  luminanceThreshold: 0.18,
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px', lineHeight: '1.3' }, h2: { fontSize: '14px', lineHeight: '1.4' } },
  },
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: () => ({ root: { '--button-height': '32px', '--button-padding-x': '14px' } }),
    },
    // Too small for a finger; arrow keys count up and down all the same.
    NumberInput: { defaultProps: { hideControls: true } },
    Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.45 }, transitionProps: { duration: 120 } } },
  },
});

/** Mantine's own greys and reds miss a contrast of 4.5 in places; these do not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1d2129',
    '--mantine-color-default-color': '#1d2129',
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#666e7b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#3040a8',
    '--mantine-color-default-border': '#d5d9e0',
  },
  dark: {
    '--mantine-color-body': '#15171c',
    '--mantine-color-text': '#dfe3ea',
    '--mantine-color-default-color': '#dfe3ea',
    '--mantine-color-dimmed': '#9aa3b2',
    '--mantine-color-placeholder': '#8c95a4',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-anchor': '#a3b3f2',
    '--mantine-color-default': '#1d2027',
    '--mantine-color-default-hover': '#252932',
    '--mantine-color-default-border': '#363b46',
  },
});
