import { useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import classes from './ProblemPage.module.css';

/** Stands for a page that could not be shown. */
export function ProblemPage({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.page}>
      <ProblemNotice error={error} onRetry={again} />
    </div>
  );
}
