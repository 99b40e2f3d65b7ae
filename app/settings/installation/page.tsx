import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ActsLog } from '@/components/operating/acts-log'
import { ConferenceList } from '@/components/operating/conference-list'
import { DiskWarning, FailedJobs, InstallationFacts } from '@/components/operating/installation-facts'
import { PeopleList } from '@/components/operating/people-list'
import { TrialMail } from '@/components/operating/trial-mail'
import { PlainHeader } from '@/components/people/plain-header'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { operatorQuerySchema } from '@/lib/operating/schema'
import { listActs } from '@/lib/operating/server/acts'
import { listAllConferences, listPeople } from '@/lib/operating/server/lists'
import { readState } from '@/lib/operating/server/state'
import { isOperator } from '@/lib/people/server/operator'
import { getViewer } from '@/lib/people/server/viewer'
import { database } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operating'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What whoever runs this installation has to know of it, and can do: for nobody else there is no such page. */
export default async function InstallationPage({ searchParams }: Props) {
  const [viewer, db] = [await getViewer(), database()]
  if (viewer.kind === 'guest') redirect('/sign-in?to=%2Fsettings%2Finstallation')
  if (!(await isOperator(db, viewer))) notFound()
  const sought = operatorQuerySchema.parse(await searchParams)
  const [t, { operating, errors }] = [await getTranslations('operating'), await getMessages()]
  const [state, people, conferences, acts] = await Promise.all([
    readState(db),
    listPeople(db, sought.people),
    listAllConferences(db, sought.conferences),
    listActs(db),
  ])
  return (
    <>
      <PlainHeader />
      <Page title={t('title')} lead={t('lead')}>
        <NextIntlClientProvider messages={{ operating, errors }}>
          <Part id="state" title={t('state')}>
            <DiskWarning free={state.free} />
            <InstallationFacts state={state} />
          </Part>
          <Part id="jobs" title={t('jobs')}>
            <FailedJobs failed={state.failed} />
          </Part>
          <Part id="mail" title={t('mail')}>
            {readEnvironment().SMTP_URL ? (
              <>
                <p className="text-sm text-muted">{t('mailLead')}</p>
                <TrialMail email={viewer.email} />
              </>
            ) : (
              <p>{t('noMail')}</p>
            )}
          </Part>
          <Part id="people" title={t('people')}>
            <PeopleList
              found={people}
              sought={sought.people}
              beside={{ conferences: sought.conferences }}
              ownId={viewer.id}
            />
          </Part>
          <Part id="conferences" title={t('conferences')}>
            <ConferenceList found={conferences} sought={sought.conferences} beside={{ people: sought.people }} />
          </Part>
          <Part id="acts" title={t('acts')}>
            <p className="text-sm text-muted">{t('actsLead')}</p>
            <ActsLog acts={acts} />
          </Part>
        </NextIntlClientProvider>
      </Page>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </Card>
  )
}
