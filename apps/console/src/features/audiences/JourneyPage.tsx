import { useQuery } from '@tanstack/react-query';
import { JourneyFieldSet } from './JourneyFieldSet.tsx';
import { journeyQuery } from './live-queries.ts';
import { LiveEditor } from './LiveEditor.tsx';
import { LiveFrame } from './LiveFrame.tsx';
import { LiveSummary } from './LiveSummary.tsx';
import { useKind } from './use-kind.ts';

export function JourneyPage() {
  const { id } = useKind();
  const journey = useQuery(journeyQuery(id));
  const { data } = journey;
  const destinations = Object.fromEntries((data?.destinations ?? []).map((each) => [each.id, each.name]));
  const names = data ? { ...destinations, [data.content.audienceId]: data.audienceName } : {};
  return (
    <LiveFrame kind="journey" result={journey}>
      {data?.editable === false && <LiveSummary content={data.content} names={names} />}
      {data?.editable && (
        <LiveEditor
          key={id}
          kind="journey"
          saved={{ name: data.name, content: data.content }}
          names={names}
          seen={data}
          fieldSet={JourneyFieldSet}
        />
      )}
    </LiveFrame>
  );
}
