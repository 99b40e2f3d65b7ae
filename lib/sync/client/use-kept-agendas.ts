import { useEffect, useState } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from './keep-trying'
import { withEngine } from './local-state'

/** The programmes that this device keeps; none until they are read. */
export function useKeptAgendas(): readonly Agenda[] {
  const [agendas, setAgendas] = useState<readonly Agenda[]>([])
  useEffect(() => {
    let isOver = false
    const read = Promise.all([
      withEngine().then((engine) => engine.keptAgendas()),
      keepTrying(() => import('./readers')),
    ])
    // No store to be had: nothing has a title.
    void read
      .then(
        ([kept, { readAgenda }]) => kept.flatMap(({ agenda }) => readAgenda(agenda) ?? []),
        () => [],
      )
      .then((found) => {
        if (!isOver) setAgendas(found)
      })
    return () => void (isOver = true)
  }, [])
  return agendas
}
