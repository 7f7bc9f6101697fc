import { type Draw, PURPOSE } from './draw'
import type { RecordingFacts } from './recording-facts'

const BODIES = [
  'Hi, it’s {other}. Can you ring me about the renewal letter before five?',
  'Thanks for your time today. Your reference is {number}. Reply STOP to opt out.',
  'Please sell the lot at best, limit ninety eight. Confirm once done.',
  'Your appointment is on Thursday at 10:30. Reply YES to keep it.',
  'I still haven’t had the refund of £{number}. This is the third time of asking 😕',
  'Documents attached as agreed. Let me know if page two is legible.',
  'Running ten minutes late, sorry. {internal} will start the call.',
  'Bonjour, pouvez-vous confirmer la commande n° {number} ? Merci.',
  'All good at our end. Speak next week.',
  'We agreed to hold the rate for twelve months.\nI have that in writing from March.',
]

export type Message = {
  body: string
  attachments: { name: string; mediaType: string; sizeBytes: number }[]
}

/** The words of a text message, chat or e-mail. */
export function makeMessages(facts: RecordingFacts, draw: Draw) {
  return (index: number): Message => {
    const number = 10_000 + draw.below(index, PURPOSE.message, 90_000)
    const template = BODIES[number % BODIES.length] ?? ''
    const other = facts.otherEndpointOf(index)
    const body = template
      .replace('{other}', other.person?.firstName ?? other.value)
      .replace('{internal}', facts.internalOf(index).firstName)
      .replace('{number}', String(number))
    const attachments = template.includes('attached')
      ? [{ name: 'terms-signed.pdf', mediaType: 'application/pdf', sizeBytes: 48_000 + number }]
      : []
    return { body, attachments }
  }
}
