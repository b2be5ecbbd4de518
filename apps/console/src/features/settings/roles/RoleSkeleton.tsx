import { Skeleton, VisuallyHidden } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import classes from './RoleEditor.module.css';

export function RoleSkeleton() {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{strings.roles.loadingRole}</VisuallyHidden>
      <Skeleton height={18} width={80} mb={8} />
      <Skeleton height={28} width={240} mb={24} />
      <div className={classes.columns}>
        <div>
          <Skeleton height={96} mb={20} />
          <Skeleton height={200} />
        </div>
        <Skeleton height={360} />
      </div>
    </div>
  );
}
