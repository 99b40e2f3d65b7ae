import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AlertSettingsForm } from '@/components/notifications/alert-settings-form'
import { AlertSwitch } from '@/components/notifications/alert-switch'
import { DeleteAccount } from '@/components/people/delete-account'
import { DeviceHeader } from '@/components/people/device-header'
import { RememberViewer } from '@/components/people/remember-viewer'
import { SettingsForm } from '@/components/people/settings-form'
import { SignInList } from '@/components/people/sign-in-list'
import { SignOutButtons } from '@/components/people/sign-out-buttons'
import { StorageNote } from '@/components/shell/storage-note'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { SOFTWARE } from '@/lib/feeds/exports/software'
import { sayDay } from '@/lib/i18n/dates'
import { getAlertSettings } from '@/lib/notifications/server/subscriptions'
import { getViewer } from '@/lib/people/server/viewer'
import { listRunAlone } from '@/lib/people/server/delete-account'
import { signInOf } from '@/lib/people/session-token'
import { listSignIns } from '@/lib/people/server/sign-ins'
import { now } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { loadStrayRecaps } from '@/lib/recaps/server/loaders'
import { countTouched } from '@/lib/schedule/edit/conference-bin'
import { deleteAccountAction, endSignInAction, saveSettingsAction, signOutEverywhereAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

/** What a person decides about themselves: name, language, devices. */
export default async function SettingsPage() {
  const viewer = await getViewer()
  if (viewer.kind === 'guest') redirect('/sign-in?to=%2Fsettings')
  const [t, errors, language, { storage, alertSwitch, alertSettings }] = [
    await getTranslations('settings'),
    await getTranslations('errors'),
    await getLocale(),
    await getMessages(),
  ]
  const formWords = {
    name: t('name'),
    nameHint: t('nameHint'),
    nameWrong: errors('field.name'),
    language: t('language'),
    languageHint: t('languageHint'),
    save: t('save'),
    saving: t('saving'),
    saved: t('saved'),
    failed: errors('failed'),
  }
  const deviceWords = {
    signOut: t('signOut'),
    signOutLead: t('signOutLead'),
    signOutEverywhere: t('signOutEverywhere'),
    signOutEverywhereLead: t('signOutEverywhereLead'),
    signingOut: t('signingOut'),
    offline: t('signedOutOffline'),
    failed: errors('failed'),
    stillWaiting: t('stillWaiting'),
    backUp: t('backUp'),
  }
  const deleteWords = {
    title: t('deleteTitle'),
    lead: t('deleteLead'),
    owned: t('deleteOwned'),
    withConferences: t('deleteWith'),
    email: t('deleteEmail'),
    wrongEmail: t('deleteWrong'),
    signInAgain: t('deleteSignInAgain'),
    toSignIn: t('deleteToSignIn'),
    submit: t('deleteSubmit'),
    failed: errors('failed'),
    stillWaiting: t('deleteWaiting'),
    backUp: t('backUp'),
  }
  const listWords = {
    title: t('signIns'),
    lead: t('signInsLead'),
    here: t('thisDevice'),
    end: t('endSignIn'),
    sure: t('endSignInSure'),
    keep: t('endSignInKeep'),
    means: t('endSignInMeans'),
    failed: errors('failed'),
  }
  const here = await signInOf((await headers()).get('cookie'))
  const dayOf = (at: Date) => sayDay(at.toISOString().slice(0, 10), language, 'long')
  const signIns = (await listSignIns(database(), viewer.id, now())).map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    isHere: id === here,
    device: device || t('unknownDevice'),
    said: t('lastSeen', { day: dayOf(lastSeenAt), since: dayOf(createdAt) }),
  }))
  const [stray, recaps] = [await loadStrayRecaps(), await getTranslations('recaps')]
  const alone = await listRunAlone(database(), viewer.id)
  const { writers } = await countTouched(
    database(),
    alone.map(({ id }) => id),
    viewer.id,
  )
  const owned = { names: alone.map(({ name }) => name), touched: t('deleteTouched', { writers }) }
  return (
    <>
      <DeviceHeader />
      <Page title={t('title')} lead={t('signedInAs', { email: viewer.email })}>
        <RememberViewer />
        <Card aria-labelledby="you">
          <h2 id="you" className="text-lg font-semibold">
            {t('you')}
          </h2>
          <SettingsForm words={formWords} name={viewer.name ?? ''} language={language} save={saveSettingsAction} />
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
          <SignOutButtons words={deviceWords} endAll={signOutEverywhereAction} />
          <SignInList words={listWords} signIns={signIns} end={endSignInAction} />
        </Card>
        <Card aria-labelledby="mine">
          <h2 id="mine" className="text-lg font-semibold">
            {t('mine')}
          </h2>
          <p>{t('exportLead')}</p>
          <p className="flex flex-wrap gap-3">
            <ButtonLink href="/api/v1/me/export" download>
              {t('export')}
            </ButtonLink>{' '}
            <ButtonLink href="/notes">{t('allNotes')}</ButtonLink>{' '}
            {stray.recaps.length + stray.deleted.length > 0 ? (
              <ButtonLink href="/recaps">{recaps('stray')}</ButtonLink>
            ) : null}
          </p>
          <DeleteAccount words={deleteWords} owned={owned} run={deleteAccountAction} />
        </Card>
        <Card aria-labelledby="device">
          <h2 id="device" className="text-lg font-semibold">
            {t('onDevice')}
          </h2>
          <NextIntlClientProvider messages={{ storage }}>
            <StorageNote />
          </NextIntlClientProvider>
        </Card>
        <p className="text-sm text-muted">
          {SOFTWARE.name} {SOFTWARE.version}
        </p>
      </Page>
    </>
  )
}
