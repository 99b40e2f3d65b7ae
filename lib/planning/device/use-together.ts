import type { Table } from 'dexie'
import { useCallback, useEffect, useState } from 'react'
import { togetherSchema, type Together } from '@/lib/planning/together'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { withEngine } from '@/lib/sync/client/store/local-state'

/** What members of my groups picked, as the server last told (when: ISO). */
type KeptTogether = { conferenceId: string; together: Together; keptAt: string }

declare module '@/lib/sync/client/kind' {
  interface Tables {
    together: Table<KeptTogether, string>
  }
}

type Used = {
  together: Together | null
  /** When the server last told it (ISO). */
  asOf: string | null
  /** The server could not be reached: what is shown is as old as it is. `refused`: it does not tell whoever is here. */
  state: 'loading' | 'fresh' | 'unreachable' | 'refused'
  reload: () => Promise<void>
}

// Others' picks are no poke of mine: who looks at them sees them a little late.
const AGAIN_MS = 15_000
const TIMEOUT_MS = 10_000

/**
 * My groups in a conference and what their members picked: as the server tells it while somebody looks, and as it last
 * did without a network.
 */
export function useTogether(conferenceId: string): Used {
  const [shown, setShown] = useState<Omit<Used, 'reload'>>({ together: null, asOf: null, state: 'loading' })
  const reload = useCallback(async () => {
    // Whoever asks keeps the answer: somebody else may be here when it comes.
    const store = await withEngine().then(
      (engine) => engine.store(),
      () => null,
    )
    const asked = await ask(conferenceId)
    if (asked === 'refused' && knownViewer()) {
      // What a group shared is no longer for whoever is here: not on this device either.
      await store?.together.delete(conferenceId).catch(() => undefined)
      return setShown({ together: null, asOf: null, state: asked })
    }
    if (typeof asked === 'string') return setShown((before) => ({ ...before, state: asked }))
    const keptAt = new Date().toISOString()
    setShown({ together: asked, asOf: keptAt, state: 'fresh' })
    // Without a store to be had it is shown all the same.
    await store?.together.put({ conferenceId, together: asked, keptAt }).catch(() => undefined)
  }, [conferenceId])
  useEffect(() => {
    const kept = withEngine()
      .then((engine) => engine.store().together.get(conferenceId))
      .catch(() => undefined)
    void kept
      .then(
        (row) =>
          row &&
          setShown((before) => (before.together ? before : { ...before, together: row.together, asOf: row.keptAt })),
      )
      .then(reload)
    const look = () => document.visibilityState === 'visible' && void reload()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conferenceId, reload])
  return { ...shown, reload }
}

async function ask(conferenceId: string): Promise<Together | 'unreachable' | 'refused'> {
  // A guest is in no group.
  if (!knownViewer()) return 'refused'
  try {
    const response = await fetch(`/api/v1/groups?conference=${conferenceId}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.status >= 400 && response.status < 500) return 'refused'
    const parsed = response.ok ? togetherSchema.safeParse(await response.json()) : null
    return parsed?.success ? parsed.data : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
