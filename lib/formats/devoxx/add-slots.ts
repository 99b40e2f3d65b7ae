import type { ParseOptions } from '../reading/adapter'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { programmeDays } from '../reading/late-night'
import type { ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { fillSlots } from './fill-slots'
import type { Presenter, DevoxxSlot, SlotRoom } from './slot'

/** Makes sessions of the slots in which something takes place, and counts the others. */
export function addSlots(
  slots: DevoxxSlot[],
  speakers: ReadonlyMap<string, Presenter>,
  { timeZone, answers }: ParseOptions,
  draft: ProgramDraft,
): void {
  const { filled, empty } = fillSlots(slots)
  addRoomsOf(slots, answers, draft)
  const dayOf = programmeDays(filled, timeZone)
  for (const { path, id, startAt, endAt, format, isBreak, talk, rooms } of filled) {
    const speakerKeys = talk.presenters.flatMap((presenter) => addPresenter(presenter, speakers, draft) ?? [])
    draft.addSession(path, {
      sourceId: talk.id ?? id,
      rawTitle: talk.title,
      description: talk.description,
      kind: isBreak ? kindOfPause(talk.title) : kindOfFormat(talk.title, format, speakerKeys.length > 0),
      cancelled: false,
      dayOn: dayOf(startAt),
      startAt,
      endAt,
      roomKeys: rooms.flatMap(({ key, name }) => draft.addRoom(name, { key }) ?? []),
      trackKey: draft.addTrack(talk.track),
      colocatedKey: null,
      speakerKeys,
      language: talk.language,
      url: null,
      capacity: null,
      level: talk.level,
      replayUrl: talk.replayUrl,
    })
  }
  const [first] = empty
  if (first) draft.addProblem('info', first.path, 'slots-without-talk', `${empty.length}: ${placesOf(empty)}`)
}

function addRoomsOf(slots: DevoxxSlot[], answers: ParseOptions['answers'], draft: ProgramDraft): void {
  const rooms = new Map<string, SlotRoom>()
  for (const { room } of slots) if (room && (rooms.get(room.key)?.capacity ?? null) === null) rooms.set(room.key, room)
  const capacityOf = capacityReader(
    [...rooms.values()].map(({ name }) => name),
    answers,
    draft,
  )
  for (const { key, name, capacity } of rooms.values())
    draft.addRoom(name, { key, capacity: capacity ?? capacityOf(name) })
}

function addPresenter(
  { key, name, company, bio }: Presenter,
  speakers: ReadonlyMap<string, Presenter>,
  draft: ProgramDraft,
): string | null {
  const known = key === null ? undefined : speakers.get(key)
  return draft.addSpeaker({
    ...(key === null ? {} : { key }),
    name: name ?? known?.name ?? null,
    company: company ?? known?.company ?? null,
    bio: bio ?? known?.bio ?? null,
  })
}

/** The rooms and formats of a few. */
function placesOf(empty: DevoxxSlot[]): string {
  return empty
    .slice(0, 5)
    .map(({ room, format }) => [room?.name, format].filter(Boolean).join(' · '))
    .join('; ')
}
