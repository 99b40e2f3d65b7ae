import { z } from 'zod'

/**
 * What a source said of a room. What it says nothing of is null (and headsets are none): of that it leaves what is
 * known. Kept in Room.imported; it was valid when it was stored.
 */
export const saidOfRoomSchema = z.object({
  name: z.string(),
  floor: z.string().nullable(),
  capacity: z.number().nullable(),
  capacityKind: z.enum(['seats', 'headsets']),
})
export type SaidOfRoom = z.output<typeof saidOfRoomSchema>

/** What a source said of a speaker, all of it: what is null is so. Kept in Speaker.imported. */
export const saidOfSpeakerSchema = z.object({
  name: z.string(),
  company: z.string().nullable(),
  tagline: z.string().nullable(),
  bio: z.string().nullable(),
})
export type SaidOfSpeaker = z.output<typeof saidOfSpeakerSchema>

/** The fields of a room or a speaker that an organizer can decide over what a source says. */
export const partFields = {
  room: saidOfRoomSchema.keyof().options,
  speaker: saidOfSpeakerSchema.keyof().options,
} as const
export type OwnedKind = keyof typeof partFields
export type PartField = keyof SaidOfRoom | keyof SaidOfSpeaker
export type PartValue = string | number | null
export type PartValues = Partial<Record<PartField, PartValue>>

const capacity: readonly PartField[] = ['capacity', 'capacityKind']

/** What is decided, and given back, with a field: a number of headsets is no number of seats. */
export function decidedWith(field: PartField): readonly PartField[] {
  return capacity.includes(field) ? capacity : [field]
}

/** The fields in groups that are given back as one. */
export function partGroups(fields: readonly PartField[]): PartField[][] {
  return fields
    .filter((field) => !fields.slice(0, fields.indexOf(field)).some((other) => decidedWith(other).includes(field)))
    .map((field) => decidedWith(field).filter((one) => fields.includes(one)))
}
