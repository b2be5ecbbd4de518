import { runService } from '@imprimatur/service-kit';
import process from 'node:process';
import { resourcesConfigFrom } from './config.ts';
import { createResourcesApp } from './create-resources-app.ts';

await runService(async () => createResourcesApp(resourcesConfigFrom(process.env)));
