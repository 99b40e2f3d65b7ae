import { cleanLine } from '@/lib/platform/clean-text'
import type { Adapter, ImportFile } from '../reading/adapter'
import { readJson } from '../reading/json'
import { kindOfFormat, kindOfPause } from '../reading/kind-of-format'
import { programmeDays } from '../reading/late-night'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import { dayFileOf, type DayFile, type VoxxrinSlot } from './days'

type Timed = { path: string; value: VoxxrinSlot; startAt: Date; endAt: Date | null }

/**
 * Voxxrin as it was in 2014: a file for each day, with wall times of the place and no zone. The form that was made of
 * it for Likebox has neither breaks nor speakers.
 */
export const voxxrin2014: Adapter = {
  format: 'voxxrin-2014',
  recognises: (files) => files.some((file) => dayIn(file) !== null),
  inspect: (files) => ({ title: null, siteKey: siteKeyOf(files), timeZone: null }),
  parse: (files, { timeZone, answers }) => {
    const draft = startProgram()
    const slots = files.flatMap((file) => slotsIn(file, files.length > 1 ? `${file.name}: ` : '', draft))
    const timed = timesOf(slots, timeZone, draft)
    const dayOf = programmeDays(timed, timeZone)
    const capacityOf = capacityReader(new Set(timed.flatMap(({ value }) => value.room?.name ?? [])), answers, draft)
    for (const slot of timed) draftSlot(slot, dayOf(slot.startAt), capacityOf, draft)
    return draft.finish()
  },
}

function dayIn(file: ImportFile): DayFile | null {
  const json = readJson(file)
  return json.ok ? dayFileOf(json.value) : null
}

/** A day is named after its event: "bdxio14-0". */
function siteKeyOf(files: ImportFile[]): string | null {
  const [first] = files.flatMap((file) => dayIn(file) ?? [])
  return cleanLine(first?.id.replace(/-\d+$/, ''))
}

function slotsIn(file: ImportFile, prefix: string, draft: ProgramDraft): { path: string; value: VoxxrinSlot }[] {
  const [json, day] = [readJson(file), dayIn(file)]
  if (day === null) draft.addProblem('error', file.name, json.ok ? 'file-not-used' : json.code)
  const slots = day?.read(prefix, draft) ?? []
  if (day !== null && slots.length === 0) draft.addProblem('error', file.name, 'no-sessions')
  return slots
}

function timesOf(slots: { path: string; value: VoxxrinSlot }[], timeZone: string, draft: ProgramDraft): Timed[] {
  const read = timeReader(timeZone, draft.addProblem)
  return slots.flatMap(({ path, value }) => {
    if (value.fromTime === null) draft.addProblem('error', path, 'start-missing', value.title)
    const startAt = read(value.fromTime, path)
    return startAt ? [{ path, value, startAt, endAt: read(value.toTime, path) }] : []
  })
}

function draftSlot(
  { path, value: slot, startAt, endAt }: Timed,
  dayOn: string,
  capacityOf: (room: string) => number | null,
  draft: ProgramDraft,
): void {
  const { name = null, id = null } = slot.room ?? {}
  const room = { key: id ?? undefined, capacity: name === null ? null : capacityOf(name) }
  const roomKey = draft.addRoom(name, room)
  const speakerKeys = slot.speakers.flatMap(
    (speaker) => draft.addSpeaker({ key: speaker.id, name: speaker.name }) ?? [],
  )
  draft.addSession(path, {
    sourceId: slot.id,
    rawTitle: slot.title,
    description: slot.summary,
    kind: /^break$/i.test(slot.kind ?? '')
      ? kindOfPause(slot.title)
      : kindOfFormat(slot.title, slot.type, speakerKeys.length > 0),
    cancelled: false,
    dayOn,
    startAt,
    endAt,
    roomKeys: roomKey === null ? [] : [roomKey],
    trackKey: draft.addTrack(slot.track),
    colocatedKey: null,
    speakerKeys,
    language: null,
    url: null,
    capacity: null,
  })
}
