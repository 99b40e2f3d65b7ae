import type { ProgramChange } from '@/lib/program/program-change'
import type { PickRank, Picks } from './schema'
import { groupBy } from '@/lib/platform/collections/group-by'

export type FieldNews = { field: string; old: unknown; new: unknown }

/** All that happened to one session of mine since I looked, as one line. */
export type SessionNews = {
  sessionId: string
  /** What became of it as a whole; null: it still stands, or still does not. */
  standing: 'cancelled' | 'restored' | null
  /** Each with what it was when I looked, and what it is now. */
  fields: FieldNews[]
  /** Of the last of them. */
  version: number
  at: string
}

/** Fields that change what a person does; a corrected description does not. */
const minded: ReadonlySet<string> = new Set(['title', 'dayOn', 'startAt', 'endAt', 'rooms', 'speakers'])

/**
 * What changed for me: only sessions that I picked and did not hide, only what is newer than what I knew of them, one
 * line a session, the latest first. What was changed and changed back is no news.
 * @param knownVersion up to which version of the programme I know of this session
 */
export function changesForMe(
  changes: readonly ProgramChange[],
  picks: Picks,
  knownVersion: (sessionId: string) => number,
): SessionNews[] {
  const mine = changes.filter(
    ({ sessionId, version }) => isMine(picks.get(sessionId)) && version > knownVersion(sessionId),
  )
  const bySession = groupBy(
    [...mine].sort((a, b) => a.version - b.version),
    ({ sessionId }) => sessionId,
  )
  return [...bySession.values()].flatMap(newsOf).sort((a, b) => b.version - a.version)
}

/** Is a session of this rank one that I mean to attend? */
export function isMine(rank: PickRank | undefined): boolean {
  return rank === 'first' || rank === 'planB'
}

/** What changes of one session come to, the earliest first; nothing for what was changed and changed back. */
export function newsOf(inOrder: readonly ProgramChange[]): SessionNews[] {
  const [standing, fields, last] = [standingOf(inOrder), fieldsOf(inOrder), inOrder.at(-1)]
  if (!last || (standing === null && fields.length === 0)) return []
  return [{ sessionId: last.sessionId, standing, fields, version: last.version, at: last.at }]
}

/** An even number of turns leaves it as it was. */
function standingOf(inOrder: readonly ProgramChange[]): SessionNews['standing'] {
  const turns = inOrder.flatMap(({ field }): ('cancelled' | 'restored')[] =>
    field === 'cancelled' || field === 'restored' ? [field] : [],
  )
  return turns[0] === turns.at(-1) ? (turns[0] ?? null) : null
}

function fieldsOf(inOrder: readonly ProgramChange[]): FieldNews[] {
  const news = new Map<string, FieldNews>()
  for (const { field, old, new: now } of inOrder) {
    if (minded.has(field)) news.set(field, { field, old: news.has(field) ? news.get(field)?.old : old, new: now })
  }
  return [...news.values()].filter((one) => JSON.stringify(one.old) !== JSON.stringify(one.new))
}
