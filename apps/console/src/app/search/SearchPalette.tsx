import '@mantine/spotlight/styles.css';
import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { sessionQuery } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import { useOverlays } from '../overlay-context.ts';
import { useSignOut } from '../use-sign-out.ts';
import { actionsFor } from './actions.ts';
import type { Hit } from './hit.ts';
import classes from './SearchPalette.module.css';
import { searchHits } from './search-hits.ts';

const texts = strings.shell.search;
const TYPING_MS = 150;
const [store, palette] = createSpotlight();
const hitsQuery = (q: string) =>
  queryOptions({ queryKey: ['search', q], queryFn: ({ signal }) => searchHits(q, signal) });

/** Finds what there is and what can be done, by name. It goes places and opens things; it never decides anything. */
export function SearchPalette() {
  const { show } = useOverlays();
  const router = useRouter();
  const { start: signOut } = useSignOut();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), TYPING_MS);
  const role = useQuery(sessionQuery).data?.role ?? null;
  const queries = useQueryClient();
  const found = useQuery({ ...hitsQuery(q), enabled: q !== '', placeholderData: keepPreviousData });
  useEffect(() => palette.open(), []);

  const actions = actionsFor(role, { show, signOut }, words.trim());
  const groups = [...(words.trim() === '' ? [] : (found.data ?? [])), actions].filter(({ hits }) => hits.length > 0);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const follow = ({ to, run }: Hit): void => {
    if (to === undefined) run?.();
    else router.history.push(to);
  };
  const isFound = words.trim() === q && !found.isPlaceholderData && !found.isFetching;
  /** What stands first is followed without being looked for; who types faster than it is found does not follow what was found before. */
  const followFirst = async (event: KeyboardEvent<HTMLInputElement>): Promise<void> => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (isFound && document.querySelector('[data-action][data-selected]') !== null) return;
    event.preventDefault();
    // The list would follow what it has chosen of what was found before.
    event.stopPropagation();
    const field = event.currentTarget;
    const asked = field.value.trim();
    const hits = asked === '' ? [] : await queries.ensureQueryData(hitsQuery(asked)).catch(() => []);
    const first = [...hits, actions].flatMap((group) => group.hits)[0];
    if (first === undefined || !field.isConnected || field.value.trim() !== asked) return;
    palette.close();
    follow(first);
  };
  return (
    <Spotlight.Root
      store={store}
      attributes={{ content: { 'aria-label': texts.open } }}
      shortcut={null}
      query={words}
      onQueryChange={setWords}
      onSpotlightClose={() => show((open) => (open === 'search' ? null : open))}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
      classNames={{ actionsGroup: classes.group!, actionsList: classes.list! }}
      scrollable
      maxHeight="60vh"
    >
      <Spotlight.Search
        aria-label={texts.label}
        placeholder={texts.hint}
        onKeyDownCapture={(event) => void followFirst(event)}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        rightSection={found.isFetching ? <span className={classes.busy} aria-hidden /> : undefined}
      />
      <VisuallyHidden role="status">{found.isFetching ? texts.searching : texts.results(count)}</VisuallyHidden>
      <Spotlight.ActionsList>
        {found.isError && <p className={classes.failed}>{texts.failed}</p>}
        {groups.map(({ label, hits }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={hit.key}
                label={hit.label}
                leftSection={<hit.icon size={16} stroke={1.6} aria-hidden />}
                onClick={() => follow(hit)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {count === 0 && !found.isFetching && <Spotlight.Empty>{texts.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
