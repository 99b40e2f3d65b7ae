'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { createDoorLinksAction, revokeStewardLinksAction } from '@/lib/rooms/server/actions'
import { MadeCards, useMadeCards } from './made-cards'

type Props = {
  conference: { slug: string; name: string }
  /** Where nobody can count yet. */ doors: number
}

/** Makes a link for each door that has none, and shows them this once: as cards to print and hang there. */
export function DoorCards({ conference, doors }: Props) {
  const made = useMadeCards({ create: createDoorLinksAction, revoke: revokeStewardLinksAction })
  return (
    <>
      {made.cards.length === 0 && doors > 0 ? (
        <MakeCards
          doors={doors}
          pending={made.isMaking}
          onMake={(name) => void made.make({ conference: conference.slug, name })}
        />
      ) : null}
      <MadeCards conference={conference} made={made} words="cards" />
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
