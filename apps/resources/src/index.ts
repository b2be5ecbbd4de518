export { createResourcesApp, resourcesMigrations } from './create-resources-app.ts';
export { resnapshotResources } from './use-cases/resnapshot.ts';
export { resourcesConfigFrom, type ResourcesConfig } from './config.ts';
export { resourcesEntities } from './persistence/rows/entities.ts';
