import { useEffect, useRef, useState } from 'react'
import type { Wish } from '@/lib/desk/suggest/day-facts'
import { askSuggestion } from '@/lib/desk/suggest/device/ask-suggestion'
import type { ToldSuggestion } from '@/lib/desk/suggest/told'

export type Search = {
  state: 'idle' | 'searching' | 'done' | 'stopped' | 'failed'
  suggestion: ToldSuggestion | null
  reason: string | null
}
const IDLE: Search = { state: 'idle', suggestion: null, reason: null }

/** A search for better rooms and times: it is begun, heard of, stopped, or forgotten. */
export function useSuggestion(conference: string) {
  const [search, setSearch] = useState<Search>(IDLE)
  const line = useRef<AbortController | null>(null)
  useEffect(() => () => line.current?.abort(), [])

  const hangUp = () => {
    line.current?.abort()
    line.current = null
  }
  const begin = async (wish: Wish) => {
    hangUp()
    const mine = new AbortController()
    line.current = mine
    setSearch({ ...IDLE, state: 'searching' })
    const reason = await askSuggestion(
      { ...wish, conference },
      {
        signal: mine.signal,
        onTold: (told) => {
          if (line.current !== mine) return
          if (told.state === 'failed') setSearch({ ...IDLE, state: 'failed', reason: told.reason })
          else setSearch({ state: told.state, suggestion: told.suggestion, reason: null })
        },
      },
    )
    if (line.current === mine && reason) setSearch((before) => ({ ...before, state: 'failed', reason }))
  }
  const stop = () => {
    hangUp()
    setSearch((before) => ({ ...before, state: 'stopped' }))
  }
  const forget = () => {
    hangUp()
    setSearch(IDLE)
  }
  return { search, begin, stop, forget }
}
