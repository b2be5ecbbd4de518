/** Like Promise.all, but fails only when everything has come to an end: what still starts can then be undone as well. */
export async function allOrNone<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return await Promise.all(work);
}
