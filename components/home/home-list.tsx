'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { SearchField } from '@/components/ui/search-field'
import { hasWords, queryWords } from '@/lib/platform/search/fold'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import type { ConferencePhase } from '@/lib/program/conference-phase'
import { pageAddress } from '@/lib/program/addresses'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import type { MyNextLine } from './my-next'

const MyNext = dynamic(() => keepTrying(() => import('./my-next')).then((module) => module.MyNext), { ssr: false })

export type HomeConference = {
  slug: string
  name: string
  /** Its days, place, size, and who sees it, as one line. */
  facts: string
  phase: ConferencePhase
  /** I have a role in it, picked in it, or looked at it here lately. */
  isMine: boolean
}

/** With fewer than these one sees them all. */
const SEARCHED = 6
const phases = ['on', 'coming', 'past'] as const

type Props = {
  conferences: readonly HomeConference[]
  /** For what the server looked; empty: they are those that come first. */ sought: string
  /** There are more than these. */ isCut: boolean
}

/** The conferences: mine, then what is on, comes and is over; with what is next for me in each of mine. */
export function HomeList({ conferences, sought, isCut }: Props) {
  const t = useTranslations('home')
  const [query, setQuery] = useState(sought)
  const [lines, setLines] = useState<ReadonlyMap<string, MyNextLine>>(new Map())
  const words = queryWords(query)
  // The server has looked for that already, in more than is written here.
  const found =
    query === sought ? conferences : conferences.filter(({ name, facts }) => hasWords(`${name} ${facts}`, words))
  const mine = phases.flatMap((phase) => found.filter((one) => one.isMine && one.phase === phase))
  const others = found.filter(({ isMine }) => !isMine)
  const row = (conference: HomeConference) => (
    <Row key={conference.slug} conference={conference} line={lines.get(conference.slug)} />
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {conferences.length >= SEARCHED || sought ? (
        <SearchField label={t('search')} hint={t('searchHint')} value={query} onChange={setQuery} />
      ) : null}
      <p role="status" className={found.length > 0 ? 'sr-only' : 'text-muted'}>
        {words.length > 0 ? t('found', { count: found.length }) : ''}
      </p>
      {mine.length > 0 ? <Part title={t('mine')}>{mine.map(row)}</Part> : null}
      {phases.map((phase) => {
        // Listed by their days, the latest first: of those to come the soonest matters.
        const inPhase = others.filter((conference) => conference.phase === phase)
        const here = phase === 'coming' ? inPhase.reverse() : inPhase
        return here.length > 0 ? (
          <Part key={phase} title={t(`phase.${phase}`)}>
            {here.map(row)}
          </Part>
        ) : null
      })}
      {isCut || sought ? <Others query={query} sought={sought} isCut={isCut} /> : null}
      {conferences.some(({ isMine, phase }) => isMine && phase !== 'past') ? <MyNext onLines={setLines} /> : null}
    </div>
  )
}

/** The way to those that are not here. */
function Others({ query, sought, isCut }: { query: string; sought: string; isCut: boolean }) {
  const t = useTranslations('home')
  if (query !== sought && query.trim())
    return (
      <p>
        <ButtonLink href={`/?q=${encodeURIComponent(query)}`}>{t('searchAll', { query: isolated(query) })}</ButtonLink>
      </p>
    )
  return (
    <>
      {isCut ? <p className="text-sm text-muted">{t(sought ? 'moreFound' : 'more')}</p> : null}
      {sought ? (
        <p>
          <ButtonLink href="/">{t('backToAll')}</ButtonLink>
        </p>
      ) : null}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)]">
      <h2 className="pb-1 text-sm font-semibold text-muted">{title}</h2>
      <ul className="border-t border-line">{children}</ul>
    </section>
  )
}

function Row({ conference, line }: { conference: HomeConference; line: MyNextLine | undefined }) {
  const t = useTranslations('home')
  const { slug, name, facts, phase, isMine } = conference
  return (
    <li className="border-b border-line">
      <a href={pageAddress(slug, 'now')} className="grid min-h-14 content-center gap-0.5 py-2 hover:bg-sunken">
        <span className="flex items-start justify-between gap-3">
          <span dir="auto" className="text-lg font-semibold leading-snug">
            {settleBidi(name)}
          </span>
          {isMine && phase === 'on' ? (
            <span className="shrink-0 rounded-full bg-tint px-2 py-0.5 text-sm font-medium text-accent">
              {t('phase.on')}
            </span>
          ) : null}
        </span>
        <span className="text-sm text-muted">{facts}</span>
      </a>
      {/* One line whatever stands in it, so that nothing moves when more is known. */}
      {isMine && phase !== 'past' ? (
        <p className="-mt-1 h-11 truncate text-sm">
          <a
            href={line?.href ?? pageAddress(slug, 'schedule')}
            className="inline-flex h-11 max-w-full items-center gap-1.5"
          >
            <span className="shrink-0 font-medium text-accent">{line?.when ?? t('openSchedule')}</span>
            <span dir="auto" className="truncate">
              {line?.title}
            </span>
          </a>
        </p>
      ) : null}
    </li>
  )
}
