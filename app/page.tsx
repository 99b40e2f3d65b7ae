import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/shared/action-form'
import { DeletedConferences } from '@/components/manage/deleted-conferences'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { ViewerName } from '@/components/shell/viewer-name'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { sayDays } from '@/lib/i18n/dates'
import { listInvitations } from '@/lib/people/server/invitations'
import { can } from '@/lib/people/permissions'
import { getViewer } from '@/lib/people/server/viewer'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { deleteConferenceAction } from '@/lib/schedule/edit/actions'
import { loadDeleted } from '@/lib/schedule/loaders'
import { listConferences } from '@/lib/schedule/read/queries'

/** The conferences that whoever looks may see, and three ways to bring one in. */
export default async function HomePage() {
  const [t, shell, language, { manage }] = [
    await getTranslations('home'),
    await getTranslations('shell'),
    await getLocale(),
    await getMessages(),
  ]
  const viewer = await getViewer()
  const [conferences, deleted] = [await listConferences(database(), viewer), await loadDeleted()]
  const waiting = viewer.kind === 'user' ? (await listInvitations(database(), viewer)).length : 0
  return (
    <>
      <header
        className={
          'mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-3 px-4 ' +
          'pt-[max(env(safe-area-inset-top),0.5rem)]'
        }
      >
        <p className="text-lg font-semibold">Hallway</p>
        <div className="flex items-center gap-2">
          <LanguageSwitch current={language} name={shell('language')} />
          <a href="/notes" className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4">
            {t('notes')}
          </a>
          <ViewerName
            words={{ signIn: shell('signIn'), settings: shell('settings') }}
            className="inline-flex min-h-11 items-center px-2 text-accent underline underline-offset-4"
          />
        </div>
      </header>
      <main id="main" className="mx-auto grid max-w-3xl gap-6 px-4 py-6">
        <header className="grid gap-2">
          <h1 className="text-3xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-lg text-muted">{t('lead')}</p>
        </header>
        {waiting > 0 ? (
          <Notice>
            <p>{t('invited', { count: waiting })}</p>
            <p>
              <ButtonLink href="/invitations">{t('answer')}</ButtonLink>
            </p>
          </Notice>
        ) : null}
        <section className="grid gap-3">
          <h2 className="text-xl font-semibold">{t('conferences')}</h2>
          {conferences.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
          <NextIntlClientProvider messages={{ manage }}>
            <ul className="grid gap-2">
              {conferences.map((conference) => (
                <li key={conference.id} className="grid gap-2">
                  <a
                    href={pageAddress(conference.slug, 'now')}
                    className="grid gap-1 rounded-xl border border-line bg-raised p-4 hover:border-edge"
                  >
                    <span dir="auto" className="text-lg font-semibold">
                      {settleBidi(conference.name)}
                    </span>
                    <span className="text-sm text-muted">
                      <Facts
                        of={[
                          conference.firstDay && conference.lastDay
                            ? sayDays(conference.firstDay, conference.lastDay, language)
                            : '',
                          conference.venue,
                          t('sessions', { count: conference.sessions }),
                          conference.visibility === 'private' ? t('private') : '',
                          conference.demo ? t('demo') : '',
                        ]}
                      />
                    </span>
                  </a>
                  {conference.demo && can(conference.role, 'deleteConference', conference.visibility) ? (
                    <ActionForm
                      action={deleteConferenceAction}
                      values={{ conference: conference.slug }}
                      submit={t('remove', { name: isolated(conference.name) })}
                      danger
                      confirm={t('removeAsk', { name: isolated(conference.name) })}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
            <DeletedConferences deleted={deleted} />
          </NextIntlClientProvider>
        </section>
        <Card aria-labelledby="bring">
          <h2 id="bring" className="text-xl font-semibold">
            {t('bring')}
          </h2>
          <p className="text-muted">{t('bringLead')}</p>
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t('wayAddress')}</li>
            <li>{t('wayFile')}</li>
            <li>{t('wayPaste')}</li>
          </ul>
          <p>
            <ButtonLink variant="primary" href="/new">
              {t('bringIn')}
            </ButtonLink>
          </p>
        </Card>
      </main>
    </>
  )
}
