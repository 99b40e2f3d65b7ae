import { z } from 'zod'

/** What files may mean in two ways, and the choices there are. */
export const questionChoices = {
  /** Hours written with a Z: the conference's own, or UTC? */
  'z-means-local': ['local', 'utc'],
  /** A number in brackets behind a room's name: a part of it, or how many people the room holds? */
  'room-brackets': ['name', 'capacity'],
} as const

const [zChoice, bracketsChoice] = [z.enum(questionChoices['z-means-local']), z.enum(questionChoices['room-brackets'])]

/** What a person answered, by question; what is absent is guessed. */
export const answersSchema = z.object({ 'z-means-local': zChoice, 'room-brackets': bracketsChoice }).partial()
export type Answers = z.output<typeof answersSchema>

/** Why a choice is guessed. */
const why = z.enum(['days-at-midnight', 'days-in-utc', 'no-sign', 'round-numbers', 'odd-numbers'])

const common = z.object({
  why,
  /** The signs are plain, or a wrong guess does little harm: it is taken without waiting for an answer. */
  isPlain: z.boolean(),
  /** Something of the files that the answer changes, such as the title of a session. */
  example: z.string(),
})

/** What becomes of the example by each choice; "" where the choice says it all. */
const choicesOf = <Choice extends z.ZodType>(choice: Choice) => z.array(z.object({ choice, becomes: z.string() }))

/** Something that files may mean in two ways: read as was answered, else as is guessed. */
export const questionSchema = z.discriminatedUnion('id', [
  common.extend({
    id: z.literal('z-means-local'),
    guess: zChoice,
    answer: zChoice.nullable(),
    choices: choicesOf(zChoice),
  }),
  common.extend({
    id: z.literal('room-brackets'),
    guess: bracketsChoice,
    answer: bracketsChoice.nullable(),
    choices: choicesOf(bracketsChoice),
  }),
])
export type OpenQuestion = z.output<typeof questionSchema>

/** Must somebody answer before what was read may be let in? */
export function waitsForAnswer(questions: readonly OpenQuestion[] | undefined): boolean {
  return (questions ?? []).some(({ answer, isPlain }) => answer === null && !isPlain)
}
