import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session-query.ts';
import { ScheduleEditor } from '../../components/schedule/ScheduleEditor.tsx';
import { scheduleErrors } from './error-words.ts';
import type { PartProps } from './part-props.ts';

/** When the sync runs by itself. */
export function SchedulePart({ form, errors, onChange }: PartProps) {
  const timeZone = useQuery(sessionQuery).data?.workspace.settings.timeZone ?? 'UTC';
  return (
    <ScheduleEditor
      value={form.schedule}
      timeZone={timeZone}
      errors={scheduleErrors(errors)}
      onChange={(schedule) => onChange({ ...form, schedule })}
    />
  );
}
