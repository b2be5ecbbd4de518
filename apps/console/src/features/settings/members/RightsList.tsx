import { useQuery } from '@tanstack/react-query';
import { endNamesQuery } from './end-names-query.ts';
import { rightWords } from './right-words.ts';
import classes from './RoleEffectPanel.module.css';

/** Rights in words, gathered by what they are rights on. */
export function RightsList({ title, rights }: { title: string; rights: string[] }) {
  const names = useQuery(endNamesQuery).data;
  if (rights.length === 0) return null;
  return (
    <section className={classes.rights}>
      <h3>{title}</h3>
      <ul>
        {rightWords(rights, (id) => names?.get(id)).map(({ scope, rights: held }, index) => (
          <li key={index}>
            {scope}: {held.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
