import { saidIn } from '@/lib/planning/said'
import { byOrder, type OutboxEntry } from '../store/outbox'
import { shownAttendances, shownBlocks, shownKnown, shownPicks } from '../store/shown'

/**
 * What of a guest's changes to hand to whoever signs in. Of the plan what stands at the end, in one change for each
 * thing, which only adds: what the account has of the same stays. A pick made and dropped as a guest, or a wish taken
 * back, says nothing about the account's. Of the rest all.
 */
export function entriesToHandOver(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const sorted = [...entries].sort(byOrder)
  const last = new Map(sorted.map((entry) => [subjectOf(entry), entry]))
  const standing = standingIn(sorted)
  return [...last.values()].sort(byOrder).flatMap((entry) => standing(entry) ?? [])
}

/** What an entry is about, in the plan; of the rest each is for itself. */
function subjectOf({ mutation: { id, name, args } }: OutboxEntry): string {
  switch (name) {
    case 'setPick':
    case 'dropPick':
      return `pick ${args.sessionId}`
    case 'setAttendance':
      return `attendance ${args.sessionId}`
    case 'setBlock':
    case 'dropBlock':
      return `block ${args.id}`
    default:
      return id
  }
}

/**
 * How the thing that an entry is about stands at the end, under that entry's id: it stays the same, however often a
 * move begins again.
 */
function standingIn(entries: readonly OutboxEntry[]): (entry: OutboxEntry) => OutboxEntry | null {
  const [picks, known, attendances, blocks] = [
    shownPicks([], entries),
    shownKnown([], entries),
    shownAttendances([], entries),
    shownBlocks([], entries),
  ]
  return (entry) => {
    const { conferenceId, mutation } = entry
    const { id, at, name, args } = mutation
    switch (name) {
      case 'setPick': {
        const [rank, knownVersion] = [
          picks.get(conferenceId)?.get(args.sessionId),
          known.get(conferenceId)?.get(args.sessionId),
        ]
        return rank
          ? {
              ...entry,
              mutation: {
                id,
                at,
                name,
                args: {
                  sessionId: args.sessionId,
                  rank,
                  ...(knownVersion !== undefined && { knownVersion }),
                  adds: true,
                },
              },
            }
          : null
      }
      case 'setAttendance': {
        const said = saidIn(attendances.get(conferenceId)?.get(args.sessionId))
        return (
          said && { ...entry, mutation: { id, at, name, args: { ...said, sessionId: args.sessionId, adds: true } } }
        )
      }
      case 'setBlock': {
        const block = blocks.get(args.conferenceId)?.find((one) => one.id === args.id)
        // Of one that was handed over before, only what changed since is here.
        return block ? { ...entry, mutation: { id, at, name, args: { ...block, adds: true } } } : entry
      }
      case 'dropPick':
      case 'dropBlock':
        return null
      default:
        return entry
    }
  }
}
