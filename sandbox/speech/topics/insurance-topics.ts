import { serviceTopic } from '../topic'

/** Calls about policies: renewals, claims and changes of cover. */
export const INSURANCE_TOPICS = [
  serviceTopic('renewal-rate-held', 'Renewal letter and rate held', 'Renewal', [
    'I have had a renewal letter, and the premium has gone up again.',
    "I can hold last year's rate for you if you renew today.",
    'That would help. Is the cover exactly the same as before?',
    'It is the same cover, with the same excess of two hundred pounds.',
    'Could you put that in writing, so I can compare it?',
    'I will email the renewal terms to you this afternoon.',
  ]),
  serviceTopic('renewal-declined', 'Customer declines renewal', 'Renewal', [
    'I do not want my home insurance to renew this year.',
    'No problem. I will stop the automatic renewal for you now.',
    'I found a cheaper quote with another company.',
    'I understand. Your cover will end at midnight on the thirtieth.',
    'And will any more money leave my account?',
    'No, nothing more will be taken after today.',
  ]),
  serviceTopic('water-damage-claim', 'Water damage claim', 'Claim', [
    'There is a leak in the kitchen and the ceiling has come down.',
    'I am sorry to hear that. I will open a claim straight away.',
    'The plumber came last night and turned the water off.',
    'Please keep his invoice, and take photographs of the damage.',
    'How long before somebody comes to look at it?',
    'A loss adjuster will call you within two working days.',
  ]),
  serviceTopic('motor-accident', 'Motor accident reported', 'Claim', [
    'I need to report an accident. Someone drove into the back of me.',
    'First of all, is anybody hurt?',
    'No, we are all fine, but the boot will not close.',
    "Did you manage to take the other driver's registration number?",
    'Yes, I have it here, and his insurance details.',
    'Thank you. The garage will ring you to arrange collection.',
  ]),
  serviceTopic('claim-delay-complaint', 'Complaint about a delayed claim', 'Complaint', [
    'I want to make a complaint. My claim has taken eleven weeks.',
    'I am very sorry. I will log this as a formal complaint.',
    'Every time I ring, I have to explain it all again.',
    'That is not good enough, and I will note it in the complaint.',
    'What happens now, and who will be looking at it?',
    'A complaints manager will write to you within five days.',
  ]),
  serviceTopic('change-of-address', 'Change of address', 'Account change', [
    'We are moving house next month, so I need to change my address.',
    'Congratulations. What will the new postcode be?',
    'It is a flat on the second floor, with a shared entrance.',
    'Thank you. That changes your premium by four pounds a month.',
    'That is less than I expected, to be honest.',
    'Your new documents will be with you by Friday.',
  ]),
  serviceTopic('add-named-driver', 'Named driver added', 'Account change', [
    'I would like to add my daughter to my car insurance.',
    'Of course. How long has she held a full licence?',
    'She passed her test in March, and she has had no accidents.',
    'With her added, the premium goes up to sixty two pounds a month.',
    'That is quite a jump. Would a black box bring it down?',
    'It would save around fifteen per cent over the year.',
  ]),
  serviceTopic('cancel-in-cooling-off', 'Cancelled in the cooling off period', 'Closing', [
    'I took out a policy last week, and I have changed my mind.',
    'You are within fourteen days, so I can cancel it in full.',
    'So I get all of my money back?',
    'Yes, you will have a full refund, with no fee.',
    'When should I expect to see it?',
    'Refunds take three to five working days to reach you.',
  ]),
]
