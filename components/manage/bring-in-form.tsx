'use client'

import { useTranslations } from 'next-intl'
import { knownReason } from '@/components/shared/known-reason'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { fetchFailures } from '@/lib/platform/http/fetch-failure'
import { pageAddress } from '@/lib/program/addresses'
import { applyBringInAction, previewBringInAction } from '@/lib/schedule/bring-in/import-actions'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { BringInResult } from './bring-in-result'
import { BroughtIn } from './brought-in'
import { FileDrop } from './file-drop'
import { GuardFields } from './asked/guard-fields'
import { MappingFields } from './mapping-fields'
import { QuestionFields } from './asked/question-fields'
import { FormatField, SourceField } from './source-field'
import { ZoneField } from './zone-field'

const ways = ['address', 'file', 'paste'] as const
type Way = (typeof ways)[number]

/** `conference` absent: a new one is made. */
type Props = { conference?: { slug: string; timeZone: string }; sources?: { id: string; name: string }[] }

/**
 * Brings a programme in: choose where it is, look at what would change, then let it in. Nothing changes before the last
 * step.
 */
export function BringInForm({ conference, sources = [] }: Props) {
  const t = useTranslations('bringIn')
  const form = useRef<HTMLFormElement>(null)
  const [way, setWay] = useState<Way>('address')
  const [typed, setTyped] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const preview = useAction(previewBringInAction)
  const apply = useAction(applyBringInAction)
  const seen = preview.outcome?.ok ? preview.outcome.value : null
  const failed = [preview.outcome, apply.outcome].find((outcome) => outcome && !outcome.ok)

  const look = async () => {
    if (form.current?.reportValidity()) await preview.run(new FormData(form.current))
  }
  const readIn = (timeZone: string) => {
    const field = form.current?.elements.namedItem('timeZone')
    if (!(field instanceof HTMLInputElement)) return
    field.value = timeZone
    void look()
  }
  const bring = async () => {
    if (!form.current) return
    const done = await apply.run(new FormData(form.current))
    if (done.ok) {
      const { slug } = done.value
      if (conference) location.assign(pageAddress(slug, 'managed', 'sources'))
      else setMade(slug)
    }
  }

  if (made !== null) return <BroughtIn slug={made} />
  return (
    <form
      ref={form}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void look()
      }}
    >
      {conference ? <input type="hidden" name="conference" value={conference.slug} /> : null}
      <div role="group" aria-label={t('ways')} className="flex flex-wrap gap-2">
        {ways.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={way === name}
            onClick={() => setWay(name)}
            className={
              'min-h-11 rounded-full border border-edge px-4 font-medium aria-pressed:border-accent ' +
              'aria-pressed:bg-accent aria-pressed:text-on-accent'
            }
          >
            {t(`way.${name}`)}
          </button>
        ))}
      </div>
      {way === 'address' ? (
        <Field
          name="address"
          inputMode="url"
          dir="ltr"
          required
          label={t('address')}
          hint={t('addressHint')}
          placeholder="https://example2026.sched.com"
        />
      ) : null}
      {way === 'file' ? <FileDrop /> : null}
      {way === 'paste' ? <TextField name="text" required label={t('text')} hint={t('textHint')} rows={8} /> : null}
      {conference ? null : (
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={200}
          value={typed ?? seen?.title ?? ''}
          onText={setTyped}
        />
      )}
      <ZoneField given={conference?.timeZone ?? seen?.timeZone} asked={seen?.reason === 'time-zone-needed'} />
      <SourceField sources={sources} asked={seen?.reason === 'which-source'} />
      <FormatField candidates={seen?.candidates} />
      {seen?.mapping ? <MappingFields mapping={seen.mapping} headers={seen.headers ?? []} /> : null}
      {seen?.questions ? <QuestionFields questions={seen.questions} onAnswer={() => void look()} /> : null}
      {seen ? <BringInResult preview={seen} /> : null}
      {seen?.reason ? (
        <Notice tone={canApply(seen) ? 'warning' : 'danger'} live>
          <p>{reasonIn(t, seen.reason)}</p>
        </Notice>
      ) : null}
      {failed && !failed.ok ? (
        <Notice tone="danger" live>
          <p>{reasonIn(t, failed.reason)}</p>
        </Notice>
      ) : null}
      {seen?.guards ? <GuardFields guards={seen.guards} onZone={readIn} /> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant={canApply(seen) ? 'quiet' : 'primary'} disabled={preview.pending}>
          {preview.pending ? t('looking') : seen ? t('lookAgain') : t('look')}
        </SubmitButton>
        {canApply(seen) ? (
          <Button variant="primary" disabled={apply.pending} onClick={() => void bring()}>
            {apply.pending ? t('bringing') : t('bring', { count: seen?.counts.sessions ?? 0 })}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function canApply(seen: BringInPreview | null): boolean {
  return (
    seen !== null &&
    seen.counts.sessions > 0 &&
    (seen.reason === null || seen.reason === 'guarded' || seen.reason === 'answer-needed')
  )
}

const reasons = [
  'UNAVAILABLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'INVALID',
  'RATE_LIMITED',
  'nothing-given',
  ...fetchFailures,
  'unknown-format',
  'nothing-usable',
  'time-zone-needed',
  'which-source',
  'which-format',
  'guarded',
  'answer-needed',
  'too-slow',
] as const

function reasonIn(t: ReturnType<typeof useTranslations<'bringIn'>>, reason: string): string {
  return t(`reason.${knownReason(reasons, reason, 'UNAVAILABLE')}`)
}
