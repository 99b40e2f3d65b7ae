'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ActionForm } from '@/components/shared/action-form'
import { Button } from '@/components/ui/button'
import { ClockField } from '@/components/ui/clocks/clock-field'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { absenceFieldsOf, readAbsences, type AbsenceFields, type MergedAbsences } from '@/lib/desk/absences'
import type { Span } from '@/lib/desk/board/board'
import { setAbsencesAction } from '@/lib/desk/board/server/actions'
import { cityOf } from '@/lib/i18n/zones'

const MOST_ROWS = 50

type Props = {
  conference: { slug: string; timeZone: string }
  speaker: string
  absences: readonly Span[]
  /** The first of the conference, which a new absence begins with. */ day: string | undefined
}

/** When a speaker cannot be there, said by an organizer. */
export function AbsenceForm({ conference: { slug, timeZone }, speaker, absences, day = '' }: Props) {
  const t = useTranslations('manage.away')
  const rowsOf = (spans: readonly Span[], from = 0) =>
    spans.map((span, index) => ({ id: from + index, fields: absenceFieldsOf(span, timeZone) }))
  const [rows, setRows] = useState(() => rowsOf(absences))
  const [seen, setSeen] = useState(absences)
  const adding = useRef<HTMLDivElement>(null)
  const add = () => {
    setRows([...rows, { id: nextId(rows), fields: { fromOn: day, fromAt: '', untilOn: day, untilAt: '' } }])
  }
  const remove = (id: number) => {
    setRows(rows.filter((row) => row.id !== id))
    adding.current?.querySelector('button')?.focus()
  }
  const save = async (entered: Record<string, string>) => {
    const read = readAbsences(
      rows.map(({ id }) => fieldsOf(entered, id)),
      timeZone,
    )
    if (read.ok) {
      const asked = { conference: slug, speaker, absences: read.absences, seen: [...seen] }
      const answer = await setAbsencesAction(asked)
      if (!answer.ok) return answer
      setSeen(answer.value.absences)
      // What others did is seen in rows of its own.
      if (answer.value.theirs.length + answer.value.gone > 0)
        setRows((known) => rowsOf(answer.value.absences, nextId(known)))
      return answer
    }
    const { reason, row, field } = read
    const path = `${field}-${rows[row]?.id}`
    return { ok: false as const, reason, issues: [{ path, message: reason }] }
  }
  return (
    <section className="grid gap-3">
      <h3 className="text-lg font-semibold">{t('title')}</h3>
      <p className="text-muted">
        {t('lead')} {t('zone', { zone: cityOf(timeZone) })}
      </p>
      <ActionForm action={save} submit={t('save')} said={(merged) => <Merged {...merged} />}>
        {rows.length === 0 ? <p>{t('none')}</p> : null}
        {rows.map(({ id, fields }, index) => (
          <fieldset key={id} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-4 sm:items-end">
            <legend className="sr-only">{t('nth', { number: index + 1 })}</legend>
            <Field name={`fromOn-${id}`} type="date" required label={t('from')} defaultValue={fields.fromOn} />
            <ClockField name={`fromAt-${id}`} label={t('fromAt')} defaultValue={fields.fromAt} />
            <Field name={`untilOn-${id}`} type="date" required label={t('until')} defaultValue={fields.untilOn} />
            <ClockField name={`untilAt-${id}`} label={t('untilAt')} defaultValue={fields.untilAt} />
            <div>
              <Button onClick={() => remove(id)}>{t('remove', { number: index + 1 })}</Button>
            </div>
          </fieldset>
        ))}
        <div ref={adding}>
          <Button disabled={rows.length >= MOST_ROWS} onClick={add}>
            {t('add')}
          </Button>
        </div>
      </ActionForm>
    </section>
  )
}

function Merged({ theirs, gone }: MergedAbsences) {
  const [t, saved] = [useTranslations('manage.away'), useTranslations('manage')]
  return (
    <Notice tone={theirs.length + gone > 0 ? 'warning' : 'good'} live>
      <p>{saved('saved')}</p>
      {theirs.length > 0 ? <p>{t('merged', { count: theirs.length })}</p> : null}
      {gone > 0 ? <p>{t('goneMeanwhile', { count: gone })}</p> : null}
    </Notice>
  )
}

function nextId(rows: readonly { id: number }[]): number {
  return 1 + Math.max(-1, ...rows.map(({ id }) => id))
}

function fieldsOf(entered: Readonly<Record<string, string>>, id: number): AbsenceFields {
  const said = (name: keyof AbsenceFields) => entered[`${name}-${id}`] ?? ''
  return { fromOn: said('fromOn'), fromAt: said('fromAt'), untilOn: said('untilOn'), untilAt: said('untilAt') }
}
