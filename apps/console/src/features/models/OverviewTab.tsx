import type { ReactNode } from 'react';
import type { Model, ModelContent } from '../../api/resource-queries.ts';
import { FlowPicture } from '../../components/flow/FlowPicture.tsx';
import { SqlEditor } from '../../components/sql-editor/SqlEditor.tsx';
import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import classes from './Models.module.css';

const { page: texts } = strings.models;

/** What it asks for, what people wrote about it, and where its rows go. */
export function OverviewTab({ model, content }: { model: Model; content: ModelContent }) {
  const { id, description, labels } = model;
  return (
    <div className={classes.overview}>
      <section aria-labelledby="query">
        <h2 id="query" className={classes.heading}>
          {texts.query}
        </h2>
        <SqlEditor readOnly label={texts.query} value={content.query} />
      </section>
      <section aria-labelledby="about">
        <h2 id="about" className={classes.heading}>
          {texts.about}
        </h2>
        <dl className={classes.about}>
          <Fact label={texts.primaryKey}>
            <code>{content.configuration.primaryKey}</code>
          </Fact>
          <Fact label={strings.about.description}>{description || texts.none}</Fact>
          <Fact label={strings.about.labels}>{labels.map(isolated).join(', ') || texts.none}</Fact>
        </dl>
      </section>
      <section aria-labelledby="flow">
        <h2 id="flow" className={classes.heading}>
          {texts.flow}
        </h2>
        <FlowPicture scope={{ modelId: id }} />
      </section>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
