import { useEffect, useState } from 'react'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '../exchange/keep-trying'
import { withEngine } from '../store/local-state'

/** The programmes that this device keeps; none until they are read. */
export function useKeptAgendas(): readonly Agenda[] {
  const [agendas, setAgendas] = useState<readonly Agenda[]>([])
  useEffect(() => {
    let isOver = false
    const read = Promise.all([
      withEngine().then((engine) => engine.store().agendas.toArray()),
      keepTrying(() => import('../notes/readers')),
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
