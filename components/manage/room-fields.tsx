import { useTranslations } from 'next-intl'
import { Field, SelectField } from '@/components/ui/field'

type Room = {
  name: string
  floor: string | null
  zone: string | null
  capacity: number | null
  capacityKind: 'seats' | 'headsets'
}

/** What is known of a room. */
export function RoomFields({ room }: { room?: Room }) {
  const t = useTranslations('manage')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field name="name" required maxLength={300} label={t('roomName')} defaultValue={room?.name} />
      <Field name="floor" maxLength={100} label={t('floor')} defaultValue={room?.floor ?? ''} />
      <Field name="zone" maxLength={100} label={t('zone')} defaultValue={room?.zone ?? ''} />
      <Field
        name="capacity"
        type="number"
        inputMode="numeric"
        min={1}
        max={100000}
        label={t('capacity')}
        defaultValue={room?.capacity ?? ''}
      />
      <SelectField name="capacityKind" label={t('capacityKind')} defaultValue={room?.capacityKind ?? 'seats'}>
        <option value="seats">{t('seats')}</option>
        <option value="headsets">{t('headsets')}</option>
      </SelectField>
    </div>
  )
}
