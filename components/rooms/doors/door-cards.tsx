'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { createDoorLinksAction, revokeStewardLinksAction } from '@/lib/rooms/server/actions'
import { DoorSheet, type DoorCard } from './door-sheet'

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
        <DoorSheet conference={conference.name} cards={cards} words="cards">
          <p>{t('made', { count: cards.length })}</p>
          <Button disabled={taking.pending} onClick={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        </DoorSheet>
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
