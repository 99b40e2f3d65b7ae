import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { editRecapAction, keepUntakenAction, readRecapAction } from '@/lib/recaps/server/actions'
import type { SavedDraft } from '@/lib/recaps/draft'
import { draftPlace } from '@/lib/recaps/device/recap-drafts'
import { runInRounds, type RunningRounds } from '@/lib/sync/client/exchange/rounds'
import { useLeaveWarning } from '@/lib/notes/device/use-leave-warning'
import { keepDraft, type DraftServer } from './draft-keeper'
import { rememberDraft } from './open-draft'
import { savesOf } from './saves-of'

const PAUSE_MS = 1_500

const unreachable = () => ({ ok: false as const, reason: 'UNAVAILABLE' })

/**
 * Keeps a recap while it is written, as draft-keeper.ts says: on this device with every key, on the server a moment
 * after the last.
 */
export function useAutosave(id: string, atFirst: SavedDraft) {
  const [{ keeper, place, told }] = useState(() => {
    const [place, told] = [draftPlace(id), new EventTarget()]
    return { keeper: keepDraft(atFirst, serverOf(id, told), place), place, told }
  })
  const keeping = useSyncExternalStore(keeper.watch, keeper.now, keeper.now)
  const { draft, isKept } = keeping

  useEffect(() => place.open(), [place])
  useEffect(() => void keeper.lookAround(), [keeper])
  useEffect(() => {
    const save = async () => {
      await keeper.save()
      return keeper.isSaved()
    }
    return rememberDraft({ save, isAsked: () => keeper.now().question !== null })
  }, [keeper])
  const saving = useRef<RunningRounds>(null)
  useEffect(() => {
    const rounds = runInRounds(async () => {
      await keeper.save()
      return keeper.now().state === 'here' ? 'failed' : 'done'
    })
    saving.current = rounds
    const leave = meetOthers(id, told, { save: rounds.ask, refresh: () => void keeper.refresh() })
    return () => {
      leave()
      rounds.stop()
    }
  }, [id, told, keeper])
  useEffect(() => {
    const timer = setTimeout(() => saving.current?.ask(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useLeaveWarning(!isKept)

  return { keeping, keeper }
}

function serverOf(id: string, told: EventTarget): DraftServer {
  return {
    save: async (draft, from) => {
      const answer = await editRecapAction({ ...draft, ...from, id }).catch(unreachable)
      if (answer.ok) told.dispatchEvent(new Event('saved'))
      return answer
    },
    read: () => readRecapAction({ id }).catch(unreachable),
    setAside: async ({ title, summary, text }) => {
      const answer = await keepUntakenAction({ id, title, summary, text }).catch(unreachable)
      if (answer.ok) told.dispatchEvent(new Event('saved'))
      return answer
    },
  }
}

/**
 * Tells other tabs of this browser what was saved here, and looks for what was saved elsewhere when one comes back to
 * this one.
 */
function meetOthers(
  id: string,
  told: EventTarget,
  { save, refresh }: { save: () => void; refresh: () => void },
): () => void {
  const [channel, over] = [savesOf(id), new AbortController()]
  const { signal } = over
  told.addEventListener('saved', () => channel.postMessage('saved'), { signal })
  channel.addEventListener('message', refresh, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh(), { signal })
  addEventListener('online', save, { signal })
  return () => {
    over.abort()
    channel.close()
  }
}
