import { z } from 'zod';
import { Name } from '../primitives.ts';
import { AudienceContent, JourneyContent } from '../resources/audience-and-journey.ts';

const withoutValue = new Set(['is_empty', 'is_not_empty']);

export const AudienceBody = z
  .strictObject({ name: Name, content: AudienceContent })
  .superRefine(({ content: { conditions } }, context) => {
    for (const [index, { operator, value }] of conditions.entries())
      if (withoutValue.has(operator) !== (value === null))
        context.addIssue({
          code: 'custom',
          path: ['content', 'conditions', index, 'value'],
          message: value === null ? `is what ${operator} compares with` : `is not for ${operator}: send null`,
        });
  });

export const JourneyBody = z.strictObject({ name: Name, content: JourneyContent });
