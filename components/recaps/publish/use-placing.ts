import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { isolated } from '@/lib/platform/bidi'
import {
  listOwnSeriesAction,
  placeInSeriesAction,
  reorderSeriesAction,
  saveSeriesAction,
} from '@/lib/recaps/server/actions'
import { settleOpenDraft } from '../open-draft'
import type { EditedRecap, PublicFacts } from '../edited-recap'
import { unreachable } from './unreachable'

export const NEW_SERIES = 'new'

/** Where a recap is put among others of its author, and whether the server knows of it. */
export type Placing = ReturnType<typeof usePlacing>

/** The place of a recap in a series while it is chosen. */
export function usePlacing(
  { id, conference }: EditedRecap,
  facts: PublicFacts,
  learn: (news: Partial<PublicFacts>) => void,
) {
  const t = useTranslations('recaps')
  const [choice, setChoice] = useState(facts.seriesId ?? '')
  const [title, setTitle] = useState('')
  const [label, setLabel] = useState(facts.label ?? '')
  const [outcome, setOutcome] = useState<string | null>(null)
  const chosen = facts.series.find((one) => one.id === facts.seriesId)
  const isSettled = choice === (facts.seriesId ?? '') && label.trim() === (facts.label ?? '')

  /** @returns why it is not where it was put; null: it is */
  async function settle(): Promise<string | null> {
    if (isSettled) return null
    if (choice === NEW_SERIES && !title.trim()) return 'seriesTitleMissing'
    const made =
      choice === NEW_SERIES
        ? await saveSeriesAction({ id: null, conferenceId: conference?.id ?? null, title, summary: '' }).catch(
            unreachable,
          )
        : null
    if (made?.ok === false) return made.reason
    const seriesId = made?.ok ? made.value.id : choice || null
    const placed = await placeInSeriesAction({ id, seriesId, label }).catch(unreachable)
    if (!placed.ok) return placed.reason
    const known = await listOwnSeriesAction({}).catch(unreachable)
    learn({ seriesId, label: label.trim() || null, ...(known.ok && { series: known.value }) })
    setChoice(seriesId ?? '')
    return null
  }
  const say = async (work: Promise<string | null>) => setOutcome((await work) ?? 'placed')
  const save = async () => (await settleOpenDraft()) ?? settle()
  async function moveUp(index: number): Promise<string | null> {
    const unsettled = await settleOpenDraft()
    if (unsettled) return unsettled
    const recapIds = chosen?.recaps.map((part) => part.id) ?? []
    recapIds.splice(index - 1, 0, ...recapIds.splice(index, 1))
    const answer = await reorderSeriesAction({ seriesId: chosen?.id ?? '', recapIds }).catch(unreachable)
    if (!answer.ok) return answer.reason
    const known = await listOwnSeriesAction({}).catch(unreachable)
    if (known.ok) learn({ series: known.value })
    return null
  }

  return {
    series: facts.series,
    parts: chosen?.recaps ?? [],
    choice,
    title,
    label,
    /** "placed", or why it is not. */ outcome,
    /** In a line. */ said: sayPlace(),
    choose: setChoice,
    entitle: setTitle,
    relabel: setLabel,
    settle,
    save: () => void say(save()),
    moveUp: (index: number) => void say(moveUp(index)),
  }

  function sayPlace(): string {
    if (choice === NEW_SERIES) return title.trim() ? isolated(title) : t('newSeries')
    const wanted = facts.series.find((one) => one.id === choice)
    if (!wanted) return t('noSeries')
    if (label.trim()) return `${isolated(wanted.title)} · ${isolated(label.trim())}`
    const numbered = wanted.recaps.filter((part) => part.label === null && part.id !== id).map((part) => part.id)
    const at = wanted.recaps.findIndex((part) => part.id === id)
    const before = at < 0 ? numbered.length : wanted.recaps.slice(0, at).filter((part) => part.label === null).length
    return `${isolated(wanted.title)} · ${t('part', { number: before + 1 })}`
  }
}
