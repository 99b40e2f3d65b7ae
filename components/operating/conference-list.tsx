import { getLocale, getTranslations } from 'next-intl/server'
import { sayDayOf } from '@/lib/i18n/dates'
import type { ConferencesHere } from '@/lib/operating/server/lists'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { conferenceAddress } from '@/lib/program/conference-address'
import { ConferenceButton } from './act-buttons'
import { FoundList, FoundRow } from './found-list'

type Props = { found: ConferencesHere; sought: string; beside: Record<string, string> }

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
      besides={found.gone > 0 ? t('gone', { count: found.gone }) : undefined}
    >
      {found.shown.map(
        ({ id, slug, name, isPublic, owners, sessions, createdAt, deletedAt, takenDownAt, wasDeleted }) => (
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
              conferenceAddress(slug, ''),
              takenDownAt ? t('isDown', { day: dayOf(takenDownAt) }) : deletedAt ? t('deleted') : '',
              isPublic ? t('public') : t('private'),
              t('sessions', { count: sessions }),
              owners.length > 0 ? t('owners', { owners: owners.join(', ') }) : t('nobodys'),
              t('since', { day: dayOf(createdAt) }),
            ]}
          >
            {deletedAt && !takenDownAt ? null : (
              <ConferenceButton {...{ id, name, isDown: takenDownAt !== null, isBinned: wasDeleted }} />
            )}
          </FoundRow>
        ),
      )}
    </FoundList>
  )
}
