import type { Content, GatedKind } from '../../api/resource-queries.ts';

export const kindOf = (content: Content): GatedKind => ('query' in content ? 'model' : 'sync');
