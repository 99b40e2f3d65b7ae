import { z } from 'zod'
import { idField, instantField, textField } from '@/lib/platform/fields'

/** What devices send; what they hear is in answers.ts. Guarantees: docs/sync.md. */

/** The most mutations of one push. */
const MOST_MUTATIONS = 500

/** What one body may weigh: the longest edit of a note that is understood at all, with room around it. */
export const MOST_PUSH_BYTES = 8_000_000

/** One change a person made, with an id that its device gave it: it may arrive any number of times and happens once. */
export const mutationSchema = z.object({
  id: idField(),
  /** When the device says it was made. Devices' clocks are wrong: what arrives last wins. */
  at: instantField(),
  /** Which change it is, of those that rooms register (server/served-kind.ts). */
  name: textField().max(50),
  /** As that change has them. */
  args: z.unknown(),
})

const markField = textField().max(100)

/**
 * A device's changes in the order in which they were made. Each is parsed by itself when its turn comes: one that this
 * server does not understand is refused, and holds up none of the others.
 */
export const pushSchema = z.object({
  /**
   * Whose store these come from. A browser may meanwhile be signed in as somebody else: nothing of one reaches the
   * other.
   */
  person: z.uuid(),
  device: z.uuid(),
  /**
   * What the device was told last of how this person's rows stood; null: nothing yet. Absent: a build that keeps none.
   */
  mark: markField.nullable().optional(),
  /**
   * Nothing is to be run where that is not known: a device says to a server that was put back what it held before what
   * it did since.
   */
  ifKnown: z.boolean().optional(),
  mutations: z.array(z.looseObject({ id: idField() })).max(MOST_MUTATIONS),
})

export const pullSchema = z.object({
  person: z.uuid(),
  /** The revision of the last pull; 0 brings everything. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** As in a push; empty: nothing yet, or everything is to be told. */
  mark: markField.optional(),
})

export type Push = z.output<typeof pushSchema>
export type Pull = z.output<typeof pullSchema>
