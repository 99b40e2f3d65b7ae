import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Board, BoardDraft } from '@/lib/desk/board/board'
import { bringBackAction, discardDraftAction } from '@/lib/desk/board/server/actions'
import { pageAddress } from '@/lib/program/addresses'
import type { PublishedDraft } from './sheets/publish-draft-sheet'

type End =
  | { kind: 'discarded' | 'discardedByOther'; version: number; taken: number }
  | { kind: 'published'; published: PublishedDraft }
  | { kind: 'broughtBack' | 'failed' }
type Given = {
  slug: string
  /** As the server told it last. */ board: Pick<Board, 'version' | 'draft'>
  draft: BoardDraft
  /** What was done here is on its way. */ isWaiting: boolean
  close: (draft: BoardDraft) => void
}

/** How the draft ended last: published or discarded, which can be undone. */
export function useEnding({ slug, board, draft, isWaiting, close }: Given) {
  const [end, setEnd] = useState<End | null>(null)
  const [told, setTold] = useState(board)
  if (told !== board) {
    setTold(board)
    const taken = told.draft.moves.length
    // What is published is in another version of the programme, and what was done here is known already.
    const isByOther = board.draft.version > draft.version && board.version === told.version && !isWaiting
    if (taken > 0 && board.draft.moves.length === 0 && isByOther)
      setEnd({ kind: 'discardedByOther', version: board.draft.version, taken })
  }
  const discard = async () => {
    const outcome = await discardDraftAction({ conference: slug }).catch(() => null)
    if (!outcome?.ok) return setEnd({ kind: 'failed' })
    const { version, taken } = outcome.value
    close({ ...draft, version, moves: [] })
    setEnd({ kind: 'discarded', version, taken })
  }
  const bringBack = async (version: number) => {
    const outcome = await bringBackAction({ conference: slug, version }).catch(() => null)
    setEnd({ kind: outcome?.ok ? 'broughtBack' : 'failed' })
  }
  const published = (done: PublishedDraft) => {
    close({ ...draft, moves: [] })
    setEnd({ kind: 'published', published: done })
  }
  return { end, discard, bringBack, published }
}

const tones: Partial<Record<End['kind'], 'danger' | 'warning'>> = { failed: 'danger', discardedByOther: 'warning' }

/** Says how the draft ended, and what can be done about it. */
export function Ended({ slug, ending: { end, bringBack } }: { slug: string; ending: ReturnType<typeof useEnding> }) {
  const t = useTranslations('manage.board')
  if (!end) return null
  return (
    <Notice tone={tones[end.kind] ?? 'good'} live>
      {end.kind === 'published' ? (
        <>
          <p>{t('ended.published', { count: end.published.sessions, number: end.published.number })}</p>
          {end.published.left.length > 0 ? (
            <p>{t('ended.left', { titles: end.published.left.map(({ title }) => title).join(', ') })}</p>
          ) : null}
          {end.published.isHeld ? <p>{t('ended.held')}</p> : null}
          <p>
            <a
              className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
              href={pageAddress(slug, 'managedRelease', String(end.published.number))}
            >
              {t('ended.release')}
            </a>
          </p>
        </>
      ) : (
        <p>{t(`ended.${end.kind}`, { count: 'taken' in end ? end.taken : 0 })}</p>
      )}
      {'taken' in end && end.taken > 0 ? (
        <Button className="justify-self-start" onClick={() => void bringBack(end.version)}>
          {t('undo')}
        </Button>
      ) : null}
    </Notice>
  )
}
