'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Notice } from '@/components/ui/notice'
import { useAction, type Outcome } from '@/components/ui/use-action'
import { knownReason, refusalsOfAsker } from './known-reason'
import { useUntilKept } from '@/lib/notes/device/use-until-kept'

type Props<Value> = {
  action: (input: Record<string, string>) => Promise<Outcome<Value>>
  /** Values that go along unseen: ids, the conference's slug. */
  values?: Record<string, string>
  submit?: string
  danger?: boolean
  /** Asked before it is sent; of what was chosen, where that matters. */
  confirm?: string | ((fields: Record<string, string>) => string)
  /** Where to go when it is done; by default the page shows itself anew. */
  then?: string
  /** What is said when it is done, in place of "Saved." */
  said?: (value: Value) => ReactNode
  /** Hears that it is done, where this form goes away with it. */
  onDone?: (value: Value) => void
  /** It is for one more each time, and empty again when one is there. */
  empties?: boolean
  children?: ReactNode
}

const TICKED = new Set(['checkbox', 'radio'])

/** A form for one server action: says that it is saving, that it saved, or why not, at the field that is wrong. */
export function ActionForm<Value>({
  action,
  values = {},
  submit,
  danger = false,
  confirm: question,
  then,
  said,
  onDone,
  empties = false,
  children,
}: Props<Value>) {
  const t = useTranslations('manage')
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const { run, pending, outcome } = useAction(action)
  const seen = useRef<Record<string, string>>({})
  useEffect(() => {
    if (form.current) seen.current = shownIn(form.current)
  }, [])

  const send = async () => {
    if (!form.current) return
    const entered = [...new FormData(form.current)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    )
    const fields = Object.fromEntries(entered)
    if (question && !confirm(typeof question === 'string' ? question : question(fields))) return
    // With what it showed, so that what others wrote since stays where nothing was changed here.
    const done = await run({ ...fields, ...values, seen: JSON.stringify(seen.current) })
    if (!done.ok) return markWrongFields(form.current, done.issues, t('wrong'))
    seen.current = fields
    if (empties) form.current?.reset()
    onDone?.(done.value)
    if (then) location.assign(then)
    else router.refresh()
  }

  // Nobody was reached: what was typed waits here, and goes once somebody is.
  useUntilKept(outcome?.ok === false && outcome.reason === 'UNAVAILABLE' && !pending, send)

  return (
    <form
      ref={form}
      className="grid gap-3"
      onInput={(event) => event.target instanceof HTMLInputElement && event.target.setCustomValidity('')}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant={danger ? 'danger' : 'primary'} disabled={pending}>
          {pending ? t('saving') : (submit ?? t('save'))}
        </SubmitButton>
        {outcome && !pending && !(outcome.ok && said) ? (
          <Notice tone={outcome.ok ? 'good' : 'danger'} live>
            <p>{outcome.ok ? t('saved') : t('failed', { reason: reasonIn(t, outcome.reason) })}</p>
          </Notice>
        ) : null}
      </div>
      {outcome?.ok && said && !pending ? said(outcome.value) : null}
    </form>
  )
}

/** What the fields of a form said as it was shown, whatever was typed before our code came. */
function shownIn(form: HTMLFormElement): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const field of form.elements)
    if ('name' in field && field.name === '') continue
    else if (field instanceof HTMLSelectElement) {
      const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0]
      shown[field.name] = chosen?.value ?? ''
    } else if (field instanceof HTMLTextAreaElement) shown[field.name] = field.defaultValue
    else if (field instanceof HTMLInputElement && (!TICKED.has(field.type) || field.defaultChecked))
      shown[field.name] = field.defaultValue
  return shown
}

function markWrongFields(form: HTMLFormElement, issues: { path: string }[] | undefined, fallback: string): void {
  for (const { path } of issues ?? []) {
    const field = form.elements.namedItem(path)
    if (field instanceof HTMLInputElement) field.setCustomValidity(fallback)
  }
  form.reportValidity()
}

const reasons = [
  ...refusalsOfAsker,
  'UNAVAILABLE',
  'NOT_FOUND',
  'CONFLICT',
  'CHANGED_MEANWHILE',
  'INVALID',
  'last-owner',
  'already-member',
  'end-before-start',
  'time-skipped',
] as const

function reasonIn(t: ReturnType<typeof useTranslations<'manage'>>, reason: string): string {
  return t(`reason.${knownReason(reasons, reason, 'UNAVAILABLE')}`)
}
