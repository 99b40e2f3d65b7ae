import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { BoardDraft } from '@/lib/desk/board/board'
import { bringBackAction, discardDraftAction } from '@/lib/desk/board/server/actions'
import { pageAddress } from '@/lib/program/addresses'
import type { PublishedDraft } from './sheets/publish-draft-sheet'

type End =
  | { kind: 'discarded'; version: number; taken: number }
  | { kind: 'published'; published: PublishedDraft }
  | { kind: 'broughtBack' | 'failed' }
type Given = { slug: string; draft: BoardDraft; close: (draft: BoardDraft) => void }

/** How the draft ended last: published or discarded, which can be undone. */
export function useEnding({ slug, draft, close }: Given) {
  const [end, setEnd] = useState<End | null>(null)
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

/** Says how the draft ended, and what can be done about it. */
export function Ended({ slug, ending: { end, bringBack } }: { slug: string; ending: ReturnType<typeof useEnding> }) {
  const t = useTranslations('manage.board')
  if (!end) return null
  return (
    <Notice tone={end.kind === 'failed' ? 'danger' : 'good'} live>
      {end.kind === 'published' ? (
        <>
          <p>{t('ended.published', { count: end.published.sessions, number: end.published.number })}</p>
          {end.published.left.length > 0 ? (
            <p>{t('ended.left', { titles: end.published.left.map(({ title }) => title).join(', ') })}</p>
          ) : null}
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
        <p>{t(`ended.${end.kind}`, { count: end.kind === 'discarded' ? end.taken : 0 })}</p>
      )}
      {end.kind === 'discarded' && end.taken > 0 ? (
        <Button className="justify-self-start" onClick={() => void bringBack(end.version)}>
          {t('undo')}
        </Button>
      ) : null}
    </Notice>
  )
}
