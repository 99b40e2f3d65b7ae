import { lastAsked } from '@/lib/sync/client/store/last-asked'
import { localState, readLocalState } from '@/lib/sync/client/store/local-state'
import type { PickRank } from '../schema'

/** Sessions and what each is to be; undefined: not picked. */
export type WantedRanks = readonly (readonly [sessionId: string, rank: PickRank | undefined])[]

/** By session. */
const asked = lastAsked<PickRank | undefined>()

/** What a session is to be: as it was last asked for on this page, else as the store told. */
export function rankAsked(conferenceId: string, sessionId: string): PickRank | undefined {
  const last = asked.get(sessionId)
  return last ? last.value : localState().picks?.get(conferenceId)?.get(sessionId)
}

/** What these sessions are to be at the moment of the call, once this device's own store has been read. */
export async function readRanks(conferenceId: string, sessionIds: readonly string[]): Promise<WantedRanks> {
  const before = sessionIds.map((id) => [id, asked.get(id)] as const)
  const picks = (await readLocalState()).picks?.get(conferenceId)
  return before.map(([id, last]) => [id, last ? last.value : picks?.get(id)])
}

/**
 * From now on these ranks are what was asked for, until the store tells of them.
 * @param kept resolves once they are in the store; when it rejects, nothing was asked for
 */
export function askRanks(conferenceId: string, wanted: WantedRanks, kept: Promise<unknown>): void {
  for (const [id, rank] of wanted) asked.ask(id, rank, kept, ({ picks }) => picks?.get(conferenceId)?.get(id) === rank)
}
