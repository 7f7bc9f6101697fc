import { dealingTopic, serviceTopic } from '../topic'

/** Calls about investments: orders, advice, pensions and transfers. */
export const BROKERAGE_TOPICS = [
  dealingTopic('buy-order-shares', 'Order to buy shares', 'Trade order', [
    'I would like to buy two thousand shares in Northgate Water.',
    'Buying two thousand Northgate Water. At best, or with a limit?',
    'Put a limit on it of four hundred and twelve pence.',
    'The limit is four hundred and twelve pence, good for the day.',
    'Yes, that is right. Please go ahead.',
    'The order is placed. I will confirm when it is filled.',
  ]),
  dealingTopic('sell-order-fund', 'Order to sell a fund', 'Trade order', [
    'I want to sell half of my holding in the global income fund.',
    'I can do that. It will deal at noon tomorrow, at the next price.',
    'Is there a charge for selling?',
    'The dealing charge is nine pounds fifty.',
    'Fine. Leave the cash in the account for now.',
    'To confirm, that is a sale of half the holding, left as cash.',
  ]),
  dealingTopic('gilt-order', 'Order for government bonds', 'Trade order', [
    'What can you offer me in the short dated gilts this morning?',
    'The twenty twenty eight is showing at ninety seven and a half.',
    'I will take half a million nominal at that price.',
    'Half a million at ninety seven and a half. That is done.',
    'Settlement tomorrow, as usual?',
    'Yes, settlement is tomorrow. The contract note will follow.',
  ]),
  dealingTopic('order-correction', 'Correction of a dealing error', 'Trade error', [
    'There is a mistake on the contract note you sent me yesterday.',
    'Let me look. What should the quantity have been?',
    'I asked for five hundred, and you bought five thousand.',
    'You are right. I will report the error to my supervisor now.',
    "I do not expect to pay for somebody else's mistake.",
    'You will not. The firm will put you back where you should be.',
  ]),
  serviceTopic('pension-transfer', 'Pension transfer', 'Transfer', [
    'I have an old workplace pension, and I want to move it to you.',
    'Before we start, does it come with any guaranteed benefits?',
    'I am not sure. It was a final salary scheme, I think.',
    'Then you will need regulated advice before it can transfer.',
    'How much would that advice cost me?',
    'The adviser will tell you the fee before you agree to anything.',
  ]),
  serviceTopic('annual-review', 'Annual investment review', 'Advice', [
    'You wrote to me about my annual review with an adviser.',
    'Yes. Has anything changed in your circumstances this year?',
    'I am thinking of retiring at sixty two instead of sixty five.',
    'That would shorten your plan, so we should look at the risk.',
    'I would not want to lose what I have built up.',
    'I will book a meeting so the adviser can go through the options.',
  ]),
  serviceTopic('isa-top-up', 'Top up before the tax year ends', 'Sales', [
    'I want to put some more into my savings account before April.',
    'You have eight thousand pounds of your allowance left.',
    'I will put five thousand in today, by debit card.',
    'Thank you. Would you like to set up a monthly payment as well?',
    'Perhaps a hundred pounds a month, from May.',
    'That is set up. You can stop it at any time.',
  ]),
  serviceTopic('investment-scam-warning', 'Suspected investment scam', 'Fraud', [
    'A man rang me and said my investments were at risk.',
    'Please do not send any money. That was not one of our staff.',
    'He knew my name, and he told me to move everything today.',
    'That is a common scam. Did you give him a password or a code?',
    'I gave him nothing, but he was very convincing.',
    'You did the right thing. I will put a warning on your account.',
  ]),
]
