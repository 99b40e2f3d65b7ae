import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Group } from '@/lib/planning/together'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { Coverage } from './coverage'
import { GroupSettings } from './group-settings'
import { PutOut } from './put-out'
import { useMemberNames } from './use-member-names'

type Props = {
  group: Group
  agenda: Agenda
  days: { date: string; label: string }[]
  /** A link that was just made; it is told only once. */ link: string | null
  onLink: (link: string) => void
  onChanged: () => void
}

/** One group: who is in it, what they cover, and what can be done with it. */
export function GroupCard({ group, agenda, days, link, onLink, onChanged }: Props) {
  const t = useTranslations('together')
  const nameOf = useMemberNames(group)
  const heading = `group-${group.id}`
  return (
    <Card aria-labelledby={heading}>
      <h2 id={heading} dir="auto" className="text-lg font-semibold">
        {settleBidi(group.name)}
      </h2>
      <ul aria-label={t('members')} className="flex flex-wrap gap-2">
        {group.members.map((member, index) => (
          <li key={index} dir="auto" className="rounded-full bg-sunken px-3 py-1 text-sm">
            {settleBidi(nameOf(member))}{' '}
            <span className="text-muted">{t('picks', { count: member.first.length })}</span>
          </li>
        ))}
      </ul>
      {group.members.length === 1 ? <p className="text-muted">{t('alone')}</p> : null}
      <PutOut group={group} nameOf={nameOf} onChanged={onChanged} />
      <GroupSettings group={group} link={link} onLink={onLink} onChanged={onChanged} />
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={`${pageAddress(agenda.conference.slug, 'calendars')}#group-${group.id}`}
        >
          {t('calendar')}
        </a>
      </p>
      <Coverage group={group} agenda={agenda} days={days} nameOf={nameOf} />
    </Card>
  )
}
