'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { SubmitButton } from '@/components/ui/submit-button'
import { Card } from '@/components/ui/card'
import { CopyText } from '@/components/ui/copy-text'
import { Field, SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { useAction } from '@/components/ui/use-action'
import { createStewardLinkAction } from '@/lib/rooms/server/actions'
import { AddressLines } from './address-lines'

type Props = { conference: string; rooms: { id: string; name: string }[] }

/** Makes a steward's link, and shows it this once: as an address and as a square to scan at the door. */
export function StewardLinkForm({ conference, rooms }: Props) {
  const t = useTranslations('stewards')
  const router = useRouter()
  const { run, pending, outcome } = useAction(createStewardLinkAction)
  return (
    <>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = Object.fromEntries(
            [...new FormData(event.currentTarget)].flatMap(([key, value]) =>
              typeof value === 'string' ? [[key, value]] : [],
            ),
          )
          void run({ ...fields, conference }).then(({ ok }) => ok && router.refresh())
        }}
      >
        <SelectField name="room" label={t('room')} required>
          {rooms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field name="name" label={t('name')} hint={t('nameHint')} required maxLength={80} autoComplete="off" />
        <p>
          <SubmitButton variant="primary" disabled={pending}>
            {t('make')}
          </SubmitButton>
        </p>
      </form>
      {outcome && !outcome.ok ? (
        <Notice tone="danger" live>
          {outcome.reason === 'TOO_LARGE' ? t('tooMany') : t('failed')}
        </Notice>
      ) : null}
      {outcome?.ok ? <MadeLink {...outcome.value} /> : null}
    </>
  )
}

function MadeLink({ address, room, name }: { address: string; room: string; name: string }) {
  const [t, copying] = [useTranslations('stewards'), useTranslations('stewards.copying')]
  return (
    <Card>
      <p role="status" className="font-semibold">
        {t('made', { room, name })}
      </p>
      <QrCode text={address} name={t('square', { room })} />
      <p>
        <a href={address} className="[overflow-wrap:anywhere] text-accent underline underline-offset-4">
          <AddressLines address={address} />
        </a>
      </p>
      <CopyText
        text={address}
        words={{ copy: copying('copy'), copied: copying('copied'), byHand: copying('byHand') }}
      />
      <p className="text-sm text-muted">{t('once')}</p>
    </Card>
  )
}
