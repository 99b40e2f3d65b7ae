'use client'

import { type SubmitEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field, SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import type { ActionResult } from '@/lib/boundary/action'
import { languageNames, languages, type Language } from '@/lib/i18n/language-names'

type Words = Record<
  'name' | 'nameHint' | 'language' | 'languageHint' | 'save' | 'saving' | 'saved' | 'nameWrong' | 'failed',
  string
>

type Props = {
  words: Words
  name: string
  language: string
  save: (input: { name: string; language: Language }) => Promise<ActionResult<'saved'>>
}

/** The name others see, and the language. */
export function SettingsForm({ words, name, language, save }: Props) {
  const { run, pending, outcome } = useAction(save)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = languages.find((known) => known === form.get('language')) ?? 'en'
    const answer = await run({ name: String(form.get('name') ?? ''), language: chosen })
    // The page is in the old language: show it again in the new one.
    if (answer.ok && chosen !== language) location.reload()
  }

  const wrongField = outcome?.ok === false && outcome.reason === 'INVALID'
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field
        label={words.name}
        hint={words.nameHint}
        name="name"
        autoComplete="name"
        defaultValue={name}
        error={wrongField ? words.nameWrong : undefined}
      />
      <SelectField label={words.language} hint={words.languageHint} name="language" defaultValue={language}>
        {languages.map((known) => (
          <option key={known} value={known} lang={known}>
            {languageNames[known]}
          </option>
        ))}
      </SelectField>
      {outcome?.ok ? (
        <Notice tone="good" live>
          {words.saved}
        </Notice>
      ) : null}
      {outcome?.ok === false && !wrongField ? (
        <Notice tone="danger" live>
          {words.failed}
        </Notice>
      ) : null}
      <p>
        <SubmitButton disabled={pending}>{pending ? words.saving : words.save}</SubmitButton>
      </p>
    </form>
  )
}
