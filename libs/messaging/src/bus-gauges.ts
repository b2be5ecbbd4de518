import type { Gauge, Registry } from 'prom-client';
import type { BusFigures } from './bus-figures.ts';
import { scrapedGauge } from './scraped-gauge.ts';

/** Registers gauges that tell at every scrape whether events leave and arrive. */
export function prometheusBusGauges(registry: Registry, figures: BusFigures): void {
  const single = (suffix: string, help: string, read: () => Promise<number>): void =>
    scrapedGauge(registry, { name: `imprimatur_bus_${suffix}`, help }, async (gauge) => gauge.set(await read()));
  const byGroup = (suffix: string, help: string, read: () => Promise<Map<string, number>>): void =>
    scrapedGauge(registry, { name: `imprimatur_bus_${suffix}`, help, labelNames: ['group'] }, async (gauge: Gauge) => {
      for (const [group, value] of await read()) gauge.set({ group }, value);
    });
  single('outbox_unsent', 'Events waiting to be sent.', async () => (await figures.outbox()).unsent);
  single(
    'outbox_oldest_seconds',
    'How long the oldest unsent event has been waiting.',
    async () => (await figures.outbox()).oldestSeconds,
  );
  byGroup('beat_age_seconds', 'Age of the newest beat read of the partition that is furthest behind.', () =>
    figures.beatAges(),
  );
  byGroup('dead_letters', 'Events that could not be handled and wait for an operator.', () => figures.deadLetters());
}
