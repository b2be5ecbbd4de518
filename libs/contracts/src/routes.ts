/** Which service owns which path: the standalone proxy, compose and the gateway all follow it. */
export const services = ['identity-roles', 'resources', 'approvals', 'notifications', 'scheduler'] as const;
export type Service = (typeof services)[number];

export const API_PREFIX = '/api/v1';

const owned: Record<Service, readonly string[]> = {
  'identity-roles': ['session', 'workspace', 'members', 'roles', 'service-accounts'],
  resources: ['sources', 'destinations', 'models', 'syncs', 'audiences', 'journeys', 'change-sets'],
  approvals: ['approval-requests'],
  notifications: ['notification-preferences', 'deliveries', 'stream'],
  scheduler: ['runs', 'schedules'],
};

/** The port each service listens on when `PORT` does not say otherwise. */
export const defaultPorts: Record<Service, number> = {
  'identity-roles': 4001,
  resources: 4002,
  approvals: 4003,
  notifications: 4004,
  scheduler: 4005,
};

const prefixed = (service: Service): readonly string[] => owned[service].map((path) => `${API_PREFIX}/${path}`);

/** The path prefixes of each service, such as `/api/v1/models`. */
export const routes: Record<Service, readonly string[]> = {
  'identity-roles': prefixed('identity-roles'),
  resources: prefixed('resources'),
  approvals: prefixed('approvals'),
  notifications: prefixed('notifications'),
  scheduler: prefixed('scheduler'),
};

/** The service that answers a path, or undefined when none does. */
export function serviceFor(path: string): Service | undefined {
  return services.find((service) => routes[service].some((prefix) => path === prefix || path.startsWith(`${prefix}/`)));
}
