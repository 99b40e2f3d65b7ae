/** Speakers by names of which no two are the same: with their company, and where that is not enough their address. */
export function tellApart(
  speakers: readonly { id: string; name: string; company: string | null; slug: string }[],
): { id: string; name: string }[] {
  const called = speakers.map((speaker) => ({
    ...speaker,
    full: [speaker.name, speaker.company].filter(Boolean).join(', '),
  }))
  const counts = new Map<string, number>()
  for (const { full } of called) counts.set(full, (counts.get(full) ?? 0) + 1)
  return called.map(({ id, slug, full }) => ({ id, name: counts.get(full) === 1 ? full : `${full} (${slug})` }))
}
