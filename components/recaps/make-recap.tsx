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
import type { Nameable } from '@/lib/recaps/nameable'
import { makeRecapAction } from '@/lib/recaps/server/actions'
import { makeId } from '@/lib/sync/client/store/make-id'

type Props = {
  conference: { id: string; slug: string }
  days: { day: string; name: string }[]
  /** The one that is meant, unless another is chosen; null: all of them. */ day: string | null
  language: Language
  people: Nameable[]
  sponsors: Nameable[]
  toDos: string[]
}

/** Chooses what a new recap is of and whom it may name, and goes to the editor with it. */
export function MakeRecap({ conference, days, day, language, people, sponsors, toDos }: Props) {
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
      <StaysOut name={t('toDosStayOut', { count: toDos.length })} words={toDos} />
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

function Choices({ name, choices }: { name: string; choices: Nameable[] }) {
  const t = useTranslations('recaps')
  if (choices.length === 0) return null
  return (
    <fieldset>
      <legend className="font-medium">{name}</legend>
      {choices.map((choice) => (
        <div key={choice.key} className="group">
          <label className="flex min-h-11 items-center gap-3">
            <input type="checkbox" name="chosen" value={choice.key} className="size-5 shrink-0" />
            <span dir="auto" className="min-w-0 break-words">
              {settleBidi(choice.name)}
            </span>
          </label>
          <div className="pl-8 group-has-checked:hidden">
            <StaysOut
              name={t('staysOut', { count: choice.words.length + choice.photos })}
              words={choice.words}
              photos={choice.photos}
            />
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** What of somebody's notes will not be in the draft, word for word. */
function StaysOut({ name, words, photos = 0 }: { name: string; words: string[]; photos?: number }) {
  const t = useTranslations('recaps')
  if (words.length + photos === 0) return null
  return (
    <details className="text-sm text-muted">
      <summary className="min-h-11 content-center">{name}</summary>
      <ul className="grid gap-1 border-l-2 border-line pb-2 pl-3">
        {words.map((line, index) => (
          <li key={`${index} ${line}`} dir="auto" className="break-words">
            {settleBidi(line)}
          </li>
        ))}
        {photos > 0 ? <li>{t('photos', { count: photos })}</li> : null}
      </ul>
    </details>
  )
}
