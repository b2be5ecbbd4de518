import type { Service } from '@imprimatur/contracts';
import type { SmtpSink } from '@imprimatur/testing';
import type pg from 'pg';

/** Who is in the workspace of the story, by first name. */
export const cast = {
  ada: 'admin',
  dana: 'workspace-draft-editor',
  erin: 'workspace-editor',
  ben: 'source-admin',
  vic: 'workspace-viewer',
} as const;
export type Player = keyof typeof cast;

export const PASSWORD = 'correct horse battery staple';

export interface Place {
  slug: string;
  workspaceId: string;
  members: Record<Player, string>;
  mailOf(player: Player): string;
}

/** A running system, wherever its parts run. */
export interface World {
  /** Where a service listens, such as `http://127.0.0.1:4001`. */
  url(service: Service): string;
  databaseUrl(service: Service): string;
  /** A fresh workspace with the whole cast. */
  workspace(slug: string, plan: 'free' | 'business'): Promise<Place>;
  mails: SmtpSink;
  /** The database that models query, and the one that syncs write to. */
  warehouse: TestedDatabase;
  crm: TestedDatabase;
  close(): Promise<void>;
}

export interface TestedDatabase {
  client: pg.Client;
  /** What a member types into the form of a source or destination. */
  connection: { settings: Record<string, unknown>; credentials: { password: string } };
}
