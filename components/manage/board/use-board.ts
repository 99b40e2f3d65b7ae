import { useCallback, useEffect, useRef, useState } from 'react'
import type { Board } from '@/lib/desk/board/board'
import { boardAddress } from '@/lib/desk/board/board-address'
import { PROGRAMME } from '@/lib/program/conference-document'
import { onPoke } from '@/lib/sync/client/exchange/pokes'

/** Several pokes within so long are one. */
const APART_MS = 300
/** Where the server did not answer, it is asked again after so long. */
const AGAIN_MS = 5_000

type KeptBoard = {
  board: Board | null
  hasFailed: boolean
  /** Asks for the draft anew. */ reload: () => void
}

/**
 * A conference's board as the server has it, kept true while the page is open: the draft whenever any organizer moves
 * something, and the whole whenever the programme is another. Null: it is on its way.
 */
export function useBoard(slug: string, conferenceId: string): KeptBoard {
  const [board, setBoard] = useState<Board | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const known = useRef<Board | null>(null)
  const again = useRef<() => void>(null)
  useEffect(() => {
    let [isOver, timer] = [false, undefined as ReturnType<typeof setTimeout> | undefined]
    const later = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(), ms)
    }
    async function load() {
      const next = await (known.current ? loadNews(slug, known.current) : loadWhole(slug))
      if (isOver) return
      setFailed(next === null)
      if (!next) return later(AGAIN_MS)
      // Of two answers the one that was asked for first may come last.
      if (known.current && isOlder(next, known.current)) return
      known.current = next
      setBoard(next)
    }
    const stops = [
      onPoke(`${PROGRAMME}:${conferenceId}`, (version) => {
        if (known.current && version !== known.current.version) later(APART_MS)
      }),
      onPoke(`draft:${conferenceId}`, (version) => {
        if (known.current && version !== known.current.draft.version) later(APART_MS)
      }),
    ]
    again.current = () => later(APART_MS)
    void load()
    return () => {
      isOver = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [slug, conferenceId])
  const reload = useCallback(() => again.current?.(), [])
  return { board, hasFailed, reload }
}

function isOlder(one: Board, other: Board): boolean {
  return one.version < other.version || one.draft.version < other.draft.version
}

async function loadNews(slug: string, board: Board): Promise<Board | null> {
  const news = await ask(`/api/v1/board/draft?conference=${encodeURIComponent(slug)}`, isNews)
  if (!news) return null
  return news.version === board.version ? { ...board, draft: news.draft, planned: news.planned } : loadWhole(slug)
}

function loadWhole(slug: string): Promise<Board | null> {
  return ask(boardAddress(slug), isBoard)
}

async function ask<T>(address: string, isIt: (value: unknown) => value is T): Promise<T | null> {
  try {
    const answer = await fetch(address)
    const value: unknown = answer.ok ? await answer.json() : null
    return isIt(value) ? value : null
  } catch {
    return null
  }
}

/** Our own server says it; to look at each of ten thousand sessions would cost more than to draw them. */
function isNews(value: unknown): value is Pick<Board, 'version' | 'draft' | 'planned'> {
  return typeof value === 'object' && value !== null && 'version' in value && 'draft' in value
}

function isBoard(value: unknown): value is Board {
  return isNews(value) && 'sessions' in value && Array.isArray(value.sessions)
}
