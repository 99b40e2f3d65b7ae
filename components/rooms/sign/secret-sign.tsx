'use client'

import { useTranslations } from 'next-intl'
import { roomOfSign } from '@/lib/rooms/sign'
import { SignScreen } from './sign-screen'
import { useSecretSign } from './use-secret-sign'

/** The sign behind a secret address: what the server tells of its one room, else what this device keeps of that. */
export function SecretSign({ secret }: { secret: string }) {
  const t = useTranslations('sign')
  const { document, heardAt, failed, hasEnded } = useSecretSign(secret)
  if (document)
    return (
      <SignScreen
        agenda={document.agenda}
        room={roomOfSign(document.agenda, { id: document.room, slug: '' })}
        known={{ ...document, heardAt }}
        failed={failed}
      />
    )
  return (
    <main id="main" className="mx-auto grid max-w-xl gap-3 px-4 py-8">
      <h1 className="text-2xl font-semibold">{t(hasEnded ? 'ended' : 'atDoor')}</h1>
      <p role="status" className="text-muted">
        {hasEnded ? t('askAnother') : failed ? t('unheard') : ''}
      </p>
    </main>
  )
}
