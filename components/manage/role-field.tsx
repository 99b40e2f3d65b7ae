import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'

const roles = ['owner', 'organizer', 'steward', 'attendee'] as const

/** Which of the four roles a member has. */
export function RoleField({ role }: { role: (typeof roles)[number] }) {
  const t = useTranslations('manage')
  return (
    <SelectField name="role" label={t('role')} defaultValue={role}>
      {roles.map((name) => (
        <option key={name} value={name}>
          {t(`roles.${name}`)}
        </option>
      ))}
    </SelectField>
  )
}
