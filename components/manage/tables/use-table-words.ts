import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { settleBidi } from '@/lib/platform/bidi'
import { sessionKinds } from '@/lib/program/session-kinds'
import { columnsOf, type RowProblem, type TableColumn, type TableKind } from '@/lib/desk/tables/columns'
import type { ChoiceNames } from '@/lib/desk/tables/read-cell'
import type { DeskTable } from '@/lib/desk/tables/table'

const colors = Array.from({ length: 12 }, (_, index) => `${index + 1}`)

export type TableWords = {
  names: Partial<Record<TableColumn, string>>
  choices: ChoiceNames
  /** What a cell shows. */ say: (column: TableColumn, text: string) => string
  /** What is wrong with a row. */ problem: (problem: Omit<RowProblem, 'row'>) => string
}

/** What a table's columns, their values and its mistakes are called. */
export function useTableWords(kind: TableKind, { rooms, tracks, isTrackGiven }: DeskTable): TableWords {
  const [t, ofSession, own] = [useTranslations('manage'), useTranslations('session'), useTranslations('manage.table')]
  return useMemo(() => {
    const ticks = [
      { value: '', name: own('no') },
      { value: '1', name: own('yes') },
    ]
    const named = (list: readonly string[]) => list.map((name) => ({ value: name, name: settleBidi(name) }))
    const choices: ChoiceNames = {
      capacityKind: (['seats', 'headsets'] as const).map((value) => ({ value, name: t(value) })),
      kind: sessionKinds.map((value) => ({ value, name: ofSession(`kind.${value}`) })),
      color: colors.map((value) => ({ value, name: t('colorName', { color: `_${value}` }) })),
      room: [{ value: '', name: t('noRoom') }, ...named(rooms)],
      track: [...(isTrackGiven ? [] : [{ value: '', name: t('noTrack') }]), ...named(tracks)],
      ...{ soldOut: ticks, separateRegistration: ticks },
    }
    const say = (column: TableColumn, text: string) => {
      if (text === '') return ''
      return choices[column]?.find(({ value }) => value === text)?.name ?? settleBidi(text)
    }
    return {
      names: Object.fromEntries(columnsOf[kind].map((column) => [column, own(`heading.${column}`)])),
      choices,
      say,
      problem: ({ column, code, now }) => {
        const why = own(`problem.${code}`, { now: now ? say(column ?? 'name', now) : '' })
        return column ? own('problemOf', { column: own(`heading.${column}`), why }) : why
      },
    }
  }, [kind, rooms, tracks, isTrackGiven, t, ofSession, own])
}
