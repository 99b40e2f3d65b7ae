'use client'

import { useTranslations } from 'next-intl'
import { useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Outside } from '@/components/ui/facts'
import { Field, SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { placeInSeriesAction, reorderSeriesAction, saveSeriesAction } from '@/lib/recaps/server/actions'
import { settleOpenDraft } from './open-draft'
import { useReason } from './use-reason'

type Series = { id: string; title: string; recaps: { id: string; title: string; label: string | null }[] }
type Props = {
  id: string
  conferenceId: string | null
  seriesId: string | null
  label: string | null
  series: Series[]
}

const NEW = 'new'

/** Puts a recap into a series and its parts in order. */
export function SeriesPanel({ id, conferenceId, seriesId, label, series }: Props) {
  const t = useTranslations('recaps')
  const say = useReason()
  const [choice, setChoice] = useState(seriesId ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const parts = series.find((one) => one.id === seriesId)?.recaps ?? []

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = String(form.get('seriesTitle') ?? '')
    const unsettled = await settleOpenDraft()
    if (unsettled) return setRefusal(unsettled)
    const made = choice === NEW ? await saveSeriesAction({ id: null, conferenceId, title, summary: '' }) : null
    if (made?.ok === false) return setRefusal(made.reason)
    const placed = await placeInSeriesAction({
      id,
      seriesId: made?.ok ? made.value.id : choice || null,
      label: String(form.get('label') ?? ''),
    })
    if (placed.ok) location.reload()
    else setRefusal(placed.reason)
  }
  const moveUp = async (index: number) => {
    const unsettled = await settleOpenDraft()
    if (unsettled) return setRefusal(unsettled)
    const ids = parts.map((part) => part.id)
    const moved = ids.splice(index, 1)
    ids.splice(index - 1, 0, ...moved)
    const answer = await reorderSeriesAction({ seriesId: seriesId ?? '', recapIds: ids })
    if (answer.ok) location.reload()
    else setRefusal(answer.reason)
  }

  return (
    <Card aria-labelledby="series">
      <h2 id="series" className="text-xl font-semibold">
        {t('series')}
      </h2>
      <form method="post" onSubmit={submit} className="grid gap-4">
        <SelectField label={t('series')} value={choice} onChange={(event) => setChoice(event.target.value)}>
          <option value="">{t('noSeries')}</option>
          {series.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
          <option value={NEW}>{t('newSeries')}</option>
        </SelectField>
        {choice === NEW ? <Field label={t('seriesTitle')} name="seriesTitle" required maxLength={200} /> : null}
        <Field label={t('label')} hint={t('labelHint')} name="label" defaultValue={label ?? ''} maxLength={40} />
        {refusal ? (
          <Notice tone="danger" live>
            {say(refusal)}
          </Notice>
        ) : null}
        <p>
          <Button type="submit">{t('place')}</Button>
        </p>
      </form>
      {parts.length > 1 ? (
        <ol aria-label={t('seriesOrder')} className="grid gap-1">
          {parts.map((part, index) => (
            <li key={part.id} className="flex items-center justify-between gap-2">
              <span>
                {part.label ? (
                  <>
                    <Outside>{part.label}</Outside>:{' '}
                  </>
                ) : null}
                <Outside>{part.title}</Outside>
              </span>
              {index > 0 ? (
                <Button aria-label={t('up', { title: isolated(part.title) })} onClick={() => void moveUp(index)}>
                  ↑
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </Card>
  )
}
