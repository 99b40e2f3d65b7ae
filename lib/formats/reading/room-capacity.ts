import { limits } from '@/lib/program/program'
import type { ProgramDraft } from './program-draft'
import type { Answers, OpenQuestion } from './questions'

const UNITS =
  'seats?|places?|pax|people|persons?|personnes?|personen|pers|' +
  'pl[äa]tze|sitzpl[äa]tze|plaatsen|zitplaatsen|posti|plazas|lugares'
const COUNT = String.raw`\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d{1,6}`

const WITH_UNIT = new RegExp(String.raw`(?<![\w.,-])(${COUNT})[\s-]*(?:${UNITS})(?!\p{L})`, 'iu')
const WITH_LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:capacity|capacité|cap|kapazität|capaciteit|jauge|max)[.:\s]+(${COUNT})(?![\w])`,
  'iu',
)
const IN_BRACKETS = /\(([^()]*)\)\s*$/

/**
 * Reads how many people rooms take from their names. A number with a word for it ("300 places", "cap. 80") is a
 * capacity. A bare number in brackets at the end ("(150)") may be a door's: that is a question, unless letters in
 * another room's brackets ("(E59-1)") tell that all of them are doors' numbers. The guess is a capacity when all such
 * numbers are round (a multiple of 10, at least 20). It is taken without an answer: a room without a number is no harm.
 * @param names of all the conference's rooms
 * @returns a function from one of these names to the number, or null
 */
export function capacityReader(
  names: Iterable<string>,
  answers: Answers | undefined,
  draft: Pick<ProgramDraft, 'addQuestion'>,
): (name: string) => number | null {
  const question = bracketsQuestion([...names], answers?.['room-brackets'] ?? null)
  if (question) draft.addQuestion(question)
  const isCapacity = question !== null && (question.answer ?? question.guess) === 'capacity'
  return (name) => capacitySaid(name) ?? (isCapacity ? sensible(bareNumber(name)) : null)
}

function bracketsQuestion(
  names: readonly string[],
  answer: NonNullable<Answers['room-brackets']> | null,
): (OpenQuestion & { id: 'room-brackets' }) | null {
  const brackets = names.filter((name) => capacitySaid(name) === null).flatMap((name) => bracketOf(name) ?? [])
  const example = names.find((name) => capacitySaid(name) === null && bracketOf(name) !== null)
  if (example === undefined || !brackets.every((inside) => /^\d+$/.test(inside))) return null
  const areRound = brackets.every(isRound)
  return {
    id: 'room-brackets',
    guess: areRound ? 'capacity' : 'name',
    answer,
    why: areRound ? 'round-numbers' : 'odd-numbers',
    isPlain: true,
    example,
    choices: [
      { choice: 'name', becomes: '' },
      { choice: 'capacity', becomes: bracketOf(example) ?? '' },
    ],
  }
}

function capacitySaid(text: string): number | null {
  // No more of a name is kept, and of an endless one every number would be tried against all that follow.
  const name = text.slice(0, limits.name)
  const said = WITH_UNIT.exec(name)?.[1] ?? WITH_LABEL.exec(name)?.[1]
  return said === undefined ? null : sensible(Number(said.replace(/\D/g, '')))
}

function bareNumber(name: string): number {
  return Number(bracketOf(name) ?? NaN)
}

/**
 * What stands in brackets at the end of a name, unless words tell it is something else ("(Ground Floor)", "(300
 * places)").
 */
function bracketOf(name: string): string | null {
  const inside = IN_BRACKETS.exec(name.slice(0, limits.name))?.[1]?.trim() ?? ''
  return /\d/.test(inside) && !/\s/.test(inside) ? inside : null
}

function isRound(text: string): boolean {
  return Number(text) % 10 === 0 && Number(text) >= 20
}

function sensible(count: number): number | null {
  return count >= 1 && count <= 100_000 ? count : null
}
