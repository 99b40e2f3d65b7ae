import type { Prisma } from '@/generated/prisma/client'
import { dayOfDate } from '@/lib/program/day-date'
import { looseKey } from '@/lib/program/names/name-key'

type Part = {
  id: string
  number: number
  kind: string
  status: string
  title: string
  dayOn: Date
  startAt: Date | null
  colocatedId: string | null
  parentId: string | null
}
type ColocatedEvent = { id: string; name: string }

/**
 * Puts the sessions of every co-located event under the session that contains it (one source announces the event,
 * another has its programme; either may come first).
 * @returns whether anything moved
 */
export async function linkContainers(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  version: number,
): Promise<boolean> {
  const events = await tx.colocatedEvent.findMany({
    where: { conferenceId },
    select: { id: true, name: true },
    orderBy: { position: 'asc' },
  })
  if (events.length === 0) return false
  const sessions = await tx.session.findMany({
    where: { conferenceId, OR: [{ kind: 'container' }, { colocatedId: { not: null } }, { parentId: { not: null } }] },
    select: {
      id: true,
      number: true,
      kind: true,
      status: true,
      title: true,
      dayOn: true,
      startAt: true,
      colocatedId: true,
      parentId: true,
    },
  })
  const moved = movedParents(sessions, events)
  if (moved.length === 0) return false
  await tx.$executeRaw`
    UPDATE "Session" s SET "parentId" = r."parentId", "revision" = ${version}
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS r("id" uuid, "parentId" uuid) WHERE s."id" = r."id"`
  return true
}

/**
 * The sessions whose parent is not what it should be. The container of an event is named after it, or of it, on the
 * same day if there are several.
 */
function movedParents(sessions: Part[], events: ColocatedEvent[]): { id: string; parentId: string | null }[] {
  const containers = sessions.filter(({ kind, status }) => kind === 'container' && status !== 'cancelled').sort(byTime)
  const containersOf = new Map(events.map((event) => [event.id, containersFor(event, containers)]))
  return sessions.flatMap(({ id, kind, dayOn, colocatedId, parentId }) => {
    const candidates = kind === 'container' || colocatedId === null ? [] : (containersOf.get(colocatedId) ?? [])
    const parent = candidates.find((container) => dayOfDate(container.dayOn) === dayOfDate(dayOn)) ?? candidates[0]
    return (parent?.id ?? null) === parentId ? [] : [{ id, parentId: parent?.id ?? null }]
  })
}

function containersFor(event: ColocatedEvent, containers: Part[]): Part[] {
  const own = containers.filter(({ colocatedId }) => colocatedId === event.id)
  const name = ` ${looseKey(event.name)} `
  return own.length > 0 ? own : containers.filter(({ title }) => ` ${looseKey(title)} `.includes(name))
}

function byTime(a: Part, b: Part): number {
  return (
    a.dayOn.getTime() - b.dayOn.getTime() ||
    (a.startAt?.getTime() ?? Infinity) - (b.startAt?.getTime() ?? Infinity) ||
    a.number - b.number
  )
}
