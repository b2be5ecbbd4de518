import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../components/PageHeader.tsx';
import { strings } from '../strings/en.ts';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title={strings.notFound.title} facts={strings.notFound.detail} />
      <Button component={Link} to="/approvals" variant="default">
        {strings.notFound.toApprovals}
      </Button>
    </>
  );
}
