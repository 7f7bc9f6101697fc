/**
 * What a call is about. `lines` alternate between the caller (first) and the firm, in the order they
 * are said. The first two are said in every call of the topic that lasts 20 seconds or more.
 */
export type Topic = {
  /** Kebab-case, stable: tests and bookmarks name it. */
  readonly id: string
  readonly title: string
  readonly tag: string
  readonly language: string
  /** How the firm answers the telephone for it. */
  readonly desk: 'service' | 'dealing'
  readonly lines: readonly string[]
}

/** A topic of the service desk in British English, from its lines. */
export function serviceTopic(id: string, title: string, tag: string, lines: string[]): Topic {
  return { id, title, tag, language: 'en-GB', desk: 'service', lines }
}

/** A topic of the dealing desk in British English, from its lines. */
export function dealingTopic(id: string, title: string, tag: string, lines: string[]): Topic {
  return { ...serviceTopic(id, title, tag, lines), desk: 'dealing' }
}
