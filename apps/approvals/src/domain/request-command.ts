/** Who asks for something to be done with which request. */
export interface RequestCommand {
  workspaceId: string;
  requestId: string;
  memberId: string;
}
