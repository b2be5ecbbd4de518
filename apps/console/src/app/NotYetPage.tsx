import { Anchor } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { PageHeader } from '../components/PageHeader.tsx';
import { strings } from '../strings/en.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { parts } from './parts.ts';

/** Stands for a part of the navigation until it is there. */
export function NotYetPage() {
  const { pathname } = useLocation();
  const part = parts.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  if (part === undefined) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={part.label} />
      <p>
        {strings.notYet.detail}{' '}
        <Anchor href="/api/docs" underline="always">
          {strings.notYet.apiDocs}
        </Anchor>
      </p>
    </>
  );
}
