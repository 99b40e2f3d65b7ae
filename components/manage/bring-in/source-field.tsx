import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, SelectField } from '@/components/ui/field'
import type { Candidate } from '@/lib/formats/candidates'
import { sayFormat, saySource } from './format-name'

// No source can be called so: names are trimmed.
const ANOTHER = ' '

/**
 * Which source the files are: one of those that are there, or another with a name of its own. A question that was asked
 * once stays in the form: to let them in needs the answer as much as to look.
 */
export function SourceField({ sources, asked }: { sources: { id: string; name: string }[]; asked: boolean }) {
  const t = useTranslations('bringIn')
  const [chosen, setChosen] = useState('')
  const [wasAsked, setWasAsked] = useState(asked)
  if (asked && !wasAsked) setWasAsked(true)
  if (sources.length === 0 || (sources.length === 1 && !wasAsked)) return null
  return (
    <>
      <SelectField
        name={chosen === ANOTHER ? undefined : 'source'}
        required={wasAsked}
        label={t('source')}
        hint={t(wasAsked ? 'sourceAsked' : 'sourceHint')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t(wasAsked ? 'sourceChoose' : 'sourceGuess')}</option>
        {sources.map(({ id, name }) => (
          <option key={id} value={name}>
            {saySource(t, name)}
          </option>
        ))}
        <option value={ANOTHER}>{t('sourceAnother')}</option>
      </SelectField>
      {chosen === ANOTHER ? <Field name="source" required label={t('newSource')} hint={t('newSourceHint')} /> : null}
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
          {t('formatGives', { format: sayFormat(t, format), sessions, rooms, speakers })}
        </option>
      ))}
    </SelectField>
  )
}
