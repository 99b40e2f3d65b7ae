// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { LinkOffer } from '@/lib/recaps/link-offers'
import { said, show } from '@/tests/show'
import { DraftQuestion } from './draft-question'
import { EarlierTexts } from './more/earlier-texts'
import { LinkOffers } from './link-offers'
import { PublishDoubts } from './publish/publish-doubts'

let done: unknown[] = []
beforeEach(() => void (done = []))
const note = (what: unknown) => () => void done.push(what)

it('names everything that its author may not want everybody to read, with the way to it', async () => {
  const place = (line: number, written: string) => ({ field: 'text' as const, line, written })
  show(
    <PublishDoubts
      isEmpty={false}
      unfinished={['[your words]', '<b>\u202Eodd</b>']}
      privateConference={{ name: 'Secret Days', isNamed: true }}
      places={[place(2, '[your words]'), place(4, '<b>\u202Eodd</b>')]}
      onGoTo={({ line }) => done.push(line)}
    />,
  )
  expect(said()).toEqual([
    'status:',
    '  Everybody would read these 2 places that are not finished:',
    '  [your words]',
    '  button "Go to it: [your words]"',
    '  <b>\u202Eodd</b>',
    '  button "Go to it: \u2068<b>odd</b>\u2069"',
    '  Secret Days is a private conference, and this recap says its name. ' +
      'Everybody would read it, and what else of its programme is in the text.',
  ])
  await userEvent.click(screen.getAllByRole('button')[1] ?? document.body)
  expect(done).toEqual([4])
})

it('asks only about what there is to doubt', () => {
  const doubts = { isEmpty: true, unfinished: [], privateConference: null, places: [], onGoTo: note('gone') }
  show(<PublishDoubts {...doubts} />)
  expect(said()).toEqual(['status:', '  This recap has no text: everybody would read its title alone.'])
  show(<PublishDoubts {...doubts} isEmpty={false} privateConference={{ name: 'Secret Days', isNamed: false }} />)
  expect(said()[1]).toMatch(/^ {2}Secret Days is a private conference\. Its name is not in this recap/)
  // The server knew of more than this screen shows.
  show(<PublishDoubts {...doubts} isEmpty={false} unfinished={['[tbd]']} places={null} />)
  expect(said()).toEqual(['status:', '  Everybody would read this place that is not finished:', '  [tbd]'])
})

it.each([
  ['leftBehind', 'Take the unsaved words', 'Let them go', 'This device has words for this recap that were never saved'],
  [
    'changedElsewhere',
    'Take what stands here',
    'Take what was saved elsewhere',
    'This recap was changed elsewhere while you wrote here',
  ],
] as const)('asks which of two texts it is: %s', async (question, own, other, words) => {
  show(<DraftQuestion question={question} hasFailed={false} onTake={note('take')} onLetGo={note('letGo')} />)
  const [role, sentence, ...buttons] = said()
  expect([role, sentence?.trim().startsWith(words), buttons]).toEqual([
    'status:',
    true,
    [`  button "${own}"`, `  button "${other}"`],
  ])
  for (const button of screen.getAllByRole('button')) await userEvent.click(button)
  expect(done).toEqual(['take', 'letGo'])
})

it('says that an answer could not be carried out yet', () => {
  show(<DraftQuestion question="leftBehind" hasFailed onTake={note(1)} onLetGo={note(2)} />)
  expect(said()[2]).toBe('  That did not work yet. Nothing was changed: try again when there is a network.')
})

it('tells earlier texts from each other by their second and how they begin', async () => {
  const text = (id: string, second: string, opening: string) => ({
    id,
    createdAt: `2026-03-24T10:00:${second}.000Z`,
    opening,
  })
  show(
    <EarlierTexts
      texts={[text('b', '09', '<i>Second'), text('a', '08', '')]}
      timeZone="Europe/Paris"
      onRestore={(id) => done.push(id)}
    />,
  )
  expect(said()).toEqual([
    'region "Earlier texts":',
    '  heading "Earlier texts"',
    '  Tue 24 Mar 11:00:09 · <i>Second',
    '  button "Bring back: Tue 24 Mar 11:00:09, <i>Second"',
    '  Tue 24 Mar 11:00:08 · without text',
    '  button "Bring back: Tue 24 Mar 11:00:08, without text"',
  ])
  await userEvent.click(screen.getAllByRole('button')[1] ?? document.body)
  expect(done).toEqual(['a'])
  show(<EarlierTexts texts={[]} timeZone="Europe/Paris" onRestore={note(1)} />)
  expect(said()).toEqual([])
})

it('offers each link that arrived for where it is missing', async () => {
  const offer = (kind: 'slides' | 'replay', title: string): LinkOffer => ({
    kind,
    title,
    url: `https://example.org/${kind}`,
    mark: { line: 3, text: kind, written: `[to do: ${kind}]` },
  })
  show(
    <LinkOffers offers={[offer('slides', 'Rust'), offer('replay', 'שלום')]} onTake={({ kind }) => done.push(kind)} />,
  )
  expect(said()).toEqual([
    'status:',
    '  2 links have arrived that your text waits for.',
    '  Slides: Rust',
    '  button "Put it in"',
    '  Replay: \u2068שלום\u2069',
    '  button "Put it in"',
  ])
  await userEvent.click(screen.getAllByRole('button')[1] ?? document.body)
  expect(done).toEqual(['replay'])
  show(<LinkOffers offers={[]} onTake={note(1)} />)
  expect(said()).toEqual([])
})
