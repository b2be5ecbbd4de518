import type { WorkspaceSettings } from '@imprimatur/contracts';
import type { Answer, Client, Sent } from './client.ts';
import type { Stage } from './stage.ts';

export type Sending = Partial<Sent> & { params?: Record<string, string | number> };

interface ActionOf<Thing> {
  /** Each role prepares a thing of its own, and does to that what it does. */
  own?: boolean;
  /** Several can do it to the same thing, one after the other. */
  repeatable?: boolean;
  /** Makes what the request is about. Not told: there is nothing to make. */
  prepare?(stage: Stage, by: Client): Promise<Thing>;
  /** What is left to prepare once every service has heard of everything. */
  ripen?(stage: Stage, thing: Thing): Promise<void>;
  /** The request, as far as it does not follow from the operation and the id of the thing. */
  send?(stage: Stage, thing: Thing, by: Client): Sending | Promise<Sending>;
  /** Ripened after everything else, so that a list which begins with the newest begins with these. */
  newest?: boolean;
  /** What the table calls a success, when not `ok`. */
  shows?(answer: Answer, thing: Thing, by: Client, stage: Stage): string | Promise<string>;
  /** Of the workspace, beside whether approvals are required. */
  settings?: Partial<WorkspaceSettings>;
}

/** One thing that can be done to something in a certain situation: a row of the table. */
export interface Action extends ActionOf<unknown> {
  /** `POST /models/:id/changes` */
  operation: string;
  situation: string;
}

export const action = <Thing>(operation: string, situation: string, of: ActionOf<Thing> = {}): Action => ({
  ...of,
  operation,
  situation,
});

/** Whether doing it leaves the thing as it was. */
const harmless = new Set(['POST /sources/:id/test', 'POST /destinations/:id/test']);
export const isReading = ({ operation }: Action): boolean =>
  operation.startsWith('GET ') ||
  /\/(preview|effect|settings-effect|suggestions)$/.test(operation) ||
  harmless.has(operation);

export function requestOf({ operation }: Action, thing: unknown, sending: Sending): Sent {
  const [method, template] = operation.split(' ') as [string, string];
  const params = { ...(thing as Record<string, string> | undefined), ...sending.params };
  const path = template.replaceAll(/:(\w+)/g, (_, name: string) => String(params[name]));
  const { path: query = '', body, ifMatch } = sending;
  return { method, path: `${path}${query}`, body, ifMatch };
}
