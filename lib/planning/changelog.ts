import type { ProgramChange } from '@/lib/program/program-change'
import { newsOf, type SessionNews } from './changes'

/** What is told of one session to everybody: its news, or that it came into the programme. */
export type ToldNews = Omit<SessionNews, 'standing'> & { standing: SessionNews['standing'] | 'added' }

/** A release as everybody may hear of it: without who made it, and from where it came. */
export type ToldRelease = {
  number: number
  /** `edits`: a day's corrections by hand; `undo`: what takes another back. */ kind: 'edits' | 'undo' | 'other'
  /** Of an undo: the number of what it takes back. */ undoes: number | null
  at: string
  /** Its changes are of the versions after this one… */ sinceVersion: number
  /** …to this one. */ version: number
}

export type ChangelogEntry = { release: ToldRelease; news: ToldNews[] }

/**
 * What changed in a programme by release, the latest first; one that told nobody anything is left out. What a release
 * changed and changed back is not told.
 * @param changes the latest first, as `listChanges` gives them
 */
export function changelogOf(releases: readonly ToldRelease[], changes: readonly ProgramChange[]): ChangelogEntry[] {
  return releases.flatMap((release): ChangelogEntry[] => {
    const own = changes.filter(({ version }) => version > release.sinceVersion && version <= release.version)
    const news = grouped([...own].reverse(), ({ sessionId }) => sessionId).flatMap(toldOf)
    return news.length > 0 ? [{ release, news }] : []
  })
}

/** What changed in a programme by version and session, the latest first. @param changes the latest first */
export function newsByVersion(changes: readonly ProgramChange[]): ToldNews[] {
  return grouped(changes, ({ version, sessionId }) => `${version} ${sessionId}`).flatMap(toldOf)
}

function grouped(changes: readonly ProgramChange[], keyOf: (change: ProgramChange) => string): ProgramChange[][] {
  const groups = new Map<string, ProgramChange[]>()
  for (const change of changes) {
    const group = groups.get(keyOf(change)) ?? []
    groups.set(keyOf(change), group)
    group.push(change)
  }
  return [...groups.values()]
}

/** What came into the programme is told as that, whatever else was said of it at once. */
function toldOf(inOrder: readonly ProgramChange[]): ToldNews[] {
  const added = inOrder.find(({ field }) => field === 'added')
  if (!added) return newsOf(inOrder)
  // It came, and was taken out again before anybody was told.
  if (inOrder.at(-1)?.field === 'cancelled' && newsOf(inOrder)[0]?.standing === 'cancelled') return newsOf(inOrder)
  const { sessionId, version, at } = added
  return [{ sessionId, version, at, standing: 'added', fields: [] }]
}
