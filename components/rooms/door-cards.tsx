'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Outside } from '@/components/ui/facts'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import { createDoorLinksAction, revokeStewardLinksAction } from '@/lib/rooms/server/actions'

type DoorCard = { id: string; room: string; address: string }
type Props = {
  conference: { slug: string; name: string }
  /** Where nobody can count yet. */ doors: number
}

/** Makes a link for each door that has none, and shows them this once: as cards to print and hang there. */
export function DoorCards({ conference, doors }: Props) {
  const t = useTranslations('stewards.cards')
  const router = useRouter()
  const [cards, setCards] = useState<DoorCard[]>([])
  const [said, setSaid] = useState<'takenBack' | 'failed' | 'tooMany' | null>(null)
  const making = useAction(createDoorLinksAction)
  const taking = useAction(revokeStewardLinksAction)
  const make = async (name: string) => {
    setSaid(null)
    const made = await making.run({ conference: conference.slug, name })
    if (made.ok) setCards(made.value)
    else setSaid(made.reason === 'TOO_LARGE' ? 'tooMany' : 'failed')
    router.refresh()
  }
  const takeBack = async () => {
    const { ok } = await taking.run({ conference: conference.slug, links: cards.map(({ id }) => id) })
    if (ok) setCards([])
    setSaid(ok ? 'takenBack' : 'failed')
    router.refresh()
  }
  return (
    <>
      {cards.length === 0 && doors > 0 ? (
        <MakeCards doors={doors} pending={making.pending} onMake={(name) => void make(name)} />
      ) : null}
      {said ? (
        <Notice tone={said === 'takenBack' ? 'info' : 'danger'} live>
          {t(said)}
        </Notice>
      ) : null}
      {cards.length > 0 ? (
        <Sheet conference={conference.name} cards={cards} pending={taking.pending} onTakeBack={() => void takeBack()} />
      ) : null}
    </>
  )
}

type MakeProps = { doors: number; pending: boolean; onMake: (name: string) => void }

function MakeCards({ doors, pending, onMake }: MakeProps) {
  const t = useTranslations('stewards.cards')
  return (
    <Card aria-labelledby="door-cards">
      <h3 id="door-cards" className="text-lg font-semibold">
        {t('title')}
      </h3>
      <p>{t('lead', { count: doors })}</p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const name = new FormData(event.currentTarget).get('name')
          if (typeof name === 'string') onMake(name)
        }}
      >
        <Field name="name" label={t('name')} defaultValue={t('called')} required maxLength={80} autoComplete="off" />
        <p>
          <SubmitButton disabled={pending}>{t('make', { count: doors })}</SubmitButton>
        </p>
      </form>
    </Card>
  )
}

type SheetProps = { conference: string; cards: readonly DoorCard[]; pending: boolean; onTakeBack: () => void }

function Sheet({ conference, cards, pending, onTakeBack }: SheetProps) {
  const t = useTranslations('stewards.cards')
  return (
    <>
      <Notice tone="good" live>
        <p>{t('made', { count: cards.length })}</p>
        <p className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => print()}>
            {t('print')}
          </Button>
          <Button disabled={pending} onClick={onTakeBack}>
            {t('takeBack')}
          </Button>
        </p>
      </Notice>
      <ul className="door-cards grid grid-cols-1 gap-4 sm:grid-cols-2">
        {cards.map(({ id, room, address }) => (
          <li
            key={id}
            className="grid justify-items-center gap-2 rounded-xl border border-line bg-raised p-4 text-center"
          >
            <p className="text-2xl font-semibold leading-tight">
              <Outside>{room}</Outside>
            </p>
            <QrCode text={address} name={t('square', { room: isolated(room) })} />
            <p>{t('scan')}</p>
            <p className="break-all text-xs text-muted">{address}</p>
            <p className="text-xs text-muted">
              <Outside>{conference}</Outside>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
