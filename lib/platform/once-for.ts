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
