import type { Database } from '@/lib/platform/db'
import { listChanges } from '@/lib/schedule/read/list-changes'
import { changelogOf, type ChangelogEntry } from '@/lib/planning/changelog'

const MOST = 200

/** What changed in a programme, by release, the latest first: of the last 200 releases and 2,000 changes. */
export async function loadChangelog(db: Database, conferenceId: string): Promise<ChangelogEntry[]> {
  const rows = await db.release.findMany({
    where: { conferenceId },
    orderBy: { number: 'desc' },
    take: MOST,
    select: {
      number: true,
      kind: true,
      sinceVersion: true,
      version: true,
      createdAt: true,
      undoes: { select: { number: true } },
    },
  })
  const releases = rows.map(({ kind, createdAt, undoes, ...row }) => ({
    ...row,
    kind: kind === 'edits' || kind === 'undo' ? kind : ('other' as const),
    undoes: undoes?.number ?? null,
    at: createdAt.toISOString(),
  }))
  return changelogOf(releases, await listChanges(db, conferenceId))
}
