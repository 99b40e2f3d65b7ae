import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AlertSettingsForm } from '@/components/notifications/alert-settings-form'
import { AlertSwitch } from '@/components/notifications/alert-switch'
import { DeviceHeader } from '@/components/people/device-header'
import { PrivacyLink } from '@/components/people/privacy-link'
import { RememberViewer } from '@/components/people/remember-viewer'
import { SettingsForm } from '@/components/people/settings-form'
import { SignInList } from '@/components/people/sign-in-list'
import { SignOutButtons } from '@/components/people/sign-out-buttons'
import { StorageNote } from '@/components/shell/storage-note'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { SOFTWARE } from '@/lib/feeds/exports/software'
import { sayDayOf } from '@/lib/i18n/dates'
import { getAlertSettings } from '@/lib/notifications/server/subscriptions'
import { getBlocked, getViewer } from '@/lib/people/server/viewer'
import { isOperator } from '@/lib/people/server/operator'
import { signInOf } from '@/lib/people/session-token'
import { listSignIns } from '@/lib/people/server/sign-ins'
import { loadStrayRecaps } from '@/lib/recaps/server/loaders'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { endSignInAction, saveSettingsAction, signOutEverywhereAction } from './actions'
import { BlockedAccount } from './blocked-account'
import { Mine } from './mine'
import { settingsWords } from './words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

/** What a person decides about themselves: name, language, devices. */
export default async function SettingsPage() {
  const [viewer, blocked] = [await getViewer(), await getBlocked()]
  if (blocked) return <BlockedAccount person={blocked} />
  if (viewer.kind === 'guest') redirect('/sign-in?to=%2Fsettings')
  const [t, language, words, { storage, alertSwitch, alertSettings }] = [
    await getTranslations('settings'),
    await getLocale(),
    await settingsWords(),
    await getMessages(),
  ]
  const here = await signInOf((await headers()).get('cookie'))
  const dayOf = (at: Date) => sayDayOf(at, language)
  const signIns = (await listSignIns(database(), viewer.id, now())).map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    isHere: id === here,
    device: device || t('unknownDevice'),
    said: t('lastSeen', { day: dayOf(lastSeenAt), since: dayOf(createdAt) }),
  }))
  const stray = await loadStrayRecaps()
  return (
    <>
      <DeviceHeader />
      <Page title={t('title')} lead={t('signedInAs', { email: viewer.email })}>
        <RememberViewer />
        <Card aria-labelledby="you">
          <h2 id="you" className="text-lg font-semibold">
            {t('you')}
          </h2>
          <SettingsForm words={words.form} name={viewer.name ?? ''} language={language} save={saveSettingsAction} />
        </Card>
        <Card aria-labelledby="alerts">
          <h2 id="alerts" className="text-lg font-semibold">
            {alertSettings.title}
          </h2>
          <NextIntlClientProvider messages={{ alertSwitch, alertSettings }}>
            <AlertSwitch />
            <AlertSettingsForm
              settings={await getAlertSettings(database(), viewer.id)}
              canMail={readEnvironment().SMTP_URL !== undefined}
            />
          </NextIntlClientProvider>
        </Card>
        <Card aria-labelledby="devices">
          <h2 id="devices" className="text-lg font-semibold">
            {t('devices')}
          </h2>
          <SignOutButtons words={words.device} endAll={signOutEverywhereAction} />
          <SignInList words={words.signIns} signIns={signIns} end={endSignInAction} />
        </Card>
        <Mine viewer={viewer} hasStray={stray.recaps.length + stray.deleted.length > 0} />
        <Card aria-labelledby="device">
          <h2 id="device" className="text-lg font-semibold">
            {t('onDevice')}
          </h2>
          <NextIntlClientProvider messages={{ storage }}>
            <StorageNote />
          </NextIntlClientProvider>
        </Card>
        {(await isOperator(database(), viewer)) ? (
          <Card aria-labelledby="installation">
            <h2 id="installation" className="text-lg font-semibold">
              {t('operating')}
            </h2>
            <p>{t('operatingLead')}</p>
            <p>
              <ButtonLink href="/settings/installation">{t('operatingOpen')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <p>
            {SOFTWARE.name} {SOFTWARE.version}
          </p>
          <PrivacyLink />
        </div>
      </Page>
    </>
  )
}
