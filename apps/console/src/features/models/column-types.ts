import { ColumnType } from '@imprimatur/contracts';

/** What a column can be taken for. */
export const columnTypes: ColumnType[] = [...ColumnType.options];
