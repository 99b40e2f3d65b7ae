import { useId, useState, type Ref } from 'react'

type Props = {
  label: string
  look: string
  few: readonly { value: string; name: string }[]
  /** What the cell says. */ text: string
  ref: Ref<HTMLInputElement>
  onText: (text: string) => void
  onLeave: () => void
}

/**
 * One of a few, by typing its name. It begins empty, for the browser's list to show all of them, with what is chosen
 * behind; whoever types nothing changes nothing.
 */
export function TypedChoice({ label, look, few, text, ref, onText, onLeave }: Props) {
  const id = useId()
  const [now] = useState(() => few.find(({ value }) => value === text)?.name ?? text)
  const [typed, setTyped] = useState('')
  return (
    <>
      <input
        ref={ref}
        aria-label={label}
        className={look}
        dir="auto"
        type="text"
        list={id}
        autoComplete="off"
        placeholder={now}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value)
          onText(value)
        }}
        onBlur={onLeave}
      />
      <datalist id={id}>
        {few.map(({ value, name }) => (
          <option key={value} value={name} />
        ))}
      </datalist>
    </>
  )
}
