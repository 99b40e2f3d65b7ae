import { useCallback, useEffect, useState } from 'react'
import * as z from 'zod/mini'

type NoteVersion = { id: string; text: string; createdAt: string }
export type VersionList = {
  state: 'loading' | 'failed' | 'ready'
  versions: readonly NoteVersion[]
  /** There are older ones. */ more: boolean
}

// A history is a wish, not a need: nothing waits longer for it.
const TIMEOUT_MS = 10_000
const answerSchema = z.object({
  versions: z.array(z.object({ id: z.string(), text: z.string(), createdAt: z.string() })),
  more: z.optional(z.boolean()),
})
const nothingYet: VersionList = { state: 'loading', versions: [], more: false }

/** A note's earlier texts, which only the server keeps. @param wanted asks when it becomes true, and each time again */
export function useHistory(noteId: string, wanted: boolean): VersionList & { loadOlder: () => Promise<void> } {
  const [history, setHistory] = useState<VersionList>(nothingYet)
  useEffect(() => {
    if (!wanted) return
    const cancel = new AbortController()
    void ask(noteId, null, cancel.signal).then((answer) => !cancel.signal.aborted && setHistory(answer))
    return () => cancel.abort()
  }, [noteId, wanted])
  const oldest = history.versions.at(-1)?.id ?? null
  const loadOlder = useCallback(async () => {
    const { state, versions, more } = await ask(noteId, oldest, null)
    // What was asked for meanwhile is there already.
    setHistory((shown) =>
      shown.versions.at(-1)?.id !== oldest
        ? shown
        : state === 'failed'
          ? { ...shown, state }
          : { state, versions: [...shown.versions, ...versions], more },
    )
  }, [noteId, oldest])
  return { ...history, loadOlder }
}

async function ask(noteId: string, before: string | null, signal: AbortSignal | null): Promise<VersionList> {
  try {
    const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]
    const response = await fetch(`/api/v1/notes/${noteId}/history${before ? `?before=${before}` : ''}`, {
      signal: AbortSignal.any(signals),
      cache: 'no-store',
    })
    const parsed = response.ok ? answerSchema.safeParse(await response.json()) : null
    return parsed?.success
      ? { state: 'ready', versions: parsed.data.versions, more: parsed.data.more ?? false }
      : { ...nothingYet, state: 'failed' }
  } catch {
    return { ...nothingYet, state: 'failed' }
  }
}
