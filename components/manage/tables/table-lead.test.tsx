// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { TableLead } from './table-lead'

it('says of sessions, and of nothing else, that no draft holds back what is written', () => {
  const type = 'Type in a cell to change it. Paste rows from a spreadsheet anywhere.'
  show(<TableLead kind="rooms" isLead={false} />)
  expect(said()).toEqual([type])
  show(<TableLead kind="sessions" isLead={false} />)
  expect(said()).toEqual([
    type,
    'What you write here is in the programme at once, and whoever picked the session is told ' +
      'of another time or room. Moves on the board wait in the draft instead.',
  ])
})

it('says to a lead that the board alone waits for organizers, in both languages', () => {
  const lines = () => said().slice(1)
  show(<TableLead kind="sessions" isLead />)
  expect(lines()).toEqual([
    'What you write here is in the programme at once; moves on the board wait for an organizer to publish them.',
  ])
  show(<TableLead kind="sessions" isLead />, 'fr')
  expect(lines()).toEqual([
    'Ce que vous écrivez ici est aussitôt dans le programme ; ' +
      'sur la grille, les déplacements attendent que l’organisation les publie.',
  ])
})
