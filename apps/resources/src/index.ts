export { resourcesConfigFrom, type ResourcesConfig } from './config.ts';
export { createResourcesApp, resourcesMigrations } from './create-resources-app.ts';
export { resnapshotResources } from './use-cases/resnapshot.ts';
