import { type BriefTemplate, plain, template, warm } from '@/server/presets/briefs/template'
import { both } from '@/server/presets/preset'

/** Coming back, and telling others. */
export const loyaltyBriefs: readonly BriefTemplate[] = [
  template('newsletter', 'email', 'newsletter', both('Newsletter', 'Newsletter'), {
    aim: both(
      'Readers find one thing that is useful to them and open the next one too.',
      'Wer liest, findet etwas Nützliches und öffnet auch den nächsten.',
    ),
    reader: both('Somebody who has bought or subscribed', 'Jemand, der gekauft oder abonniert hat'),
    action: both('Read on', 'Weiterlesen'),
    next: both('To one article or offer that fits', 'Zu einem passenden Beitrag oder Angebot'),
    to: 'loyalty',
    tone: warm,
    length: both('150–300 words, subject up to 50 characters', '150–300 Wörter, Betreff bis 50 Zeichen'),
    checks: ['subject', 'next', 'unsubscribe', 'aloud'],
  }),
  template('recommend_email', 'email', 'recommend', both('E-mail: personal recommendation', 'E-Mail: Persönliche Empfehlung'), {
    aim: both(
      'Customers find one thing that makes what they have better.',
      'Die Kundschaft findet etwas, das besser macht, was sie schon hat.',
    ),
    reader: both(
      'Somebody who uses what was bought and is content with it',
      'Jemand, der das Gekaufte nutzt und damit zufrieden ist',
    ),
    action: both('See what fits', 'Passendes ansehen'),
    next: both('To one product that fits what was bought', 'Zu einem Produkt, das zum Gekauften passt'),
    to: 'loyalty',
    tone: both('Like advice from somebody who knows the customer’s case', 'Wie ein Rat von jemandem, der den eigenen Fall kennt'),
    length: both('80–140 words, one recommendation', '80–140 Wörter, eine Empfehlung'),
    checks: ['complaint', 'facts', 'unsubscribe', 'subject'],
  }),
  template(
    'win_back_email',
    'email',
    'recommend',
    both('E-mail: recommendation, win-back', 'E-Mail: Empfehlung, Rückgewinnung'),
    {
      aim: both(
        'Somebody who was content finds a reason of their own to come back.',
        'Wer zufrieden war, findet einen eigenen Grund zurückzukommen.',
      ),
      reader: both('A customer who has not bought for long', 'Eine Kundin oder ein Kunde ohne Kauf seit Langem'),
      action: both('See what fits', 'Passendes ansehen'),
      next: both('To one product that fits what was bought', 'Zu einem Produkt, das zum Gekauften passt'),
      to: 'loyalty',
      tone: warm,
      length: both('100–150 words, one offer', '100–150 Wörter, ein Angebot'),
      checks: ['complaint', 'facts', 'unsubscribe', 'subject'],
    },
  ),
  template('loyalty_page', 'page', 'loyalty_program', both('Page: loyalty programme', 'Seite: Treueprogramm'), {
    aim: both(
      'Customers understand in a minute what staying brings, and join.',
      'Die Kundschaft versteht in einer Minute, was Treue bringt, und macht mit.',
    ),
    reader: both('Somebody who has bought more than once', 'Jemand, der mehr als einmal gekauft hat'),
    action: both('Join', 'Mitmachen'),
    next: both('To the account, with the first benefit in it', 'Zum Konto, mit dem ersten Vorteil darin'),
    to: 'loyalty',
    tone: plain,
    length: both('200–350 words and an example with figures', '200–350 Wörter und ein Beispiel mit Zahlen'),
    checks: ['terms', 'legal', 'facts', 'next', 'alt'],
  }),
  template('review_email', 'email', 'review_request', both('Review request', 'Bitte um Bewertung'), {
    aim: both('Content customers tell others, in two minutes.', 'Zufriedene erzählen es weiter, in zwei Minuten.'),
    reader: both(
      'Somebody who has said that all is well, or has had time to find out',
      'Jemand, der Zufriedenheit gezeigt hat oder Zeit zum Ausprobieren hatte',
    ),
    action: both('Write a review', 'Bewertung schreiben'),
    next: both('To the review form, afterwards to recommending', 'Zum Bewertungsformular, danach zur Empfehlung'),
    to: 'advocacy',
    tone: both('A request, no reward, no pressure', 'Eine Bitte, keine Belohnung, kein Druck'),
    length: both('60–100 words', '60–100 Wörter'),
    checks: ['complaint', 'thanks', 'next', 'subject'],
  }),
  template('referral_page', 'page', 'referral_program', both('Page: referral programme', 'Seite: Empfehlungsprogramm'), {
    aim: both(
      'Content customers know what both sides get and recommend us in three steps.',
      'Zufriedene wissen, was beide Seiten bekommen, und empfehlen uns in drei Schritten.',
    ),
    reader: both(
      'Somebody who is content and knows others with the same need',
      'Jemand, der zufrieden ist und andere mit demselben Bedarf kennt',
    ),
    action: both('Invite somebody', 'Jemanden einladen'),
    next: both('To a personal link that can be passed on', 'Zu einem persönlichen Link zum Weitergeben'),
    to: 'advocacy',
    tone: both('Friendly and clear, the conditions in plain words', 'Freundlich und klar, die Bedingungen in einfachen Worten'),
    length: both('150–300 words', '150–300 Wörter'),
    checks: ['terms', 'legal', 'next', 'alt'],
  }),
  template('review_reply', 'message', 'review_reply', both('Reply to a review', 'Antwort auf eine Bewertung'), {
    aim: both('Others see that criticism is heard and put right.', 'Andere sehen, dass Kritik gehört und behoben wird.'),
    reader: both('The author of the review, and everyone who reads along', 'Wer bewertet hat, und alle, die mitlesen'),
    action: both('Write to us, with a name', 'Uns schreiben, mit Namen'),
    next: both('To a person who takes care of it', 'Zu einem Menschen, der sich kümmert'),
    to: 'advocacy',
    tone: warm,
    length: both('40–80 words', '40–80 Wörter'),
    checks: ['criticism', 'thanks', 'contact', 'aloud'],
  }),
]
