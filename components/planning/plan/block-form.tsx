import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field, SelectField } from '@/components/ui/field'
import { SpanFields } from '@/components/ui/clocks/span-fields'
import { MOST_BLOCK_TITLE } from '@/lib/planning/block-title'
import { blockClockChanges, blockTimes, endsNextDay, type BlockClockChange } from '@/lib/planning/blocks'
import type { Block } from '@/lib/planning/schema'
import { dateOn, timeOf } from '@/lib/platform/time'
import { makeId } from '@/lib/sync/client/store/make-id'

type Props = {
  conferenceId: string
  days: { date: string; label: string }[]
  /** The conference's. */ timeZone: string
  /** To be changed; absent: a new one. */ block?: Block
  /** The day of a new one, unless another is chosen. */ day?: string
  onSave: (block: Block, before: Block | undefined) => void
}

/** A time of one's own: what, on which day, from when to when, once or daily. */
export function BlockForm({ conferenceId, days, timeZone, block, day, onSave }: Props) {
  const t = useTranslations('plan.block')
  const [wrong, setWrong] = useState<string>()
  const [from, setFrom] = useState(() => (block ? timeOf(new Date(block.startAt), timeZone) : ''))
  const [date, setDate] = useState(() => (block ? dateOn(new Date(block.startAt), timeZone) : (day ?? days[0]?.date)))
  const [isDaily, setDaily] = useState(block?.daily ?? false)
  const [to, setTo] = useState(() => (block ? timeOf(new Date(block.endAt), timeZone) : ''))

  const dates = isDaily ? days.map(({ date }) => date) : date ? [date] : []
  const changes = blockClockChanges(dates, from, to, timeZone)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '')
    const [title, times] = [said('title').trim(), blockTimes(said('day'), from, to, timeZone)]
    const skipped = changes.find(({ day, change }) => day === date && change.kind === 'skipped')
    setWrong(skipped ? t('skipped', { time: skipped.time }) : times ? undefined : t('noTime'))
    if (skipped || !times || !title) return
    onSave({ id: block?.id ?? makeId(), conferenceId, title, ...times, daily: isDaily }, block)
  }

  return (
    <form onSubmit={submit} className="grid gap-3 pt-2">
      <Field
        name="title"
        required
        maxLength={MOST_BLOCK_TITLE}
        label={t('title')}
        defaultValue={block?.title}
        placeholder={t('example')}
      />
      <SelectField name="day" label={t('day')} value={date} onChange={(event) => setDate(event.target.value)}>
        {days.map(({ date, label }) => (
          <option key={date} value={date}>
            {label}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-3">
        <SpanFields
          start={{ name: 'from', required: true, label: t('from'), defaultValue: from, onClock: setFrom }}
          end={{ name: 'to', required: true, label: t('to'), defaultValue: to, onClock: setTo, error: wrong }}
        />
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {[endsNextDay(from, to) ? t('nextDay') : '', ...changes.map(sayChange)].filter(Boolean).join(' ')}
      </p>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="daily"
          checked={isDaily}
          onChange={(event) => setDaily(event.target.checked)}
          className="size-5"
        />
        {t('daily')}
      </label>
      <SubmitButton variant="primary">{t('save')}</SubmitButton>
    </form>
  )

  /** Nothing of the time for which the day is refused: that is said at the field. */
  function sayChange({ day, time, change }: BlockClockChange): string {
    const label = days.find(({ date }) => date === day)?.label ?? day
    if (change.kind === 'twice') return t('twice', { day: label, time })
    return day === date ? '' : t('skippedOn', { day: label, time, readAs: change.readAs })
  }
}
