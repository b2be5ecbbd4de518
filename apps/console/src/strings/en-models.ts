/** Texts of models. */
export const models = {
  list: {
    newModel: 'New model',
    search: 'Search models',
    searchHint: 'Name, description or label',
    state: 'Status',
    anyState: 'Every status',
    states: { published: 'Published', drafted: 'With a draft', in_review: 'In review', stale: 'Stale' },
    source: 'Source',
    anySource: 'All sources',
    loading: 'Loading models',
    empty: 'There is no model yet. A model is a query whose rows syncs write to destinations.',
    emptyReader: 'There is no model yet that you may view.',
    version: (version: number) => `v${version}`,
    columns: { name: 'Name', source: 'Source', status: 'Status', version: 'Version', published: 'Published' },
  },
};
