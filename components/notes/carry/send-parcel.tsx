import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyAddress } from '@/components/ui/copy-address'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { sendParcel, type SentParcel } from '@/lib/notes/device/parcel'

/** Makes a link, and a square for a camera, with which another device takes what is on this one. */
export function SendParcel() {
  const t = useTranslations('notes')
  const [state, setState] = useState<'idle' | 'sealing' | SentParcel>('idle')
  const words = {
    untitled: t('untitled'),
    previous: t('exportWords.previous'),
    next: t('exportWords.next'),
    sameSession: t('exportWords.sameSession'),
  }
  const send = async () => {
    setState('sealing')
    setState(await sendParcel(words).catch(() => ({ ok: false as const, reason: 'noNetwork' as const })))
  }
  return (
    <>
      <p>{t('carry.lead')}</p>
      <p>
        <Button disabled={state === 'sealing'} onClick={() => void send()}>
          {state === 'sealing' ? t('carry.sealing') : t('carry.send')}
        </Button>
      </p>
      {typeof state === 'object' && !state.ok ? (
        <Notice tone="danger" live>
          {t(`carry.sendFailed.${state.reason}`)}
        </Notice>
      ) : null}
      {typeof state === 'object' && state.ok ? <Sent {...state} /> : null}
    </>
  )
}

function Sent({ fragment, notes, picks, photosLeft }: Extract<SentParcel, { ok: true }>) {
  const t = useTranslations('notes')
  const link = `${location.origin}/carry#${fragment}`
  return (
    <Notice tone="good" live>
      <p>{t('carry.sent', { notes, picks })}</p>
      <QrCode text={link} name={t('carry.code')} />
      <CopyAddress
        url={link}
        words={{
          label: t('carry.link'),
          copy: t('carry.copyLink'),
          copied: t('copied'),
          byHand: t('carry.copyFailed'),
        }}
      />
      <p className="text-sm text-muted">{t('carry.once')}</p>
      {photosLeft > 0 ? <p>{t('carry.photosLeft', { count: photosLeft })}</p> : null}
    </Notice>
  )
}
