import type { ApiClient } from '../api/api-client.ts';
import { signInAs } from './sign-in-as.ts';
import type { OutsideDatabases } from './outside-databases.ts';

export interface ConnectedEnds {
  sourceId: string;
  destinationId: string;
}

/** Connects the warehouse and the CRM to a workspace, as its Admin does. */
export async function connect(url: string, workspace: string, outside: OutsideDatabases): Promise<ConnectedEnds> {
  const ada = await signInAs(url, 'Ada', workspace);
  const create = async (client: ApiClient, path: string, input: object): Promise<string> =>
    (await client.post<{ id: string }>(path, input)).id;
  return {
    sourceId: await create(ada, '/sources', { name: 'Warehouse', ...outside.warehouse }),
    destinationId: await create(ada, '/destinations', { name: 'CRM', ...outside.crm }),
  };
}
