import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useNow } from '@/components/shared/use-now'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { doubtsOf, isDoubtful, unfinishedIn, type Doubts, type UnfinishedIn } from '@/lib/recaps/doubts'
import { MOST_SUMMARY_CHARACTERS } from '@/lib/recaps/length'
import { useReason } from '../use-reason'
import { useUnfit } from '../use-unfit'
import { AuthorFields } from './author-fields'
import { LinkCardView } from './link-card-view'
import { MoreFields } from './more-fields'
import { PublishAtField, wallInstant } from './publish-at-field'
import { PublishDoubts } from './publish-doubts'
import type { PublishProps } from './publish-props'
import { refusedField, type RefusedField } from './refused-field'
import { SeriesFields } from './series-fields'
import { SheetRow } from './sheet-row'
import { TakeBack, type TakenBack } from './take-back'
import { usePlacing } from './use-placing'
import { usePublishing } from './use-publishing'
import { useOwnTime } from '../status-chip'

type Props = PublishProps & { onPublished: () => void; onTakenBack: (was: TakenBack) => void; onLeave: () => void }

/** Says what everybody would read of a recap, where and from when on, and publishes it. */
export function PublishForm(props: Props) {
  const { recap, draft, facts, unfit, edit, learn, onGoTo, onPublished, onTakenBack, onLeave } = props
  const [t, say, sayAt] = [useTranslations('recaps'), useReason(), useOwnTime()]
  const sayUnfit = useUnfit()
  const [publishAt, setPublishAt] = useState('')
  const now = useNow()
  const [slug, setSlug] = useState(facts.slug)
  const summary = useRef<HTMLDivElement>(null)
  const placing = usePlacing(recap, facts, learn)
  const { publish, isPending, refusal, heard, forget } = usePublishing(props, placing)
  const form = useRef<HTMLFormElement>(null)
  const refused = refusedField(refusal, facts)
  const errorAt = (field: RefusedField) => (refusal && refused === field ? say(refusal) : undefined)
  useEffect(() => {
    if (refusal) showWrong(form.current)
  }, [refusal])

  const seriesTitle = facts.series.find(({ id }) => id === facts.seriesId)?.title ?? null
  const own = doubtsOf(draft, { seriesTitle, privateName: recap.privateName })
  const doubts: Doubts = heard ?? own
  const doubtful = isDoubtful(doubts)
  const at = wallInstant(publishAt)
  const noTitle = unfit.find(({ why }) => why === 'titleMissing')

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const author = { handle: String(form.get('handle') ?? ''), name: String(form.get('name') ?? '').trim() }
    if (await publish({ slug, publishAt: at, author, told: doubtful ? doubts : null })) onPublished()
  }
  const goTo = (found: UnfinishedIn) =>
    found.field === 'summary' ? summary.current?.querySelector('textarea')?.focus() : onGoTo(found)

  return (
    <form
      ref={form}
      method="post"
      onInput={forget}
      onSubmit={(event) => void submit(event)}
      // What is wrong is shown, though it be folded.
      onInvalidCapture={({ target }) =>
        target instanceof Element && target.closest('details')?.setAttribute('open', '')
      }
      className="grid gap-4"
    >
      <p>
        {facts.authorName ? t('becomesPublicOf', { name: isolated(facts.authorName) }) : t('becomesPublic')}{' '}
        {t('nothingElse')}
      </p>
      {doubtful ? <PublishDoubts {...doubts} places={heard ? null : unfinishedIn(draft)} onGoTo={goTo} /> : null}
      <AuthorFields facts={facts} origin={recap.origin} errorAt={errorAt} />
      <Field
        label={t('slug')}
        hint={t('slugHint', { begins: `${recap.origin}/@${(facts.handle ?? facts.suggestedHandle) || '…'}/` })}
        error={errorAt('slug')}
        value={slug}
        onChange={(event) => setSlug(event.target.value)}
        required
        maxLength={80}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div ref={summary} className="grid gap-3">
        <LinkCardView recap={recap} draft={draft} facts={facts} at={at} />
        <TextField
          label={t('summary')}
          hint={t('summaryHint')}
          rows={2}
          maxLength={MOST_SUMMARY_CHARACTERS}
          value={draft.summary}
          onChange={(event) => edit({ summary: event.target.value })}
        />
      </div>
      <div>
        <SheetRow name={t('series')} value={placing.said}>
          <SeriesFields placing={placing} titleError={errorAt('series')} />
        </SheetRow>
        <SheetRow name={t('when')} value={at && sayAt ? sayAt(at) : t('atOnce')}>
          <PublishAtField value={publishAt} now={now} onChange={setPublishAt} error={errorAt('publishAt')} />
        </SheetRow>
        <MoreFields draft={draft} unfit={unfit} edit={edit} />
      </div>
      <div className="sticky bottom-0 -mx-4 grid gap-2 border-t border-line bg-ground px-4 py-3">
        {noTitle ? (
          <Notice tone="danger" live>
            {sayUnfit(noTitle)}
          </Notice>
        ) : null}
        {refusal && refused === null ? (
          <Notice tone="danger" live>
            {say(refusal)}
          </Notice>
        ) : null}
        <p className="flex flex-wrap gap-3">
          <SubmitButton variant="primary" disabled={isPending || noTitle !== undefined} className="grow sm:grow-0">
            {isPending ? t('publishing') : t(doubtful ? 'publishEvenSo' : at ? 'publishLater' : 'publish')}
          </SubmitButton>
          <Button onClick={onLeave}>{t('writeOn')}</Button>
        </p>
      </div>
      <TakeBack recap={recap} facts={facts} learn={learn} onTakenBack={onTakenBack} />
    </form>
  )
}

/** Brings the field that was refused into view, to be mended; none: what was refused is said at the foot. */
function showWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  wrong?.closest('details')?.setAttribute('open', '')
  wrong?.focus()
}
