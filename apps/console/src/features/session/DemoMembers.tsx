import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { strings } from '../../strings/en.ts';
import classes from './DemoMembers.module.css';
import { standaloneQuery } from './standalone-query.ts';

const { demo } = strings.session;

/** Who can sign in to an installation that is there for trying out; nothing anywhere else. */
export function DemoMembers({ onChoose }: { onChoose: (chosen: { email: string; password: string }) => void }) {
  const facts = useQuery(standaloneQuery).data?.demo;
  if (facts === undefined) return null;
  const { members, password } = facts;
  return (
    <section className={classes.demo} aria-labelledby="demo-members">
      <h2 id="demo-members" className={classes.title}>
        {demo.title}
      </h2>
      <p className={classes.intro}>{demo.intro(password)}</p>
      <ul className={classes.list}>
        {members.map(({ name, email, roleName }) => (
          <li key={email}>
            <UnstyledButton className={classes.member} onClick={() => onChoose({ email, password })}>
              <span>{name}</span>
              <span className={classes.role}>{roleName}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
