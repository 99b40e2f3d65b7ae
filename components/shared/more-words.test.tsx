// @vitest-environment happy-dom
import { NextIntlClientProvider, useTranslations } from 'next-intl'
import { expect, it } from 'vitest'
import { messagesOf } from '@/lib/i18n/messages'
import { said, show } from '@/tests/show'
import { MoreWords } from './more-words'

function Words() {
  return (
    <p>
      {useTranslations('session')('share')} {useTranslations('notes')('onSession')}
    </p>
  )
}

it('speaks what is spoken around it, and more', () => {
  const { session, notes } = messagesOf('fr')
  show(
    <NextIntlClientProvider locale="fr" messages={{ session }}>
      <MoreWords messages={{ notes }}>
        <Words />
      </MoreWords>
    </NextIntlClientProvider>,
  )
  expect(said()).toEqual(['Partager Notes'])
})
