import type { ProgramChange } from '@/lib/program/program-change'
import { isSameValue } from '@/lib/program/snapshot'
import type { FindByName } from '../edit/known-names'
import { placeFields, type MovedSession, type MovedField, type StoredPlace } from '../edit/by-hand/place-sessions'
import { changesBySession } from './compare'
import type { Staying } from './undo'
import { valueOf } from './value'

/** A session of a published draft as it is now. */
export type PublishedNow = {
  id: string
  place: StoredPlace
  isCancelled: boolean
  isImported: boolean
  /** The conference's version of its last change. */ revision: number
}
export type DraftUndoPlan = {
  /** What goes back to where it was. */ back: MovedSession[]
  /** Ids of what was drawn, which is cancelled. */ cancelled: string[]
  left: Staying[]
}

/**
 * What takes a published draft back: each field that is as the draft left it is again what it was. Day, start and end
 * go together: where one of them was changed since, all stay.
 * @param changes that it wrote
 * @param find a room's id by a name that it has or had
 * @param version of the draft's release
 */
export function planDraftUndo(
  changes: ProgramChange[],
  sessions: readonly PublishedNow[],
  find: FindByName,
  version: number,
): DraftUndoPlan {
  const now = new Map(sessions.map((session) => [session.id, session]))
  const plan: DraftUndoPlan = { back: [], cancelled: [], left: [] }
  for (const [id, own] of changesBySession(changes)) {
    const session = now.get(id)
    if (!session) continue
    if (own.some(({ field }) => field === 'added')) planDrawn(plan, session, version)
    else planMoved(plan, session, own, find)
  }
  return plan
}

function planDrawn(plan: DraftUndoPlan, { id, isCancelled, revision }: PublishedNow, version: number): void {
  if (isCancelled) return
  if (revision > version) plan.left.push({ sessionId: id, field: 'status', why: 'changed-since' })
  else plan.cancelled.push(id)
}

function planMoved(plan: DraftUndoPlan, session: PublishedNow, changes: ProgramChange[], find: FindByName): void {
  const { id: sessionId, isImported, place: from } = session
  const moved = placeFields.flatMap((field) => {
    const change = changes.find((one) => one.field === field)
    return change ? [{ field, old: placed(field, change.old, find), new: placed(field, change.new, find) }] : []
  })
  const isOther = ({ field, new: brought }: (typeof moved)[number]) => !isSameValue(nowAt(from, field), brought ?? null)
  const timesStay = moved.some((one) => one.field !== 'rooms' && isOther(one))
  const to = { ...from }
  for (const one of moved) {
    const stays = one.field === 'rooms' ? isOther(one) : timesStay
    if (stays || one.old === undefined) plan.left.push({ sessionId, field: one.field, why: 'changed-since' })
    else Object.assign(to, { [one.field === 'rooms' ? 'roomIds' : one.field]: one.old })
  }
  if (placeFields.some((field) => !isSameValue(nowAt(from, field), nowAt(to, field))))
    plan.back.push({ sessionId, isImported, from, to })
}

type PlaceValue = string | string[] | null

/** A value of the history; rooms by their ids, undefined where one is not known any more. */
function placed(field: MovedField, value: unknown, find: FindByName): PlaceValue | undefined {
  if (field !== 'rooms') return stringOf(valueOf(field, value))
  const names = valueOf('rooms', value)
  if (!Array.isArray(names)) return undefined
  const ids = names.flatMap((name) => (typeof name === 'string' ? (find(name) ?? []) : []))
  return ids.length === names.length ? ids : undefined
}

function stringOf(value: unknown): string | null | undefined {
  return typeof value === 'string' || value === null ? value : undefined
}

function nowAt(place: StoredPlace, field: MovedField): PlaceValue {
  return field === 'rooms' ? [...place.roomIds] : place[field]
}
