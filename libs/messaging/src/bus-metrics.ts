import { Counter, type Registry } from 'prom-client';

export type Outcome = 'done' | 'duplicate' | 'skipped' | 'parked' | 'dead';

/** What the bus counts. */
export interface BusMetrics {
  sent(topic: string, records: number): void;
  setAside(topic: string): void;
  handled(group: string, outcome: Outcome): void;
  retried(group: string): void;
}

export const noMetrics: BusMetrics = { sent() {}, setAside() {}, handled() {}, retried() {} };

/** Counts in a prom-client registry. */
export function prometheusBusMetrics(registry: Registry): BusMetrics {
  const counter = (suffix: string, help: string, labelNames: string[]): Counter => {
    const name = `imprimatur_bus_${suffix}_total`;
    // Services that share a process may share a registry.
    const existing = registry.getSingleMetric(name) as Counter | undefined;
    return existing ?? new Counter({ name, help, labelNames, registers: [registry] });
  };
  const sent = counter('sent', 'Records sent by the relay.', ['topic']);
  const setAside = counter('set_aside', 'Outbox rows the broker refused for good.', ['topic']);
  const handled = counter('handled', 'Records dealt with, by outcome.', ['group', 'outcome']);
  const retried = counter('retried', 'Attempts repeated after a transient failure.', ['group']);
  return {
    sent: (topic, records) => sent.inc({ topic }, records),
    setAside: (topic) => setAside.inc({ topic }),
    handled: (group, outcome) => handled.inc({ group, outcome }),
    retried: (group) => retried.inc({ group }),
  };
}
