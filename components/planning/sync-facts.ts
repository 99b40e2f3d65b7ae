type Sync = { fetched: boolean; waiting: number; refused: number; online: boolean; troubled: boolean }
type SyncFact = 'waiting' | 'refused' | 'noNetwork' | 'troubled' | 'fetching' | 'saved'

/** What is true of my changes, in the order in which to say it. What was refused is not on the server. */
export function syncFacts({ fetched, waiting, refused, online, troubled }: Sync): SyncFact[] {
  if (waiting > 0)
    return [
      'waiting',
      ...(refused > 0 ? ['refused' as const] : []),
      ...(online ? [] : [troubled ? ('troubled' as const) : ('noNetwork' as const)]),
    ]
  if (refused > 0) return fetched ? ['refused'] : ['refused', 'fetching']
  return [fetched ? 'saved' : 'fetching']
}
