import { getLocale, getTranslations } from 'next-intl/server'
import { sayDayOf } from '@/lib/i18n/dates'
import type { Excerpt, PersonHere } from '@/lib/operating/server/lists'
import { isolated } from '@/lib/platform/bidi'
import { PersonButton } from './act-buttons'
import { FoundList, FoundRow } from './found-list'

type Props = { found: Excerpt<PersonHere>; sought: string; beside: Record<string, string>; ownId: string }

/** Who has an account here; anybody but oneself can be blocked. */
export async function PeopleList({ found, sought, beside, ownId }: Props) {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  const dayOf = (at: Date) => sayDayOf(at, language)
  return (
    <FoundList
      name="people"
      label={t('peopleFind')}
      sought={sought}
      beside={beside}
      shown={found.shown.length}
      all={found.all}
    >
      {found.shown.map(({ id, email, name, createdAt, seenAt, blockedAt, runs, owns }) => (
        <FoundRow
          key={id}
          name={email}
          facts={[
            name ? isolated(name) : '',
            id === ownId ? t('isYou') : '',
            blockedAt ? t('isBlocked', { day: dayOf(blockedAt) }) : '',
            t('since', { day: dayOf(createdAt) }),
            seenAt ? t('seen', { day: dayOf(seenAt) }) : t('neverSeen'),
            runs > 0 ? t('runs', { count: runs }) : '',
          ]}
        >
          {id === ownId ? null : <PersonButton id={id} name={email} isBlocked={blockedAt !== null} owns={owns} />}
        </FoundRow>
      ))}
    </FoundList>
  )
}
