import type { DeskSession } from '@/lib/desk/desk-session'

/** A talk of 1 June 2027 as its organizers look at it. @param start `09:00`, in UTC */
export function deskSession(
  title: string,
  start: string,
  end: string | null,
  rest: Partial<DeskSession> = {},
): DeskSession {
  const day = rest.dayOn ?? '2027-06-01'
  return {
    id: title,
    slug: `1-${title}`,
    title,
    language: null,
    kind: 'talk',
    dayOn: day,
    startAt: new Date(`${day}T${start}:00Z`),
    endAt: end === null ? null : new Date(`${day}T${end}:00Z`),
    parentId: null,
    roomIds: [],
    speakerIds: [],
    capacity: null,
    ...rest,
  }
}
