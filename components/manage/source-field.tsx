import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, SelectField } from '@/components/ui/field'
import type { Candidate } from '@/lib/formats/candidates'

/**
 * Which source the files are. A name that was asked for once stays in the form: to let them in needs it as much as to
 * look.
 */
export function SourceField({ sources, asked }: { sources: { id: string; name: string }[]; asked: boolean }) {
  const t = useTranslations('bringIn')
  const [chosen, setChosen] = useState('')
  const [wasAsked, setWasAsked] = useState(asked)
  if (asked && !wasAsked) setWasAsked(true)
  return (
    <>
      {sources.length > 1 ? (
        <SelectField
          name="source"
          label={t('source')}
          hint={t('sourceHint')}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t('sourceGuess')}</option>
          {sources.map((source) => (
            <option key={source.id} value={source.name}>
              {source.name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {wasAsked && chosen === '' ? (
        <Field name="source" required={asked} list="known-sources" label={t('newSource')} hint={t('newSourceHint')} />
      ) : null}
      <datalist id="known-sources">
        {sources.map((source) => (
          <option key={source.id} value={source.name} />
        ))}
      </datalist>
    </>
  )
}

/**
 * Which format the files are in, with what they would be in each. What was asked once stays in the form: to let them in
 * needs the answer as much as to look.
 */
export function FormatField({ candidates }: { candidates: Candidate[] | undefined }) {
  const t = useTranslations('bringIn')
  const [asked, setAsked] = useState(candidates)
  if (candidates && candidates !== asked) setAsked(candidates)
  if (!asked) return null
  return (
    <SelectField name="format" label={t('format')} hint={t('formatHint')} defaultValue="">
      <option value="">{t('sourceGuess')}</option>
      {asked.map(({ format, sessions, rooms, speakers }) => (
        <option key={format} value={format}>
          {t('formatGives', { format, sessions, rooms, speakers })}
        </option>
      ))}
    </SelectField>
  )
}
