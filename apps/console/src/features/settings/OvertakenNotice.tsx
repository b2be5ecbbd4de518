import { StaleNotice, type Difference } from '../../components/forms/StaleNotice.tsx';
import { strings } from '../../strings/en.ts';

const { keepMine } = strings.settings.overtaken;

interface Props {
  title: string;
  /** What differs between the two, in words. */
  rows: Difference[];
  /** How many changes of one's own there are to keep. */
  count: number;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved settings first: one's own changes can be kept on top of theirs. */
export function OvertakenNotice({ title, rows, count, ...ways }: Props) {
  return <StaleNotice title={title} differences={rows} keepMine={keepMine(count)} {...ways} />;
}
