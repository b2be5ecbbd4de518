import { useQuery } from '@tanstack/react-query';
import { AudienceFieldSet } from './AudienceFieldSet.tsx';
import { audienceQuery } from './live-queries.ts';
import { LiveEditor } from './LiveEditor.tsx';
import { LiveFrame } from './LiveFrame.tsx';
import { LiveSummary } from './LiveSummary.tsx';
import { useKind } from './use-kind.ts';

export function AudiencePage() {
  const { id } = useKind();
  const audience = useQuery(audienceQuery(id));
  const { data } = audience;
  const names = data ? { [data.content.modelId]: data.modelName } : {};
  return (
    <LiveFrame kind="audience" result={audience}>
      {data?.editable === false && <LiveSummary content={data.content} names={names} />}
      {data?.editable && (
        <LiveEditor
          key={id}
          kind="audience"
          saved={{ name: data.name, content: data.content }}
          names={names}
          seen={data}
          fieldSet={AudienceFieldSet}
        />
      )}
    </LiveFrame>
  );
}
