import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { changeProgram, Unchanged } from './conference-version'
import { override } from './override'
import type { SessionLinksEdit } from './schema'
import { mergeEdit } from './seen/merge-edit'
import { requireInScope, type Editing } from '../scope'

const linkFields = ['slidesUrl', 'replayUrl'] as const

/**
 * Says where a session's slides and its replay are, or that there are none; what is said here stands over what a source
 * says, now and later. It is no change of the programme to be told of.
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} NOT_FOUND; CHANGED_MEANWHILE when somebody else changed the same one meanwhile
 */
export async function setSessionLinks(
  db: PrismaClient,
  granted: Editing,
  sessionId: string,
  asked: SessionLinksEdit,
  now: Date,
  seen: SessionLinksEdit | null = null,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    await requireInScope(tx, granted, [sessionId])
    const session = await tx.session.findUnique({
      where: { id: sessionId, conferenceId },
      select: { slidesUrl: true, replayUrl: true, imported: true },
    })
    if (!session) throw new AppError('NOT_FOUND', 'session')
    const { slidesUrl: slides, replayUrl: replay } = session
    const links = mergeEdit(seen, asked, { slidesUrl: slides, replayUrl: replay })
    const changed = linkFields.filter((field) => session[field] !== links[field])
    if (changed.length === 0) return new Unchanged(undefined)
    const { slidesUrl, replayUrl } = links
    await tx.session.update({ where: { id: sessionId }, data: { slidesUrl, replayUrl } })
    if (session.imported)
      for (const field of changed)
        await override(tx, { sessionId }, field, links[field], { userId: granted.userId, now })
  })
}
