import { eventually } from '@imprimatur/testing';
import { z } from 'zod';

export interface Said {
  event: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** A client with an event stream open, as a browser has it. */
export class Listening {
  readonly said: Said[] = [];
  isOver = false;

  private constructor(
    readonly response: Response,
    readonly leave: () => void,
  ) {}

  static async to(url: string, headers: Record<string, string>): Promise<Listening> {
    const aborting = new AbortController();
    const all = { accept: 'text/event-stream', ...headers };
    const response = await fetch(url, { headers: all, signal: aborting.signal });
    const listening = new Listening(response, () => aborting.abort());
    void listening.read();
    return listening;
  }

  /** The ids that changes were heard of, in order. */
  heard(): unknown[] {
    return this.said.filter(({ event }) => event === 'message').map(({ data }) => data['id']);
  }

  /** Resolves when it was said, now or in a moment. */
  hears(event: string, id?: string): Promise<Said> {
    return eventually(() => {
      const found = this.said.find((said) => said.event === event && (id === undefined || said.data['id'] === id));
      expect(found).toBeDefined();
      return Promise.resolve(found!);
    });
  }

  over(): Promise<void> {
    return eventually(() => {
      expect(this.isOver).toBe(true);
      return Promise.resolve();
    });
  }

  private async read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) {
        const parts = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
        text = parts.pop()!;
        this.said.push(...parts.map(saidIn).filter((said) => said !== null));
      }
    } catch {
      // It was left, or cut off.
    }
    this.isOver = true;
  }
}

const Data = z.record(z.string(), z.unknown());

function saidIn(part: string): Said | null {
  const fields = new Map(part.split('\n').map((line) => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]));
  const data = fields.get('data');
  if (data === undefined) return null;
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? null, data: Data.parse(JSON.parse(data)) };
}
