import { z } from 'zod';
import { classNames, eventClasses, type EventClass } from '../domain/event-classes.ts';

const wanted = Object.fromEntries(
  eventClasses.map((eventClass) => [
    eventClass,
    z.boolean().meta({ description: `mails about ${classNames[eventClass]}` }),
  ]),
) as Record<EventClass, z.ZodBoolean>;

export const NotificationPreferences = z.strictObject(wanted).meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.output<typeof NotificationPreferences>;
