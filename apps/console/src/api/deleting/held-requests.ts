interface Hold {
  id: string;
  isOver: Promise<void>;
}

const holds = new Set<Hold>();

/** From now on whatever is asked about it waits; returns how to let that go on. */
export function holdRequests(id: string): () => void {
  let end = (): void => undefined;
  const hold: Hold = { id, isOver: new Promise((resolve) => (end = resolve)) };
  holds.add(hold);
  return () => {
    holds.delete(hold);
    end();
  };
}

/** Waits while what a request is about may be gone any moment; what deletes it does not wait for itself. */
export async function untilNotHeld({ method, url }: Request): Promise<void> {
  if (method === 'DELETE') return;
  for (let hold = holdOn(url); hold !== undefined; hold = holdOn(url)) await hold.isOver;
}

const holdOn = (url: string): Hold | undefined => [...holds].find(({ id }) => url.includes(id));
