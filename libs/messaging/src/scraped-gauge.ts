import { Gauge, type Registry } from 'prom-client';

export interface ScrapedGauge {
  name: string;
  help: string;
  labelNames?: string[];
}

/** Registers a gauge that `read` sets whenever somebody scrapes. It is absent from a scrape when that fails. */
export function scrapedGauge(
  registry: Registry,
  { name, help, labelNames = [] }: ScrapedGauge,
  read: (gauge: Gauge) => Promise<void>,
): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      this.remove({});
      // One figure that cannot be read, because the database is away, must not cost all the others.
      await read(this).catch(() => undefined);
    },
  });
}
