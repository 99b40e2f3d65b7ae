/** How many own a conference, and how many of them may come in. */
export type OwnersLeft = { owners: number; unblocked: number }

/**
 * Who can bring a deleted conference back, for whoever is at the command line: its owner, where there is one who may
 * come in.
 * @param slug its address
 */
export function wayBack(slug: string, { owners, unblocked }: OwnersLeft): string {
  const within = 'within 30 days of its deletion'
  if (unblocked > 0) return `its owner brings it back from the list of conferences, ${within}.`
  const why = owners === 0 ? 'nobody owns it any more' : 'its owner is blocked'
  return `${why}. ${handOverWords(slug)} They bring it back from the list of conferences, ${within}.`
}

/** How somebody else gets a conference. @param slug its address */
export function handOverWords(slug: string): string {
  return `The command operator -- --conference ${slug} --owner ADDRESS makes somebody its owner.`
}
