import { serviceTopic } from '../topic'

/** Calls about accounts, cards, bereavement, and customers who need more care. */
export const ACCOUNT_TOPICS = [
  serviceTopic('lost-card', 'Lost card', 'Lost card', [
    'I have lost my bank card. I think I left it on the train.',
    'I have stopped the card, so nobody can use it now.',
    'Thank goodness. Has anybody tried to spend on it?',
    'The last payment was for eleven pounds at the station.',
    'Yes, that was me. I bought a sandwich and a coffee.',
    'A new card will arrive in three to five working days.',
  ]),
  serviceTopic('disputed-payment', 'Disputed card payment', 'Fraud', [
    'There is a payment on my statement that I do not recognise.',
    'I can raise a dispute. Which payment is it?',
    'It is for eighty nine pounds, to a website I have never used.',
    'I have refunded it for now, while we look into it.',
    'Will I have to pay it back if they say it is genuine?',
    'We would write to you first and explain the evidence.',
  ]),
  serviceTopic('close-account', 'Closing an account', 'Closing', [
    'I would like to close my account, please.',
    'I am sorry to see you go. May I ask the reason?',
    'I am putting everything in one place, with my other bank.',
    'I understand. Where should we send the remaining balance?',
    'To the account that you already have on your records.',
    'The account will close tonight, and you will get a letter.',
  ]),
  serviceTopic('bereavement', 'Bereavement', 'Vulnerable customer', [
    'I am calling because my husband passed away last week.',
    'I am so sorry for your loss. Please take all the time you need.',
    'I do not know what you need from me. He dealt with all of this.',
    'All we need for now is a copy of the death certificate.',
    'Will I still be able to pay the bills?',
    'Yes. I will make sure that nothing is stopped in the meantime.',
  ]),
  serviceTopic('payment-difficulty', 'Difficulty paying', 'Vulnerable customer', [
    "I have lost my job, and I cannot make this month's payment.",
    'Thank you for telling us. We can give you some breathing space.',
    'I have been so worried that I have not been sleeping.',
    'I can pause the payments for three months, with no charges.',
    'Will that go on my credit file?',
    'It will, but as an arrangement and not as a missed payment.',
  ]),
  serviceTopic('hard-of-hearing', 'Customer who needs more time', 'Vulnerable customer', [
    'You will have to speak up. My hearing is not very good.',
    'Of course. I will speak slowly. Tell me if you miss anything.',
    'My son usually does this for me, but he is away.',
    'Would you like us to send your letters in large print?',
    'Oh yes, that would be a great help to me.',
    'I have made a note, so everyone who speaks to you will know.',
  ]),
  serviceTopic('online-access', 'Locked out of online access', 'Technical', [
    'I am locked out of the website. It keeps refusing my password.',
    'I can unlock it. You will get a text with a code in a minute.',
    'It says the code has been sent to my old mobile number.',
    'Then I will need to update your number first.',
    'It has worked. I can see my account again.',
    'Lovely. Please choose a new password while you are there.',
  ]),
  serviceTopic('fees-complaint', 'Complaint about charges', 'Complaint', [
    'I am unhappy about a charge of thirty five pounds on my account.',
    'I can see it. That was an administration fee for the transfer.',
    'Nobody told me about it, and it was not in the paperwork.',
    'I have listened to the call, and you are right. I will refund it.',
    'I would still like it recorded as a complaint.',
    'Of course. You will receive our final response in writing.',
  ]),
]
