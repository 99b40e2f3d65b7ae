// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { ManageNav } from './manage-nav'

const section = (name: string, isCurrent = false) => ({ href: `/${name}`, name, isCurrent })

it('says the open section with its group, and then all of them in groups', () => {
  const groups = [
    { name: '', sections: [section('Overview')] },
    { name: 'Programme', sections: [section('Sessions'), section('Board', true)] },
    { name: 'Venue', sections: [section('Rooms')] },
  ]
  show(<ManageNav label="Sections" groups={groups} />)
  expect(said()).toEqual([
    'navigation "Sections":',
    '  summary "Programme › Board"',
    '  link "Overview"',
    '  group "Programme":',
    '    link "Sessions"',
    '    link "Board" (current)',
    '  group "Venue":',
    '    link "Rooms"',
  ])
})

it('says few side by side', () => {
  show(
    <ManageNav
      label="Sections"
      groups={[{ name: 'Programme', sections: [section('Sessions', true), section('Board')] }]}
    />,
  )
  expect(said()).toEqual(['navigation "Sections":', '  link "Sessions" (current)', '  link "Board"'])
})
