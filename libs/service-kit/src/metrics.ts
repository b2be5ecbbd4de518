import { scrapedGauge } from '@imprimatur/messaging';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** The metrics of one service. Labels never name a member, a resource or a workspace. */
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
  }

  /** Adds the figures of the process itself: memory, event loop, garbage collection. Once a process. */
  collectProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.requests.observe({ route, method, status: String(status) }, seconds);
  }

  /** A counter named `imprimatur_<name>_total`. */
  counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `imprimatur_${name}_total`, help, labelNames, registers: [this.registry] });
  }

  /** A gauge named `imprimatur_<name>`, read at every scrape and absent when that fails. */
  gauge(name: string, help: string, read: () => Promise<number>): void {
    scrapedGauge(this.registry, { name: `imprimatur_${name}`, help }, async (gauge) => gauge.set(await read()));
  }
}
