import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/ui/field'
import { languageNames, languages } from '@/lib/i18n/language-names'
import { LONGEST_ANNOUNCEMENT } from '@/lib/rooms/announcement-length'

type Props = {
  /** The conference's. */
  language: string
  rooms: { id: string; name: string }[]
  /** Those that are not over, with their days. */
  sessions: { id: string; name: string }[]
}

/** What an announcement says, in which language, and whom it is for. */
export function AnnouncementFields({ language, rooms, sessions }: Props) {
  const t = useTranslations('announcements')
  return (
    <>
      <TextField
        name="body"
        label={t('text')}
        hint={t('textHint')}
        required
        maxLength={LONGEST_ANNOUNCEMENT}
        rows={3}
      />
      <SelectField name="audience" label={t('audience')} hint={t('audienceHint')} defaultValue="all">
        <option value="all">{t('everybody')}</option>
        {rooms.length > 0 ? (
          <optgroup label={t('room')}>
            {rooms.map(({ id, name }) => (
              <option key={id} value={`room:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
        {sessions.length > 0 ? (
          <optgroup label={t('picked')}>
            {sessions.map(({ id, name }) => (
              <option key={id} value={`session:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </SelectField>
      <SelectField name="language" label={t('language')} hint={t('languageHint')} defaultValue={language}>
        {languages.map((known) => (
          <option key={known} value={known}>
            {languageNames[known]}
          </option>
        ))}
      </SelectField>
    </>
  )
}
