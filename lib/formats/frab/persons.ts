import { plainLine, plainText } from '../reading/plain-text'
import type { ProgramDraft } from '../reading/program-draft'
import type { FrabEvent, FrabPerson, FrabSchedule } from './schedule'

/**
 * @param file tells the persons of several files apart
 * @returns a function that adds the persons of an event and gives their keys. A person is known by its key; in a merged
 * file one key is several persons', which their names tell apart. One name under two keys stays two: it may be two
 * people
 */
export function personAdder(
  { persons }: Pick<FrabSchedule, 'persons'>,
  draft: ProgramDraft,
  file: string,
): (event: FrabEvent) => string[] {
  const names = new Map<string, string>()
  const keyOf = (key: string, name: string) => {
    const known = names.get(key) ?? name
    names.set(key, known)
    return known.toLowerCase() === name.toLowerCase() ? file + key : `${file}${key}|${name.toLowerCase()}`
  }
  const biographyOf = textsOnce()
  return ({ persons: those }) =>
    those.flatMap((person) => {
      const described: FrabPerson | undefined = person.key === null ? undefined : persons.get(person.key)
      const name = plainLine(person.name ?? described?.name ?? '')
      if (name === '') return []
      return (
        draft.addSpeaker({
          key: person.key === null ? undefined : keyOf(person.key, name),
          name,
          bio: biographyOf(person.biography ?? described?.biography ?? null),
        }) ?? []
      )
    })
}

/** Who speaks twice has one biography, which is read once. */
function textsOnce(): (text: string | null) => string | null {
  const read = new Map<string, string | null>()
  return (text) => {
    if (text === null) return null
    const known = read.get(text)
    if (known !== undefined) return known
    const plain = plainText(text)
    read.set(text, plain)
    return plain
  }
}
