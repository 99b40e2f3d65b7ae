/**
 * The same function, run once for each object: what it made is given again as long as the object is kept by somebody.
 * Nobody may change what it gives.
 */
export function onceFor<Key extends object, Value extends object>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/**
 * The same for a function of texts: each text is read once, as long as somebody keeps what this gives. Make one for
 * each piece of work: it keeps every text.
 */
export function eachTextOnce<Value extends NonNullable<unknown> | null>(
  read: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}
