'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, SelectField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Wish } from '@/lib/desk/suggest/day-facts'
import { settleBidi } from '@/lib/platform/bidi'
import type { DaySession } from './day-props'

const ways = ['rooms', 'times', 'both'] as const
const USUAL_MOVES = 10
const MOST_MOVES = 200

type Props = {
  sessions: readonly DaySession[]
  isSearching: boolean
  onAsk: (wish: Omit<Wish, 'day'>) => void
}

/** What may change: rooms, times or both, how much of it at most, and which sessions stay where they are. */
export function SuggestForm({ sessions, isSearching, onAsk }: Props) {
  const t = useTranslations('manage.suggest')
  const [what, setWhat] = useState<Wish['what']>('rooms')
  const [moves, setMoves] = useState(String(USUAL_MOVES))
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set())
  const mostMoves = Number(moves)
  const isPossible = Number.isInteger(mostMoves) && mostMoves >= 1 && mostMoves <= MOST_MOVES
  const pin = (id: string, isPinned: boolean) =>
    setPinned((before) => new Set(isPinned ? [...before, id] : [...before].filter((its) => its !== id)))
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isPossible) onAsk({ what, mostMoves, pinned: [...pinned] })
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('what')}
          value={what}
          onChange={(event) => setWhat(ways.find((way) => way === event.target.value) ?? 'rooms')}
        >
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`way.${way}`)}
            </option>
          ))}
        </SelectField>
        <Field
          label={t('mostMoves')}
          type="number"
          min={1}
          max={MOST_MOVES}
          value={moves}
          onChange={(event) => setMoves(event.target.value)}
          error={isPossible ? undefined : t('movesWrong', { most: MOST_MOVES })}
        />
      </div>
      <details>
        <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
          {t('pins', { count: pinned.size })}
        </summary>
        <ul className="grid max-h-96 overflow-y-auto">
          {sessions.map(({ id, title, language }) => (
            <li key={id}>
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  className="size-5 shrink-0 accent-accent"
                  checked={pinned.has(id)}
                  onChange={(event) => pin(id, event.target.checked)}
                />
                <bdi lang={language ?? undefined} className="min-w-0 break-words">
                  {settleBidi(title)}
                </bdi>
              </label>
            </li>
          ))}
        </ul>
      </details>
      <div>
        <SubmitButton variant="primary" disabled={isSearching || !isPossible}>
          {t('ask')}
        </SubmitButton>
      </div>
    </form>
  )
}
