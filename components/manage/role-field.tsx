import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'
import { saidRole, type MemberRole } from '@/lib/people/schema'

const roles = ['owner', 'organizer', 'steward', 'attendee'] as const

/** What there is to lead. */
export type ToLead = Record<'tracks' | 'colocatedEvents', readonly { id: string; name: string }[]>
type Props = { member: MemberRole; toLead: ToLead }

/** What a member is: one of four roles, or the lead of a track or a co-located event. */
export function RoleField({ member, toLead: { tracks, colocatedEvents } }: Props) {
  const t = useTranslations('manage')
  const leads = [
    [t('leadsTrack'), tracks.map(({ id, name }) => [saidRole({ role: 'lead', trackId: id, colocatedId: null }), name])],
    [
      t('leadsColocated'),
      colocatedEvents.map(({ id, name }) => [saidRole({ role: 'lead', trackId: null, colocatedId: id }), name]),
    ],
  ] as const
  return (
    <SelectField name="role" label={t('role')} defaultValue={saidRole(member)}>
      {roles.map((name) => (
        <option key={name} value={name}>
          {t(`roles.${name}`)}
        </option>
      ))}
      {leads.map(([label, options]) =>
        options.length > 0 ? (
          <optgroup key={label} label={label}>
            {options.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null,
      )}
    </SelectField>
  )
}
