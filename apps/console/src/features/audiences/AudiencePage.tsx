import { useQuery } from '@tanstack/react-query';
import { AudienceFieldSet } from './AudienceFieldSet.tsx';
import { audienceQuery } from './live-queries.ts';
import { LiveEditor } from './LiveEditor.tsx';
import { LiveFrame } from './LiveFrame.tsx';
import { useKind } from './use-kind.ts';

export function AudiencePage() {
  const { id } = useKind();
  const audience = useQuery(audienceQuery(id));
  const { data } = audience;
  return (
    <LiveFrame kind="audience" result={audience}>
      {data && (
        <LiveEditor
          key={id}
          kind="audience"
          saved={{ name: data.name, content: data.content }}
          names={{ [data.content.modelId]: data.modelName }}
          seen={data}
          fieldSet={AudienceFieldSet}
        />
      )}
    </LiveFrame>
  );
}
