import { getTranslations } from 'next-intl/server'
import type { SignInWords } from '@/components/people/sign-in-words'

const reasons = [
  'wrong-code',
  'code-expired',
  'link-expired',
  'mail-failed',
  'many-codes',
  'unverified',
  'cancelled',
] as const
const codes = ['RATE_LIMITED', 'UNAVAILABLE', 'failed', 'offline'] as const

/** Why signing in did not work, by reason, in the visitor's language. */
export async function signInErrors(): Promise<SignInWords['errors']> {
  const [t, errors] = [await getTranslations('signIn'), await getTranslations('errors')]
  return {
    ...Object.fromEntries(reasons.map((reason) => [reason, t(`error.${reason}`)])),
    ...Object.fromEntries(codes.map((code) => [code, errors(code)])),
    failed: errors('failed'),
  }
}

/** All that the sign-in form says. */
export async function signInWords(): Promise<SignInWords> {
  const [t, errors] = [await getTranslations('signIn'), await getTranslations('errors')]
  return {
    email: t('email'),
    send: t('send'),
    sending: t('sending'),
    code: t('code'),
    sentTo: t('sentTo'),
    shown: t('shown'),
    shownWhy: t('shownWhy'),
    noMail: t('noMail'),
    signIn: t('signIn'),
    signingIn: t('signingIn'),
    again: t('again'),
    otherEmail: t('otherEmail'),
    hints: { mail: t('codeHint'), page: t('codeHintPage'), terminal: t('codeHintTerminal') },
    fields: { email: errors('field.email'), code: errors('field.code') },
    errors: await signInErrors(),
  }
}
