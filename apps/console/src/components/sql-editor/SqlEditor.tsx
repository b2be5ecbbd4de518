import { lazy, Suspense, type ComponentProps } from 'react';
import classes from './SqlEditor.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('./CodeEditor.tsx')).CodeEditor }));

type Props = Omit<ComponentProps<typeof CodeEditor>, 'readOnly'> & { readOnly?: boolean };

/** Where SQL is written or read. What it takes to edit code is loaded only when there is some. */
export function SqlEditor({ readOnly = false, ...props }: Props) {
  return (
    <Suspense fallback={<Plain label={props.label} text={props.value} />}>
      <CodeEditor readOnly={readOnly} {...props} />
    </Suspense>
  );
}

/** The text without its colours, until they are there. */
function Plain({ label, text }: { label: string; text: string }) {
  return (
    <pre className={classes.plain} aria-label={label} aria-busy>
      {text}
    </pre>
  );
}
