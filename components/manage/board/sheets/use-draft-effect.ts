import { useEffect, useState } from 'react'
import type { BoardEffect } from '@/lib/desk/board/server/load-effect'

/** Whom publishing a draft of this version touches; null: not known (yet). */
export function useDraftEffect(slug: string, version: number): BoardEffect | null {
  const [effect, setEffect] = useState<BoardEffect | null>(null)
  useEffect(() => {
    let isOver = false
    void fetch(`/api/v1/board/effect?conference=${encodeURIComponent(slug)}`)
      .then(async (answer): Promise<unknown> => (answer.ok ? answer.json() : null))
      .then((value) => {
        if (!isOver && isEffect(value)) setEffect(value)
      })
      // Publishing says by itself what cannot be reached.
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [slug, version])
  return effect
}

function isEffect(value: unknown): value is BoardEffect {
  return typeof value === 'object' && value !== null && 'moved' in value && 'picks' in value && 'clashing' in value
}
