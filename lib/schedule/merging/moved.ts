import { z } from 'zod'

const ids = z.array(z.uuid())

/** What a merge moved, as it is kept with it, so that it can be taken back. */
export const movedSchema = z.object({
  /** Sessions that had the one, and not the other. */
  sessions: ids,
  /** Those that had both, with the place that the one had among a session's parts. */
  both: z.array(z.object({ id: z.uuid(), position: z.number() })),
  readings: ids,
  stewardLinks: ids,
  announcements: ids,
  /** Addresses that it had before its own. */
  addresses: z.array(z.string()),
  /** What was not known of the other room, and is by this one. */
  filled: z.object({
    floor: z.string().optional(),
    zone: z.string().optional(),
    capacity: z.number().optional(),
    capacityKind: z.enum(['seats', 'headsets']).optional(),
    floorId: z.uuid().optional(),
    floorX: z.number().optional(),
    floorY: z.number().optional(),
  }),
})
export type WhatMoved = z.output<typeof movedSchema>
