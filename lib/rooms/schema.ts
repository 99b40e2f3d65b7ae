import { z } from 'zod'

/** How full a room is, from empty to none let in; `unknown` where nobody says. */
export const roomStateNames = ['open', 'filling', 'nearlyFull', 'full', 'closed', 'unknown'] as const
export type RoomState = (typeof roomStateNames)[number]

/** What somebody can say of a room without counting. */
export const levelSchema = z.enum(['open', 'filling', 'nearlyFull', 'full', 'closed'])
export type Level = z.output<typeof levelSchema>

/** Who says it. A fresh guest's word weighs less: a browser is cheaper than an account. */
export type Voice =
  | { kind: 'steward' }
  | {
      kind: 'attendee'
      /** One voice each: the newest counts. */ person: string
      isGuest: boolean
      /** Where a guest writes from: all who share it weigh together. Null: not known. */ origin?: string | null
    }

/** One report about a room in a slot. */
export type Reading = {
  voice: Voice
  /** When it was seen: the device's time, brought into the past where its clock runs ahead. */
  at: Date
} & (
  | { kind: 'count'; /** People in, or out if negative. */ delta: number }
  | { kind: 'level'; level: Level }
  | { /** They got in: it was not full, and more is not said. */ kind: 'entered' }
  | { kind: 'queue' | 'delay'; minutes: number }
)

/** What readings say now. */
export type Occupancy = {
  state: RoomState
  /** `door`: a steward; `attendees`: reports; `forecast`: nobody yet; null: unknown. */
  origin: 'door' | 'attendees' | 'forecast' | null
  /** When it was last said; null for a forecast or when unknown. */
  at: Date | null
  /** People inside, where they were counted. */
  count: number | null
  /** How many attendees agree. */
  voices: number
  queueMinutes: number | null
  delayMinutes: number | null
}

/** An occupancy but for what is told beside the state. */
export type KnownOccupancy = Omit<Occupancy, 'queueMinutes' | 'delayMinutes'>
