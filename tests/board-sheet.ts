import { act, fireEvent, screen } from '@testing-library/react'

// What is said in a sheet of the board, and what it answers.

/** The warnings that stand in it, without the marks around names. */
export function warned(): string[] {
  return screen
    .getAllByRole('status')
    .flatMap((status) => [...status.querySelectorAll('li')])
    .map(({ textContent }) => textContent.replaceAll(/[\u2066-\u2069]/g, ''))
}

/** Writes into a field. */
export function say(label: RegExp, value: string): Promise<void> {
  return act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))
}
