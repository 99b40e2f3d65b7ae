/** Somebody who presents, as far as a schedule says it. */
export type Presenter = { key: string | null; name: string | null; company: string | null; bio: string | null }

export type Talk = {
  /** Null for a break, which only its slot identifies. */
  id: string | null
  title: string
  description: string | null
  track: string | null
  language: string | null
  level: string | null
  replayUrl: string | null
  presenters: Presenter[]
}

export type SlotRoom = { key: string; name: string; capacity: number | null }

/** A time in a room, as every generation of the call for papers has it; often nothing is in it. */
export type DevoxxSlot = {
  path: string
  id: string
  startAt: Date
  endAt: Date | null
  room: SlotRoom | null
  /** The type of session that the slot is for: "Conference", "Hands-on Labs", "Lunch". */
  format: string | null
  isBreak: boolean
  /** Shows what is in another room at the time. */
  isOverflow: boolean
  talk: Talk | null
}

/** A slot in which something takes place, in all rooms in which it does. */
export type FilledSlot = DevoxxSlot & { talk: Talk; rooms: SlotRoom[] }
