import type { components } from '../../api/schema.d.ts';

export type RunStatus = components['schemas']['RunStatus'];

/** In the order of a run's life. */
export const runStatuses: readonly RunStatus[] = ['queued', 'running', 'succeeded', 'failed', 'refused'];

export const isUnderWay = (status: RunStatus): boolean => status === 'queued' || status === 'running';
