/** What still refers to something that a member would delete: those they may view, and how many more there are. */
export interface Referrers<Referrer> {
  count: number;
  hidden: number;
  seen: Referrer[];
}

export function referrersSeen<Referrer>(
  referrers: readonly Referrer[],
  isSeen: (referrer: Referrer) => boolean,
): Referrers<Referrer> {
  const seen = referrers.filter(isSeen);
  return { count: referrers.length, hidden: referrers.length - seen.length, seen };
}
