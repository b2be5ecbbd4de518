import { JourneyContent, Name } from '@imprimatur/contracts';
import { z } from 'zod';

export const JourneyBody = z.strictObject({ name: Name, content: JourneyContent });
