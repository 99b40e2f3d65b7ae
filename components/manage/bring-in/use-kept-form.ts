import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { keepForm, letGoOfForm, recallForm, type KeptForm } from './kept-form'
import { waysIn, type WayIn } from './way-buttons'

/**
 * Has a form say again what it said when its page was left, and keeps what it says. What its person wrote before our
 * code came stays.
 * @param of the conference's address; null: a new one
 */
export function useKeptForm(of: string | null, form: RefObject<HTMLFormElement | null>) {
  const [read] = useState(() => once(() => recallForm(of)))
  const atFirst = useSyncExternalStore(noChange, read, none)
  const [since, setSince] = useState<KeptForm | null>(null)
  const kept = since ?? atFirst
  const [chosen, setChosen] = useState<WayIn | null>(null)
  const way = chosen ?? waysIn.find((name) => name === kept.way) ?? 'address'

  useEffect(() => {
    if (form.current) fillIn(form.current, kept)
  }, [form, kept])

  return {
    kept,
    way,
    setWay: (name: WayIn) => {
      setChosen(name)
      if (form.current) keepForm(of, name, form.current, null)
      // The fields of another way come back as they were left.
      setSince(recallForm(of))
    },
    keep: (changed: string) => {
      if (form.current) keepForm(of, way, form.current, changed)
    },
    letGo: () => {
      letGoOfForm(of)
      setSince(nothing)
    },
  }
}

/** The address and the zone, where nobody wrote others: the zone may be the first guess. */
function fillIn(form: HTMLFormElement, { address, timeZone }: KeptForm): void {
  const [where, zone] = [form.elements.namedItem('address'), form.elements.namedItem('timeZone')]
  if (address && where instanceof HTMLInputElement && where.value === '') where.value = address
  const guessed = ['', Intl.DateTimeFormat().resolvedOptions().timeZone]
  if (!timeZone || !(zone instanceof HTMLInputElement)) return
  if (guessed.includes(zone.value) || zone.value === zone.defaultValue) zone.value = timeZone
}

const nothing: KeptForm = {}
function none(): KeptForm {
  return nothing
}

function once<Value>(read: () => Value): () => Value {
  let value: { is: Value } | undefined
  return () => (value ??= { is: read() }).is
}

function noChange(): () => void {
  return () => undefined
}
