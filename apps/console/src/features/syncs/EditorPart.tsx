import { DestinationPart } from './DestinationPart.tsx';
import { MappingPart } from './MappingPart.tsx';
import { ModelPart } from './ModelPart.tsx';
import type { PartProps } from './part-props.ts';
import { SchedulePart } from './SchedulePart.tsx';
import type { PartName } from './sync-form.ts';

const components = {
  model: ModelPart,
  destination: DestinationPart,
  mapping: MappingPart,
  schedule: SchedulePart,
};

export const partNames: readonly PartName[] = ['model', 'destination', 'mapping', 'schedule'];

export function EditorPart({ part, ...props }: PartProps & { part: PartName }) {
  const Part = components[part];
  return <Part {...props} />;
}
