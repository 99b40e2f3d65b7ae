'use client'

import { useTranslations } from 'next-intl'
import type { SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { languageNames, languages, type Language } from '@/lib/i18n/language-names'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { makeRecapAction } from '@/lib/recaps/server/actions'
import { makeId } from '@/lib/sync/client/store/make-id'

type Choice = { key: string; name: string }
type Props = {
  conference: { id: string; slug: string }
  days: { day: string; name: string }[]
  /** The one that is meant, unless another is chosen; null: all of them. */ day: string | null
  language: Language
  people: Choice[]
  sponsors: Choice[]
}

/** Chooses what a new recap is of and whom it may name, and goes to the editor with it. */
export function MakeRecap({ conference, days, day, language, people, sponsors }: Props) {
  const t = useTranslations('recaps')
  const { run, pending, outcome } = useAction(makeRecapAction)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = languages.find((known) => known === form.get('language')) ?? language
    const answer = await run({
      id: makeId(),
      conferenceId: conference.id,
      day: String(form.get('day') ?? '') || null,
      language: chosen,
      chosen: form.getAll('chosen').map(String),
    })
    if (answer.ok) location.assign(pageAddress(conference.slug, 'recap', answer.value.id))
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <SelectField label={t('of')} name="day" defaultValue={day ?? ''}>
        {days.map((one) => (
          <option key={one.day} value={one.day}>
            {one.name}
          </option>
        ))}
        <option value="">{t('allDays')}</option>
      </SelectField>
      <SelectField label={t('language')} name="language" defaultValue={language}>
        {languages.map((known) => (
          <option key={known} value={known} lang={known}>
            {languageNames[known]}
          </option>
        ))}
      </SelectField>
      <p className="text-sm text-muted">{t('togetherHint')}</p>
      {people.length + sponsors.length > 0 ? <p className="text-sm text-muted">{t('chooseHint')}</p> : null}
      <Choices name={t('people')} choices={people} />
      <Choices name={t('sponsors')} choices={sponsors} />
      {outcome?.ok === false ? (
        <Notice tone="danger" live>
          {t('failed')}
        </Notice>
      ) : null}
      <p>
        <SubmitButton variant="primary" disabled={pending}>
          {pending ? t('making') : t('make')}
        </SubmitButton>
      </p>
    </form>
  )
}

function Choices({ name, choices }: { name: string; choices: Choice[] }) {
  if (choices.length === 0) return null
  return (
    <fieldset>
      <legend className="font-medium">{name}</legend>
      {choices.map((choice) => (
        <label key={choice.key} className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="chosen" value={choice.key} className="size-5" />
          <span dir="auto">{settleBidi(choice.name)}</span>
        </label>
      ))}
    </fieldset>
  )
}
