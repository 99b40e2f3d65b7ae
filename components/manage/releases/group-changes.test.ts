import { expect, it } from 'vitest'
import type { SessionField } from '@/lib/program/snapshot'
import { groupChanges, type ListedSessionChange } from './group-changes'

const change = (key: string, kind: ListedSessionChange['kind'], ...fields: SessionField[]): ListedSessionChange => ({
  key,
  kind,
  title: key,
  fields: fields.map((field) => ({ field, before: '', after: '' })),
})

it('tells changes by what they are to who comes, the worst first', () => {
  const groups = groupChanges([
    change('new', 'added'),
    change('longer', 'changed', 'title', 'endAt', 'rooms'),
    change('abstract', 'changed', 'description', 'speakers'),
    change('elsewhere', 'changed', 'rooms', 'title'),
    change('gone', 'cancelled', 'rooms'),
    change('title', 'changed', 'title', 'level'),
    change('next day', 'changed', 'dayOn'),
    change('back', 'restored', 'startAt'),
  ])
  expect(groups.map(([group, own]) => [group, own.map(({ key }) => key).join()])).toEqual([
    ['cancelled', 'gone'],
    ['retimed', 'longer,next day'],
    ['moved', 'elsewhere'],
    ['renamed', 'title'],
    ['edited', 'abstract'],
    ['restored', 'back'],
    ['added', 'new'],
  ])
})
