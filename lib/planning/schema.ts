import { z } from 'zod'

/** What a pick may be: the session I want, the one instead of it, or one that I do not want to see. */
export const pickRanks = ['first', 'planB', 'hidden'] as const
export type PickRank = (typeof pickRanks)[number]

/** My picks: session id → rank. */
export type Picks = ReadonlyMap<string, PickRank>

export const setPickSchema = z.object({ sessionId: z.uuid(), rank: z.enum(pickRanks) })
export const dropPickSchema = z.object({ sessionId: z.uuid() })

export type SetPick = z.output<typeof setPickSchema>
export type DropPick = z.output<typeof dropPickSchema>
