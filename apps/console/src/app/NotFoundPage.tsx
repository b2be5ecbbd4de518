import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../components/PageHeader.tsx';
import { strings } from '../strings/en.ts';
import classes from './Notice.module.css';

export function NotFoundPage() {
  return (
    <div className={classes.page}>
      <PageHeader title={strings.notFound.title} facts={strings.notFound.detail} />
      <Button component={Link} to="/approvals" variant="default">
        {strings.notFound.toApprovals}
      </Button>
    </div>
  );
}
