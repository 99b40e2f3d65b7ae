import { useEffect, useState } from 'react'
import * as z from 'zod/mini'

export type NoteVersion = { id: string; text: string; createdAt: string }
export type History = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; versions: readonly NoteVersion[] }

// A history is a wish, not a need: nothing waits longer for it.
const TIMEOUT_MS = 10_000
const answerSchema = z.object({ versions: z.array(z.object({ id: z.string(), text: z.string(), createdAt: z.string() })) })

/** A note's earlier texts, which only the server keeps. @param wanted asks when it becomes true, and each time again */
export function useHistory(noteId: string, wanted: boolean): History {
  const [history, setHistory] = useState<History>({ state: 'loading' })
  useEffect(() => {
    if (!wanted) return
    const cancel = new AbortController()
    void ask(noteId, cancel.signal).then((answer) => !cancel.signal.aborted && setHistory(answer))
    return () => cancel.abort()
  }, [noteId, wanted])
  return history
}

async function ask(noteId: string, signal: AbortSignal): Promise<History> {
  try {
    const response = await fetch(`/api/v1/notes/${noteId}/history`, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]), cache: 'no-store' })
    const parsed = response.ok ? answerSchema.safeParse(await response.json()) : null
    return parsed?.success ? { state: 'ready', versions: parsed.data.versions } : { state: 'failed' }
  } catch {
    return { state: 'failed' }
  }
}
