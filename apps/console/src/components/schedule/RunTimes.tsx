import { localTime } from '@imprimatur/changes';
import { VisuallyHidden } from '@mantine/core';
import { wallTime } from '../time.ts';
import classes from './ScheduleEditor.module.css';

/** When a sync runs next, as the clocks of some zones will show it. */
export function RunTimes({ caption, zones, fires }: { caption: string; zones: readonly string[]; fires: string[] }) {
  const shown = [...new Set(zones)];
  return (
    <table className={classes.fires}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          {shown.map((zone) => (
            <th key={zone} scope="col">
              {zone}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fires.map((at) => (
          <tr key={at}>
            {shown.map((zone) => (
              <td key={zone}>{wallTime(localTime(new Date(at), zone))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
