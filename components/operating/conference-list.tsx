import { getLocale, getTranslations } from 'next-intl/server'
import { sayDayOf } from '@/lib/i18n/dates'
import type { Excerpt, ConferenceHere } from '@/lib/operating/server/lists'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { ConferenceButton } from './act-buttons'
import { FoundList, FoundRow } from './found-list'

type Props = { found: Excerpt<ConferenceHere>; sought: string; beside: Record<string, string> }

/** All conferences here; each can be taken down. */
export async function ConferenceList({ found, sought, beside }: Props) {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  const dayOf = (at: Date) => sayDayOf(at, language)
  return (
    <FoundList
      name="conferences"
      label={t('conferencesFind')}
      sought={sought}
      beside={beside}
      shown={found.shown.length}
      all={found.all}
    >
      {found.shown.map(({ id, slug, name, isPublic, owners, sessions, createdAt, deletedAt, takenDownAt }) => (
        <FoundRow
          key={id}
          name={
            isPublic && !deletedAt ? (
              <a className="text-accent underline underline-offset-4" href={pageAddress(slug, 'schedule')}>
                {settleBidi(name)}
              </a>
            ) : (
              settleBidi(name)
            )
          }
          facts={[
            takenDownAt ? t('isDown', { day: dayOf(takenDownAt) }) : deletedAt ? t('deleted') : '',
            isPublic ? t('public') : t('private'),
            t('sessions', { count: sessions }),
            owners.length > 0 ? t('owners', { owners: owners.join(', ') }) : t('nobodys'),
            t('since', { day: dayOf(createdAt) }),
          ]}
        >
          <ConferenceButton id={id} name={name} isDown={takenDownAt !== null} />
        </FoundRow>
      ))}
    </FoundList>
  )
}
