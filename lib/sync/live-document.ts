/** Something small that screens follow, declared once for both ends in the room it belongs to. */
export type LiveDocument<Value> = {
  /** What its address ends in: "announcements.json". */
  readonly name: string
  /** Of the pokes that say that it is another: "announcements" for announcements:<conference id>. */
  readonly topic: string
  /** A device keeps the last one for a dead network; else for the next page, which has it a moment later. */
  readonly isKept: boolean
  /** How long a browser waits for it, if not ten seconds: what is shown meanwhile is the last good one. */
  readonly patienceMs?: number
  /** Where it is, of the conference with this slug. */
  readonly address: (slug: string) => string
  /** Never there: what it holds is known by its type alone. */
  readonly value?: Value
}

/** What a poke of the document is about. */
export function topicOf({ topic }: LiveDocument<unknown>, conferenceId: string): string {
  return `${topic}:${conferenceId}`
}
