import type { FilledSlot, DevoxxSlot } from './slot'
import { groupBy } from '@/lib/platform/collections/group-by'

/**
 * What takes place in a conference's slots. A break that is written once for each room is one, in all of them; so is a
 * talk and its overflow rooms, whether these name the talk, carry a copy of it that is called "Overflow", or are empty.
 * @returns the rest as `empty`: slots without a talk, and overflow rooms of which nothing tells what they show
 */
export function fillSlots(slots: DevoxxSlot[]): { filled: FilledSlot[]; empty: DevoxxSlot[] } {
  const held = slots.flatMap((slot) => (slot.talk && !isOverflow(slot) ? [{ ...slot, talk: slot.talk }] : []))
  const filled = [...groupBy(held, sameness).values()].map((same): FilledSlot => {
    // Whichever room comes first in the file, it is the same break.
    const [first] = same.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const rooms = same.flatMap(({ room }) => room ?? [])
    return { ...(first ?? same[0]), rooms }
  })
  const shownIn = overflowFinder(filled)
  const rest = slots.filter((slot) => !slot.talk || isOverflow(slot))
  const empty = rest.flatMap((slot) => {
    const shown = shownIn(slot)
    if (shown) shown.rooms.push(...(slot.room ? [slot.room] : []))
    else if (slot.talk && titleOf(slot) !== '')
      filled.push({ ...slot, talk: slot.talk, rooms: slot.room ? [slot.room] : [] })
    else return [slot]
    return []
  })
  return { filled, empty }
}

const overflowMark = /(?:^|\s*[-–—:|([]\s*|\s+)overflow\s*[)\]]?$/i

function isOverflow({ isOverflow, talk }: DevoxxSlot): boolean {
  return isOverflow || overflowMark.test(talk?.title ?? '')
}

/** The title without what says that this is an overflow room. */
function titleOf({ talk }: DevoxxSlot): string {
  return (talk?.title ?? '').replace(overflowMark, '').trim().toLowerCase()
}

function timeOf({ startAt, endAt }: DevoxxSlot): string {
  return `${startAt.toISOString()}|${endAt?.toISOString() ?? ''}`
}

function sameness(slot: FilledSlot | (DevoxxSlot & { talk: NonNullable<DevoxxSlot['talk']> })): string {
  return JSON.stringify([timeOf(slot), slot.talk.id ?? slot.talk.title])
}

/** Finds the talk that an overflow room shows: by its id, its title, its speakers, else the only one of its format. */
function overflowFinder(filled: FilledSlot[]): (slot: DevoxxSlot) => FilledSlot | undefined {
  const talks = filled.filter(({ isBreak }) => !isBreak)
  const signs = [signOfId, signOfTitle, signOfSpeakers].map((sign) => ({ sign, found: groupBy(talks, sign) }))
  const byFormat = groupBy(talks, signOfFormat)
  return (slot) => {
    const named = signs.flatMap(({ sign, found }) => (sign(slot) === '' ? [] : only(found.get(sign(slot)))))
    return named[0] ?? (titleOf(slot) === '' ? only(byFormat.get(signOfFormat(slot)))[0] : undefined)
  }
}

const signOfId = (slot: DevoxxSlot) => signOf(slot, slot.talk?.id ?? '')
const signOfTitle = (slot: DevoxxSlot) => signOf(slot, titleOf(slot))
const signOfFormat = (slot: DevoxxSlot) => `${timeOf(slot)} ${slot.format ?? ''}`
const signOfSpeakers = (slot: DevoxxSlot) =>
  signOf(slot, (slot.talk?.presenters ?? []).flatMap(({ key, name }) => key ?? name ?? []).join(' '))

function signOf(slot: DevoxxSlot, text: string): string {
  return text === '' ? '' : `${timeOf(slot)} ${text}`
}

function only<Value>(values: Value[] | undefined): Value[] {
  return values?.length === 1 ? values : []
}
