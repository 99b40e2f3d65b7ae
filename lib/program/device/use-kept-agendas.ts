import { useEffect, useState } from 'react'
import type { Agenda } from '../agenda'
import { listKeptAgendas } from './kept-agendas'

/** The programmes that this device keeps; null until they are read. */
export function useKeptAgendas(): readonly Agenda[] | null {
  const [agendas, setAgendas] = useState<readonly Agenda[] | null>(null)
  useEffect(() => {
    let isOver = false
    // No store to be had: nothing has a title.
    void listKeptAgendas()
      .catch(() => [])
      .then((found) => {
        if (!isOver) setAgendas(found)
      })
    return () => void (isOver = true)
  }, [])
  return agendas
}
