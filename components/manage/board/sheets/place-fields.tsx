import { useTranslations } from 'next-intl'
import { Field, SelectField } from '@/components/ui/field'
import { SpanFields } from '@/components/ui/clocks/span-fields'
import type { BoardRoom, BoardPlace } from '@/lib/desk/board/board'
import { sayClock } from '@/lib/i18n/dates'
import { cityOf } from '@/lib/i18n/zones'

type Props = {
  place: BoardPlace
  rooms: readonly BoardRoom[]
  timeZone: string
  wrong?: 'start' | 'end'
  error?: string
}

/** Where and when, as fields: day, start, end, room; times are on the conference's clocks. */
export function PlaceFields({ place, rooms, timeZone, wrong, error }: Props) {
  const t = useTranslations('manage')
  const clock = (at: string | null) => (at ? sayClock(new Date(at), timeZone) : '')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2 sm:items-end">
      <Field name="dayOn" type="date" required label={t('day')} defaultValue={place.dayOn} />
      <SelectField name="room" label={t('room')} defaultValue={place.roomIds[0] ?? ''}>
        <option value="">{t('noRoom')}</option>
        {rooms.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SpanFields
        start={{
          ...{ name: 'start', label: t('start'), defaultValue: clock(place.startAt) },
          hint: t('timeHint', { zone: cityOf(timeZone) }),
          error: wrong === 'start' ? error : undefined,
        }}
        end={{
          ...{ name: 'end', label: t('end'), defaultValue: clock(place.endAt) },
          error: wrong === 'end' ? error : undefined,
        }}
      />
    </div>
  )
}
