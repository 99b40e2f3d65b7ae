'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Outside } from '@/components/ui/facts'
import { SearchField } from '@/components/ui/search-field'
import { hasWords, queryWords } from '@/lib/platform/search/fold'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { letterOf } from '@/lib/program/names/initials'
import { listSpeakers, type SpeakerItem } from '@/lib/program/part-list'
import { Initials } from '@/components/shared/initials'
import { ListPage } from './list-page'
import { groupBy } from '@/lib/platform/collections/group-by'

type Props = { /** The programme, or its frame alone. */ initial: Agenda; speakers: SpeakerItem[] }

// They are looked over without letters, nearly as many as they.
const FEW = 40

/** Everybody who speaks, by letter where they are many, and found as one types. */
export function SpeakersScreen({ initial, speakers: given }: Props) {
  const t = useTranslations('parts')
  const { agenda } = useAgenda(initial.conference.slug, initial)
  const speakers = useMemo(() => (agenda === initial ? given : listSpeakers(agenda)), [agenda, initial, given])
  const [asked, setAsked] = useState('')
  const words = queryWords(useDeferredValue(asked))
  const found = speakers.filter(({ name, company }) => hasWords(`${name} ${company ?? ''}`, words))
  return (
    <ListPage kind="speakers" isEmpty={speakers.length === 0} conference={initial.conference.slug}>
      <SearchField label={t('find')} hint={t('find')} value={asked} onChange={setAsked} />
      <p role="status" className="text-sm text-muted">
        {t('people', { count: found.length })}
      </p>
      {found.length <= FEW ? (
        <SpeakerRows conference={initial.conference.slug} people={found} />
      ) : (
        byLetter(found).map(([letter, people]) => (
          <section key={letter} aria-label={letter} className="letter">
            <h2 className="py-1 font-semibold text-muted">{letter}</h2>
            <SpeakerRows conference={initial.conference.slug} people={people} />
          </section>
        ))
      )}
    </ListPage>
  )
}

function SpeakerRows({ conference, people }: { conference: string; people: SpeakerItem[] }) {
  return (
    <ul className="divide-y divide-line sm:grid sm:grid-cols-2 sm:gap-x-6 sm:divide-y-0">
      {people.map((person) => (
        <li key={person.slug}>
          <SpeakerRow conference={conference} person={person} />
        </li>
      ))}
    </ul>
  )
}

function SpeakerRow({ conference, person }: { conference: string; person: SpeakerItem }) {
  return (
    <a
      href={pageAddress(conference, 'speaker', person.slug)}
      className="flex min-h-14 items-center gap-3 py-1.5 hover:bg-sunken"
    >
      <Initials name={person.name} />
      <span className="min-w-0">
        <span className="block font-medium leading-snug">
          <Outside>{person.name}</Outside>
        </span>
        {person.company ? (
          <span className="block text-sm text-muted">
            <Outside>{person.company}</Outside>
          </span>
        ) : null}
      </span>
    </a>
  )
}

/** Names that stand side by side under one letter stay together; the order is as given. */
function byLetter(people: SpeakerItem[]): [string, SpeakerItem[]][] {
  return [...groupBy(people, ({ name }) => letterOf(name))]
}
