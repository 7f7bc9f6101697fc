const MOST_KEPT = 8

/** What was worked out for a thing, worked out once. */
export function rememberFor<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = compute(key)
    known.set(key, value)
    return value
  }
}

/** The answers of the few questions asked last of a thing that never changes. */
export function rememberRecent<K extends object, Q, V>(
  compute: (of: K, question: Q) => V,
): (of: K, question: Q) => V {
  const recentOf = rememberFor((_: K) => new Map<string, V>())
  return (of, question) => {
    const recent = recentOf(of)
    const key = JSON.stringify(question)
    const value = recent.get(key) ?? compute(of, question)
    recent.delete(key)
    recent.set(key, value)
    const [oldest] = recent.keys()
    if (recent.size > MOST_KEPT && oldest !== undefined) recent.delete(oldest)
    return value
  }
}
