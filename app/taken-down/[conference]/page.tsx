import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PlainHeader } from '@/components/people/plain-header'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { sayDayOf } from '@/lib/i18n/dates'
import { getTakenDown } from '@/lib/operating/server/taking-down'
import { getViewer } from '@/lib/people/server/viewer'
import { isolated } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { idField } from '@/lib/platform/fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('takenDown'))('title'), robots: { index: false } }
}

type Props = { params: Promise<{ conference: string }> }

/** Where a conference's people are led that was taken down: that it was, why, and what is theirs. */
export default async function TakenDownPage({ params }: Props) {
  const [id, viewer] = [idField().safeParse((await params).conference), await getViewer()]
  const conference = id.success && viewer.kind === 'user' ? await getTakenDown(database(), viewer, id.data) : notFound()
  if (!conference) notFound()
  const [t, language] = [await getTranslations('takenDown'), await getLocale()]
  const { name, slug, takenDownAt, reason, isOwner, mayPutBack } = conference
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={t('lead', { name: isolated(name), day: sayDayOf(takenDownAt, language) })}>
        {reason ? <Notice tone="warning">{t('because', { reason: isolated(reason) })}</Notice> : null}
        <p>{t(isOwner ? 'isYours' : 'isTheirs')}</p>
        <p className="flex flex-wrap gap-3">
          {isOwner ? (
            <ButtonLink href={`/api/v1/me/conferences/${conference.id}/programme`} download>
              {t('programme')}
            </ButtonLink>
          ) : null}
          {mayPutBack ? (
            <ButtonLink href={`/settings/installation?conferences=${slug}`}>{t('putBack')}</ButtonLink>
          ) : null}
          <ButtonLink href="/notes">{t('notes')}</ButtonLink>
          <ButtonLink href="/">{t('conferences')}</ButtonLink>
        </p>
      </Page>
    </>
  )
}
