// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { OpenQuestion } from '@/lib/formats/reading/questions'
import { said, show } from '@/tests/show'
import { QuestionFields } from './question-fields'

const hours: OpenQuestion = {
  id: 'z-means-local',
  guess: 'local',
  answer: null,
  why: 'days-at-midnight',
  isPlain: true,
  example: 'Fog at sea',
  choices: [
    { choice: 'local', becomes: '10:00' },
    { choice: 'utc', becomes: '12:00' },
  ],
}
const brackets: OpenQuestion = {
  id: 'room-brackets',
  guess: 'capacity',
  answer: 'name',
  why: 'round-numbers',
  isPlain: true,
  example: 'Quay (150)',
  choices: [
    { choice: 'name', becomes: '' },
    { choice: 'capacity', becomes: '150' },
  ],
}

it('says what each answer would make of the files, with the guess chosen and why', () => {
  show(<QuestionFields questions={[hours]} onAnswer={() => undefined} />)
  expect(said()).toEqual([
    'Which hours does the file mean?',
    'Its times end in “Z”, which stands for UTC, but some exports write local times like that. The first session is ' +
      '“Fog at sea”:',
    'radio "At 10:00: the hours are local" (checked)',
    'radio "At 12:00: the hours are UTC"',
    'The days of the file begin at midnight written like that, so its hours are local too.',
  ])
})

it('has what was answered chosen, in French, and guesses no more', () => {
  show(<QuestionFields questions={[brackets]} onAnswer={() => undefined} />, 'fr')
  expect(said()).toEqual([
    'Que sont les nombres entre parenthèses ?',
    'Par exemple « Quay (150) » :',
    'radio "Une partie du nom de la salle" (checked)',
    'radio "Le nombre de places : 150"',
  ])
})

it('tells of another answer once it is in the form', async () => {
  const answers: unknown[] = []
  const look = () => answers.push(Object.fromEntries(new FormData(document.querySelector('form') ?? undefined)))
  show(
    <form>
      <QuestionFields questions={[hours, brackets]} onAnswer={look} />
    </form>,
  )
  await userEvent.click(screen.getByLabelText('At 12:00: the hours are UTC'))
  await userEvent.click(screen.getByLabelText('How many people it holds: 150'))
  expect(answers).toEqual([
    { 'answer.z-means-local': 'utc', 'answer.room-brackets': 'name' },
    { 'answer.z-means-local': 'utc', 'answer.room-brackets': 'capacity' },
  ])
})
