import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { knownReason, refusalsOfAsker } from '@/components/shared/known-reason'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import type { PlannedDraft } from '@/lib/desk/board/board'
import type { ShownMove } from '@/lib/desk/board/shown-move'
import { planDraftAction, publishDraftAction } from '@/lib/desk/board/server/actions'
import { readClock } from '@/lib/platform/clocks/read-clock'
import type { DraftWarnings } from '../warnings/use-warnings'
import { WarningList } from '../warnings/warning-list'
import { PlannedRelease } from '../../releases/planned-release'
import { EffectFacts } from './effect-facts'
import { MovedList } from './moved-list'
import { formFields } from './place-sheet'
import { useDraftEffect } from './use-draft-effect'
import { WhenFields } from './when-fields'
import type { BoardWords } from '../use-board-words'

const reasons = [
  ...refusalsOfAsker,
  'UNAVAILABLE',
  'NOT_FOUND',
  'INVALID',
  'moved-meanwhile',
  'changed-meanwhile',
  'nothing-moved',
  'time-skipped',
  'time-over',
] as const
const MOST_NOTE = 500

export type PublishedDraft = {
  number: number
  sessions: number
  left: readonly { sessionId: string; title: string }[]
  /** Nobody is told yet. */ isHeld: boolean
}

type Props = {
  slug: string
  moves: readonly ShownMove[]
  words: BoardWords
  /** The versions that whoever publishes has before them. */ seen: { draft: number; program: number }
  planned: PlannedDraft | null
  isSent: boolean
  /** The server does not answer. */ isOffline: boolean
  /** What the draft brings; null: it is not known yet. */ found: DraftWarnings | null
  onPublished: (published: PublishedDraft) => void
  /** It is planned; the page hears of it with the draft. */ onPlanned: () => void
  onClose: () => void
}

/** So few are read at once: the time and the button stay in sight. */
const FEW = 2

/** What the draft brings, and above what can be done about it no more than a few lines of that. */
function FoldedWarnings({ slug, found }: { slug: string; found: DraftWarnings }) {
  const t = useTranslations('manage.board')
  const [warnings, ignored] = [found.warnings.length, found.ignored.length]
  if (warnings + ignored === 0) return null
  return (
    <details open={warnings > 0 && warnings <= FEW}>
      <summary className={`flex min-h-11 items-center font-medium ${warnings > 0 ? 'text-warning' : ''}`}>
        {warnings > 0 ? t('warned', { count: warnings }) : t('ignored', { count: ignored })}
      </summary>
      <WarningList slug={slug} of={found} isDraftAlone />
    </details>
  )
}

/** What publishing the draft changes, and for whom; when, whether people are told, and with which note. */
export function PublishDraftSheet({ slug, moves, words, seen, planned, isSent, isOffline, found, ...on }: Props) {
  const t = useTranslations('manage.board')
  const [publish, plan] = [useAction(publishDraftAction), useAction(planDraftAction)]
  const effect = useDraftEffect(slug, seen.draft)
  const [openedAt] = useState(seen.program)
  const stands = planned && !planned.ended ? planned : null
  const [isLater, setLater] = useState(stands !== null)
  const [failed, setFailed] = useState<string | null>(null)
  const isPending = publish.pending || plan.pending
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { note = '', silent, dayOn = '', time = '' } = formFields(event.currentTarget)
    const said = { conference: slug, note, isSilent: silent !== undefined }
    if (isLater) {
      const outcome = await plan.run({ ...said, dayOn, time: readClock(time) ?? '' })
      const answer = outcome.ok ? outcome.value : outcome
      return answer.ok ? on.onPlanned() : setFailed(answer.reason)
    }
    const outcome = await publish.run({ ...said, seen })
    const answer = outcome.ok ? outcome.value : outcome
    if (answer.ok) on.onPublished(answer)
    else setFailed(answer.reason)
  }
  const last = effect?.last
  if (moves.length === 0 && last && last.version > openedAt)
    return (
      <Dialog title={t('publishTitle')} closeName={t('close')} onClose={on.onClose}>
        <Notice live>
          <p>{t('publishedBy', { who: words.who(last), number: last.number })}</p>
        </Notice>
      </Dialog>
    )
  const label = isLater ? t('planIt') : isPending ? t('publishing') : t('publishNow')
  return (
    <Dialog title={t('publishTitle')} closeName={t('close')} onClose={on.onClose}>
      {stands ? <PlannedRelease key={stands.dueAt} slug={slug} planned={stands} saying={words.saying} /> : null}
      {effect ? (
        <EffectFacts of={effect} />
      ) : (
        <p className="font-medium">{t('publishCount', { count: moves.length })}</p>
      )}
      <p className="text-muted">{effect?.isHeld ? t('publishHeld') : t('publishLead')}</p>
      {found ? <FoldedWarnings slug={slug} found={found} /> : null}
      <MovedList moves={moves} words={words} isPlanned={isLater} />
      <form className="grid gap-3" onSubmit={(event) => void send(event)}>
        <WhenFields timeZone={words.saying.timeZone} planned={stands} isLater={isLater} onLater={setLater} />
        {effect?.isHeld ? null : (
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="silent"
              defaultChecked={stands?.isSilent}
              className="size-5 shrink-0 accent-accent"
            />
            <span>
              {t('silently')}
              <span className="block text-sm text-muted">{t('silentlyHint')}</span>
            </span>
          </label>
        )}
        <TextField
          name="note"
          rows={2}
          maxLength={MOST_NOTE}
          label={t('note')}
          hint={t('noteHint')}
          defaultValue={stands?.note ?? ''}
        />
        {failed ? (
          <Notice tone="danger" live>
            <p>{t('notPublished', { reason: t(`reason.${knownReason(reasons, failed, 'INVALID')}`) })}</p>
          </Notice>
        ) : null}
        {isSent ? null : <p role="status">{t(isOffline ? 'notSentOffline' : 'notSent')}</p>}
        <SubmitButton variant="primary" disabled={isPending || !isSent || moves.length === 0}>
          {label}
        </SubmitButton>
      </form>
    </Dialog>
  )
}
