import type { Stage } from '../stage.ts';

/** Makes each thing of a stage when it is first asked for, and never again. */
export function oncePerStage<Name extends string, Thing>(
  makers: Record<Name, (stage: Stage) => Promise<Thing>>,
): (stage: Stage, name: Name) => Promise<Thing> {
  const made = new WeakMap<Stage, Map<Name, Promise<Thing>>>();
  return (stage, name) => {
    const ofStage = made.get(stage) ?? new Map<Name, Promise<Thing>>();
    made.set(stage, ofStage);
    const thing = ofStage.get(name) ?? makers[name](stage);
    ofStage.set(name, thing);
    return thing;
  };
}
