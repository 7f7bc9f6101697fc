const LABELS: Record<string, string> = {
  phone: 'Phone',
  'contact-centre': 'Contact centre',
  teams: 'Teams',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  chat: 'Chat',
  email: 'Email',
}

/** Those there is a name for, in the order in which they are drawn. */
export const NAMED_KINDS: readonly string[] = Object.keys(LABELS)

/** The name of a kind of recording. One never seen before is shown as it came; none is a dash. */
export function kindLabel(kind: string | null): string {
  if (kind === null || kind === '') return '—'
  return Object.hasOwn(LABELS, kind) ? (LABELS[kind] ?? kind) : kind
}
