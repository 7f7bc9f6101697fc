/**
 * What is said in calls of every topic. Few and short on purpose: every sentence is synthesised once,
 * and a call of three hours waits for all that it says.
 */

/** Agents who give their name when they answer; the others answer for the firm alone. */
export const NAMED_AGENTS = [
  'Charlotte',
  'Priya',
  'Hannah',
  'Amelia',
  'Grace',
  'Leila',
  'Megan',
  'Sophie',
  'Zara',
  'Nadia',
  'Ruth',
  'Olivia',
] as const

/** How the service desk answers when the agent is one of those. */
export const namedGreeting = (name: string) => `Hallam and Pryce, ${name} speaking. How can I help?`
export const SERVICE_GREETING = 'Good afternoon, Hallam and Pryce. How can I help you?'
export const DEALING_GREETING = 'Hallam and Pryce, dealing desk.'
export const SHORT_GREETING = 'Hallam and Pryce, hello.'

export const RECORDED_NOTICE = 'I should tell you that this call is recorded.'
export const RECORDED_ANSWER = 'Yes, that is fine.'

/** Security: the firm asks, the caller answers. */
export const SECURITY = [
  [
    'Before we go on, could I take the first line of your address?',
    'It is fourteen, Orchard Lane.',
  ],
  ['And your date of birth, please?', 'The ninth of June, nineteen seventy one.'],
  [
    'May I have the second and fifth letters of your security word?',
    'That would be an A, and then an R.',
  ],
  ['Could you confirm the postcode as well?', 'Yes, it is L S six, two Q T.'],
] as const
export const SECURITY_PASSED = 'Thank you. That is everything I need for security.'

/** Short exchanges that fit any subject: the firm first. */
export const EXCHANGES = [
  ['Is this the best number to reach you on?', 'Yes, this one is fine. I always have it with me.'],
  ['Would you like that by post, or by email?', 'By email, please. I do not always see the post.'],
  ['Just to check that I have understood you correctly.', 'Yes, that is exactly what I meant.'],
  ['Do you have the paperwork in front of you?', 'I do. Give me a moment to find the page.'],
  ['The reference is at the top, on the right.', 'Got it. It starts with a seven.'],
  [
    'Have you spoken to anyone else about this?',
    'I spoke to somebody last week, but not for long.',
  ],
  [
    'I can see the notes from that conversation here.',
    'Good. Then I need not go through it again.',
  ],
  [
    'It may take a minute. The system is a little slow today.',
    'There is no hurry. Take your time.',
  ],
  ['I am going to read that back to you.', 'Please do. I am writing it down.'],
  ['Does that sound reasonable to you?', 'It does, as long as the date does not move.'],
  ['I would rather get this right than do it quickly.', 'I appreciate that. Thank you.'],
  ['You will get a letter to confirm what we agreed.', 'And if it does not come, who do I ring?'],
  ['Ring this number, and any of my colleagues can help.', 'Fair enough. I will keep the number.'],
  ['Are you happy for me to go ahead?', 'Yes, please go ahead.'],
] as const

/** The caller asks, the firm answers. */
export const QUESTIONS = [
  ['Could you say that once more, please?', 'Of course. I will go through it again.'],
  ['How long does that normally take?', 'It is usually done within five working days.'],
  ['And that will not cost me anything?', 'No, there is no charge for that at all.'],
  ['Can I do this on the website next time?', 'You can, under the page called your details.'],
  ['Who else can see this information?', 'Only the people here who look after your account.'],
  ['Sorry, the line went quiet for a second.', 'I am still here. Can you hear me now?'],
] as const

/** The firm goes away; a silence follows; the firm returns and the caller answers. */
export const HOLDS = [
  [
    'May I put you on hold while I check that?',
    'Yes, of course.',
    'Thank you for holding.',
    'That is all right.',
  ],
  [
    'Bear with me while I find your file.',
    'No problem.',
    'Sorry to keep you waiting. I have it now.',
    'Not at all.',
  ],
  [
    'I need to ask a colleague. Can you hold the line?',
    'I can wait.',
    'Hello, are you still there?',
    'Yes, I am still here.',
  ],
] as const

/** Said over or between what the other party says. */
export const AGENT_FILLERS = [
  'Okay.',
  'I see.',
  'Of course.',
  'Right, let me see.',
  'Yes, I understand.',
]
export const CUSTOMER_FILLERS = ['Right.', 'Okay.', 'Yes.', 'I see.', 'Yes, that is right.']

export const ANYTHING_ELSE = [
  'Is there anything else I can help you with?',
  'No, that is everything. You have been very helpful.',
] as const

/** The firm first, then the caller. */
export const CLOSINGS = [
  ['Thank you for calling. Goodbye.', 'Thank you. Bye.'],
  ['Take care. Goodbye now.', 'Goodbye.'],
  ['Thanks for your time today. Bye.', 'Cheers. Bye now.'],
] as const
