import { forget, recall, remember, rememberedKeys } from '@/lib/platform/device-memory'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'

const PREFIX = 'hallway-bring-in'
const names = ['way', 'address', 'withheld', 'text', 'name', 'timeZone', 'files'] as const

/**
 * What a form that brings a programme in said when its page was left; of files their names alone. `withheld`: of its
 * address a password was left out.
 */
export type KeptForm = Partial<Record<(typeof names)[number], string>>

/**
 * What is kept of the form of a conference, for whoever is signed in here; what others left here is let go of.
 * @param of the conference's address; null: a new one
 */
export function recallForm(of: string | null): KeptForm {
  for (const key of rememberedKeys())
    if (key.startsWith(`${PREFIX}/`) && !key.startsWith(`${PREFIX}/${person()}/`)) forget(key)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = recall(keyOf(of, name))
      return value === null ? [] : [[name, value]]
    }),
  )
}

/**
 * Keeps what a form says now; what it does not show at the moment stays as it was.
 * @param changed the field that was written in: a name that nobody wrote is the file's
 */
export function keepForm(of: string | null, way: string, form: HTMLFormElement, changed: string | null): void {
  const fields = new FormData(form)
  keep(of, 'way', way)
  for (const name of names) {
    const [value] = fields.getAll(name)
    if (typeof value !== 'string' || (name === 'name' && changed !== 'name')) continue
    keep(of, name, name === 'address' ? withoutPassword(value) : value)
    if (name === 'address') keep(of, 'withheld', isWithheld(value) ? '1' : '')
  }
  const files = fields.getAll('files').flatMap((file) => (file instanceof File && file.name !== '' ? file.name : []))
  if (files.length > 0) keep(of, 'files', files.join(', '))
}

/** It is in: nothing of it is kept. */
export function letGoOfForm(of: string | null): void {
  for (const name of names) forget(keyOf(of, name))
}

/** An address as it may be kept; empty where it may hold a password and is none that can be taken apart. */
export function withoutPassword(typed: string): string {
  if (!typed.includes('@')) return typed
  const text = typed.trim()
  if (!/^(?:https?|webcals?):\/\//i.test(text) || !URL.canParse(text)) return ''
  const url = new URL(text)
  url.username = ''
  url.password = ''
  return url.href
}

/** Is something of this address not kept? */
export function isWithheld(typed: string): boolean {
  const [text, kept] = [typed.trim(), withoutPassword(typed.trim())]
  return text.includes('@') && (kept === '' || kept !== new URL(text).href)
}

function keep(of: string | null, name: (typeof names)[number], value: string): void {
  if (value === '') forget(keyOf(of, name))
  else if (recall(keyOf(of, name)) !== value) remember(keyOf(of, name), value)
}

function keyOf(of: string | null, name: string): string {
  return `${PREFIX}/${person()}/${of ?? ''}/${name}`
}

function person(): string {
  return knownViewer()?.id ?? ''
}
