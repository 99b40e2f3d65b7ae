import type { Database } from '@/lib/platform/db'
import { settleBidi } from '@/lib/platform/bidi'
import type { NamedSpeaker } from './likely-speakers'

/** Everybody who stands as a speaker, by name, with what tells them from others and what they may have in common. */
export async function listNamedSpeakers(
  db: Database,
  conferenceId: string,
): Promise<(NamedSpeaker & { slug: string })[]> {
  const rows = await db.speaker.findMany({
    where: { conferenceId, archivedAt: null },
    select: {
      id: true,
      slug: true,
      name: true,
      company: true,
      aliases: { select: { sourceId: true } },
      sessions: { select: { session: { select: { title: true } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, slug, name, company, aliases, sessions }) => ({
    id,
    slug,
    name: settleBidi(name),
    company: company === null ? null : settleBidi(company),
    sources: [...new Set(aliases.map(({ sourceId }) => sourceId))],
    sessions: sessions.map(({ session }) => session.title),
  }))
}
