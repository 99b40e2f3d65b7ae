import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { knownReason } from '@/components/shared/known-reason'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Facts, Outside } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import type { BoardMove } from '@/lib/desk/board/board'
import { publishDraftAction } from '@/lib/desk/board/server/actions'
import type { DraftWarnings } from '../warnings/use-warnings'
import { WarningList } from '../warnings/warning-list'
import { EffectFacts } from './effect-facts'
import { useDraftEffect } from './use-draft-effect'
import type { BoardWords } from '../use-board-words'

const reasons = [
  'UNAVAILABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'RATE_LIMITED',
  'moved-meanwhile',
  'changed-meanwhile',
  'nothing-moved',
] as const
const MOST_NOTE = 500
/** So many are listed at once. */
const MOST_LISTED = 100

export type PublishedDraft = { number: number; sessions: number; left: readonly { sessionId: string; title: string }[] }

type Props = {
  slug: string
  moves: readonly BoardMove[]
  words: BoardWords
  /** The versions that whoever publishes has before them. */ seen: { draft: number; program: number }
  isSent: boolean
  /** The server does not answer. */ isOffline: boolean
  /** What the draft brings. */ found: DraftWarnings
  onPublished: (published: PublishedDraft) => void
  onClose: () => void
}

/** What publishing the draft changes, and for whom; with a note of whoever does it. */
export function PublishDraftSheet({ slug, moves, words, seen, isSent, isOffline, found, onPublished, onClose }: Props) {
  const t = useTranslations('manage.board')
  const { run, pending } = useAction(publishDraftAction)
  const effect = useDraftEffect(slug, seen.draft)
  const [failed, setFailed] = useState<string | null>(null)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const note = new FormData(event.currentTarget).get('note')
    const outcome = await run({ conference: slug, seen, note: typeof note === 'string' ? note : '' })
    const answer = outcome.ok ? outcome.value : outcome
    if (answer.ok) onPublished(answer)
    else setFailed(answer.reason)
  }
  return (
    <Dialog title={t('publishTitle')} closeName={t('close')} onClose={onClose}>
      {found.warnings.length + found.ignored.length > 0 ? <WarningList slug={slug} of={found} isDraftAlone /> : null}
      {effect ? (
        <EffectFacts of={effect} />
      ) : (
        <p className="font-medium">{t('publishCount', { count: moves.length })}</p>
      )}
      <p className="text-muted">{effect?.isHeld ? t('publishHeld') : t('publishLead')}</p>
      <details>
        <summary className="flex min-h-11 items-center font-medium">{t('publishList')}</summary>
        <ul className="border-t border-line">
          {moves.slice(0, MOST_LISTED).map((move) => (
            <li key={move.sessionId} className="border-b border-line py-2">
              <p className="font-semibold">
                <Outside>{move.title}</Outside>
              </p>
              <p className="text-sm text-muted">
                <Facts
                  of={[
                    move.from
                      ? t('fromTo', { from: words.place(move.from), to: words.place(move.place) })
                      : words.place(move.place),
                  ]}
                />
              </p>
            </li>
          ))}
        </ul>
        {moves.length > MOST_LISTED ? (
          <p className="text-muted">{t('more', { count: moves.length - MOST_LISTED })}</p>
        ) : null}
      </details>
      <form className="grid gap-3" onSubmit={(event) => void send(event)}>
        <TextField name="note" rows={2} maxLength={MOST_NOTE} label={t('note')} hint={t('noteHint')} />
        {failed ? (
          <Notice tone="danger" live>
            <p>{t('notPublished', { reason: t(`reason.${knownReason(reasons, failed, 'INVALID')}`) })}</p>
          </Notice>
        ) : null}
        {isSent ? null : <p role="status">{t(isOffline ? 'notSentOffline' : 'notSent')}</p>}
        <SubmitButton variant="primary" disabled={pending || !isSent || moves.length === 0}>
          {pending ? t('publishing') : t('publishNow')}
        </SubmitButton>
      </form>
    </Dialog>
  )
}
