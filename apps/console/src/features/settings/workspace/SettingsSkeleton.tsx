import { Skeleton, VisuallyHidden } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import classes from './Settings.module.css';

export function SettingsSkeleton() {
  return (
    <div aria-busy className={classes.columns}>
      <VisuallyHidden role="status">{strings.settings.workspace.loading}</VisuallyHidden>
      <div>
        {[64, 132, 64, 108, 64].map((height, index) => (
          <Skeleton key={index} height={height} mb={24} />
        ))}
      </div>
      <Skeleton height={240} />
    </div>
  );
}
