import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { SelectField } from '@/components/ui/field'
import { muteReportsAction, unmuteReportsAction } from '@/lib/rooms/server/actions'

/** Where an organizer believes attendees' word about a room no more, or again. */
export function MuteReports({ conference, room, isMuted }: { conference: string; room: string; isMuted: boolean }) {
  const t = useTranslations('manage')
  if (isMuted)
    return (
      <div className="grid gap-2">
        <p>{t('reportsMuted')}</p>
        <ActionForm action={unmuteReportsAction} values={{ conference, room }} submit={t('unmute')} />
      </div>
    )
  return (
    <ActionForm action={muteReportsAction} values={{ conference, room }} submit={t('mute')}>
      <SelectField name="lasts" label={t('muteReports')} hint={t('muteHint')} defaultValue="day">
        <option value="day">{t('muteDay')}</option>
        <option value="on">{t('muteOn')}</option>
      </SelectField>
    </ActionForm>
  )
}
