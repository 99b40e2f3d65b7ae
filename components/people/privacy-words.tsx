import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Markdown } from '@/components/ui/markdown'
import type { PrivacyNotice } from '@/lib/people/server/privacy-notice'
import { isolated } from '@/lib/platform/bidi'

const sections = {
  guest: ['guestDevice', 'guestReport', 'guestLog'],
  account: ['accountWho', 'accountWrote', 'accountDevices', 'accountDid'],
  sees: ['seesYou', 'seesTeam', 'seesAll', 'seesOperator'],
  long: ['longYours', 'longLoose', 'longSignIn', 'longDevices', 'longStays', 'longBackup'],
  others: ['othersNone', 'othersWhen', 'othersCookies'],
} as const
const order = ['guest', 'account', 'sees', 'long', 'others'] as const

/** What Hallway keeps of people, in their words, with what this installation says of itself. */
export function PrivacyWords({ notice }: { notice: PrivacyNotice }) {
  const [t, texts] = [useTranslations('privacy'), useTranslations('recapText')]
  return (
    <>
      <Part name="who" title={t('who')}>
        <Responsible notice={notice} />
      </Part>
      {order.map((name) => (
        <Part key={name} name={name} title={t(name)}>
          <ul className="grid list-disc gap-2 pl-5">
            {sections[name].map((said) => (
              <li key={said}>{t(said)}</li>
            ))}
          </ul>
        </Part>
      ))}
      <Part name="rights" title={t('rights')}>
        <p>{t('rightsHow')}</p>
        <p>
          <ButtonLink href="/settings">{t('settings')}</ButtonLink>
        </p>
      </Part>
      {notice.more ? (
        <Part name="more" title={t('more')}>
          <Markdown text={notice.more} whyAsTyped={texts('asTyped')} />
        </Part>
      ) : null}
    </>
  )
}

function Part({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <Card aria-labelledby={name}>
      <h2 id={name} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </Card>
  )
}

function Responsible({ notice: { responsible, contact, hosting } }: { notice: PrivacyNotice }) {
  const t = useTranslations('privacy')
  return (
    <>
      {responsible ? <p>{t('responsible', { name: isolated(responsible) })}</p> : null}
      {contact ? (
        <p className="break-words">
          {t('contact')}{' '}
          {contact.href ? (
            <a
              href={contact.href}
              rel="noreferrer"
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
            >
              {contact.text}
            </a>
          ) : (
            <bdi>{contact.text}</bdi>
          )}
        </p>
      ) : null}
      {hosting ? <p>{t('hosting', { place: isolated(hosting) })}</p> : null}
      {responsible || contact ? null : <p>{t('nobody')}</p>}
    </>
  )
}
