'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { ClockField } from '@/components/ui/clocks/clock-field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { alertKinds, type PushedKind } from '@/lib/notifications/alert-kinds'
import { saveAlertSettingsAction } from '@/lib/notifications/server/actions'

type Settings = {
  off: readonly PushedKind[]
  quietFrom: string | null
  quietTo: string | null
  timeZone: string | null
  digest: boolean
}
type Props = { settings: Settings; /** Mails can be sent from here. */ canMail: boolean }

/** What a person wants to be told, when not, and whether by mail. */
export function AlertSettingsForm({ settings, canMail }: Props) {
  const t = useTranslations('alertSettings')
  const { run, pending, outcome } = useAction(saveAlertSettingsAction)
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const timeZone = form.get('here') ? Intl.DateTimeFormat().resolvedOptions().timeZone : ''
    void run({
      off: alertKinds.filter((kind) => !form.has(kind)),
      quietFrom: text('quietFrom'),
      quietTo: text('quietTo'),
      timeZone,
      digest: form.has('digest'),
    })
  }
  const bothEnds = outcome?.ok === false && outcome.reason === 'INVALID' ? t('bothEnds') : undefined
  return (
    <form method="post" onSubmit={save} className="grid gap-4">
      <fieldset className="grid gap-1">
        <legend className="font-medium">{t('kinds')}</legend>
        {alertKinds.map((kind) => (
          <Check key={kind} name={kind} label={t(`kind.${kind}`)} checked={!settings.off.includes(kind)} />
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="font-medium">{t('quiet')}</legend>
        <p className="text-sm text-muted">{t('quietLead')}</p>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-3">
          <ClockField label={t('from')} name="quietFrom" defaultValue={settings.quietFrom ?? ''} />
          <ClockField label={t('to')} name="quietTo" defaultValue={settings.quietTo ?? ''} error={bothEnds} />
        </div>
        <Check name="here" label={t('here')} checked={settings.timeZone !== null} />
      </fieldset>
      {canMail ? (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{t('mail')}</legend>
          <Check name="digest" label={t('digest')} checked={settings.digest} />
        </fieldset>
      ) : null}
      {outcome?.ok ? (
        <Notice tone="good" live>
          {t('saved')}
        </Notice>
      ) : null}
      {outcome?.ok === false && !bothEnds ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
      <p>
        <SubmitButton disabled={pending}>{pending ? t('saving') : t('save')}</SubmitButton>
      </p>
    </form>
  )
}

function Check({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-2.5">
      <input type="checkbox" name={name} defaultChecked={checked} className="mt-0.5 size-5 shrink-0 accent-accent" />
      {label}
    </label>
  )
}
