import { useEffect, useState } from 'react'
import type { Agenda } from '../agenda'
import { listKeptAgendas } from './kept-agendas'

/**
 * The programmes that this device keeps; null until they are read.
 * @param of the ids of the conferences of which they are wanted; null: not known yet
 */
export function useKeptAgendas(of: readonly string[] | 'all' | null): readonly Agenda[] | null {
  const [agendas, setAgendas] = useState<readonly Agenda[] | null>(null)
  const wanted = of === null || of === 'all' ? of : [...new Set(of)].sort().join(' ')
  useEffect(() => {
    if (wanted === null) return
    let isOver = false
    // No store to be had: nothing has a title.
    void listKeptAgendas(wanted === 'all' ? wanted : new Set(wanted.split(' ')))
      .catch(() => [])
      .then((found) => {
        if (!isOver) setAgendas(found)
      })
    return () => void (isOver = true)
  }, [wanted])
  return agendas
}
