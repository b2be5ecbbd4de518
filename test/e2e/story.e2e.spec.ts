import { describeOnKafka, kafka } from '@imprimatur/testing';
import { inProcessWorld } from './in-process-world.ts';
import { processWorld } from './process-world.ts';
import { tellTheStory } from './story.ts';

describe('the main job, in one process over the local transport', () => tellTheStory(inProcessWorld));

describeOnKafka('the main job, in five processes', () => tellTheStory(() => processWorld(kafka.required)));
