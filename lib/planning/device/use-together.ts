import type { Table } from 'dexie'
import { useCallback, useEffect, useState } from 'react'
import { togetherSchema, type Together } from '@/lib/planning/together'
import type { PersonStore } from '@/lib/sync/client/kind'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
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

/** `of`: who was here when it was told; null: a guest. */
type Shown = Omit<Used, 'reload'> & { of: string | null }
const nothing: Omit<Shown, 'of'> = { together: null, asOf: null, state: 'loading' }

/**
 * My groups in a conference and what their members picked: as the server tells it while somebody looks, and as it last
 * did without a network. Of whoever is here alone: what was told to somebody before them, in another tab or this one,
 * is neither shown nor kept.
 */
export function useTogether(conferenceId: string): Used {
  const viewer = useViewer()?.id ?? null
  const [shown, setShown] = useState<Shown>({ ...nothing, of: null })
  const reload = useCallback(async () => {
    const asked = await ask(conferenceId)
    // Somebody else is here meanwhile: they ask themselves.
    if (viewerHere() !== viewer) return
    const store = await storeOf(viewer)
    if (asked === 'refused' && viewer !== null) {
      // What a group shared is no longer for whoever is here: not on this device either.
      await store?.together.delete(conferenceId).catch(() => undefined)
      return setShown({ ...nothing, of: viewer, state: asked })
    }
    if (typeof asked === 'string')
      return setShown((before) => ({ ...(before.of === viewer ? before : nothing), of: viewer, state: asked }))
    const keptAt = new Date().toISOString()
    setShown({ of: viewer, together: asked, asOf: keptAt, state: 'fresh' })
    // Without a store to be had it is shown all the same.
    await store?.together.put({ conferenceId, together: asked, keptAt }).catch(() => undefined)
  }, [conferenceId, viewer])
  useEffect(() => {
    const showKept = async () => {
      const row = await (await storeOf(viewer))?.together.get(conferenceId)
      if (row && viewerHere() === viewer)
        setShown((before) =>
          before.of === viewer && before.together
            ? before
            : { ...nothing, of: viewer, together: row.together, asOf: row.keptAt },
        )
    }
    void showKept()
      .catch(() => undefined)
      .then(reload)
    const look = () => document.visibilityState === 'visible' && void reload()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conferenceId, viewer, reload])
  const { together, asOf, state } = shown.of === viewer ? shown : nothing
  return { together, asOf, state, reload }
}

function viewerHere(): string | null {
  return knownViewer()?.id ?? null
}

/** Their store on this device; null: there is none to be had, or it is not open (yet, or any more). */
async function storeOf(viewer: string | null): Promise<PersonStore | null> {
  const store = await withEngine().then(
    (engine) => engine.store(),
    () => null,
  )
  return store?.person === viewer ? store : null
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
