/** Texts of shell. */
export const shell = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    then: 'then',
    everywhere: 'Everywhere',
    list: 'List the shortcuts',
    search: 'Search',
    goTo: (part: string) => `Go to ${part.toLowerCase()}`,
    on: 'Single keys are shortcuts',
    onHint: 'Turn this off if your keyboard or voice control sets them off by accident. Those with Ctrl or ⌘ stay.',
  },
};
