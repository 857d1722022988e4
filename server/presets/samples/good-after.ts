import { both } from '@/server/presets/preset'
import { live, type SampleItem, site } from '@/server/presets/samples/sample'

export const goodAfter: readonly SampleItem[] = [
  live(
    'message thank',
    'thank-you-page',
    both('Thank you! This is what happens now', 'Danke! So geht es jetzt weiter'),
    both(
      'A heartfelt thank you, the two next dates and the name of the person who looks after you.',
      'Ein herzliches Danke, die zwei nächsten Termine und der Name der Person, die sich kümmert.',
    ),
    { phases: ['retention'], channels: ['checkout'], answers: ['when_exactly'] },
    { fields: { sendsThanks: true } },
  ),
  live(
    'email follow_up',
    'two-weeks-later',
    both('Two weeks with your system: does everything work?', 'Zwei Wochen mit Ihrer Anlage: Läuft alles?'),
    both(
      'Three short questions, one tip for each product and the direct line to the fitter.',
      'Drei kurze Fragen, ein Tipp je Produkt und die Durchwahl zur Montage.',
    ),
    { phases: ['retention'], channels: ['email'], answers: ['how_to_use', 'whom_to_reach'] },
    { fields: { trigger: 'event', neverWhile: ['complaint_open'] } },
  ),
  live(
    'email survey',
    'satisfaction-survey',
    both('How satisfied are you? Two minutes for eight questions', 'Wie zufrieden sind Sie? Acht Fragen in zwei Minuten'),
    both(
      'About the advice, the date, the installation and how you sleep now. The results stand on our website every quarter.',
      'Zur Beratung, zum Termin, zur Montage und dazu, wie Sie jetzt schlafen. Die Ergebnisse stehen jedes Quartal auf der Website.',
    ),
    { phases: ['retention'], channels: ['email'] },
    { fields: { trigger: 'event', neverWhile: ['complaint_open', 'order_open'] } },
  ),
  live(
    'email part_delivery_notice',
    'part-delivery',
    both('Your order comes in two parcels: what arrives when', 'Ihre Bestellung kommt in zwei Paketen: was wann da ist'),
    both(
      'Parcel one with everything for the windows on {date}, parcel two with the camera on {date}. You can start with the first.',
      'Paket eins mit allem für die Fenster am {Datum}, Paket zwei mit der Kamera am {Datum}. Mit dem ersten können Sie schon anfangen.',
    ),
    { phases: ['retention'], channels: ['email', 'order_page'], answers: ['where_is_order', 'when_exactly'] },
    { fields: { promiseKind: 'date', promiseValue: both('a day for each parcel', 'ein Tag je Paket') } },
  ),
  live(
    'email auto_reply',
    'receipt',
    both('We have your message: answer within four hours', 'Ihre Nachricht ist da: Antwort innerhalb von vier Stunden'),
    both(
      'On working days you have an answer from a person within four hours. Urgent? +49 30 23125 014 is answered by people.',
      'An Werktagen antwortet Ihnen innerhalb von vier Stunden ein Mensch. Eilig? Unter +49 30 23125 014 sind wir persönlich da.',
    ),
    { phases: ['retention'], channels: ['email'], answers: ['whom_to_reach'] },
    {
      fields: {
        trigger: 'event',
        promiseKind: 'duration',
        promiseValue: both('4 hours on working days', '4 Stunden an Werktagen'),
      },
    },
  ),
  live(
    'document maintenance',
    'yearly-check',
    both('Yearly check of the Igel alarm system', 'Jährliche Prüfung der Alarmanlage Igel'),
    both(
      'A list to tick off: test alarm, battery, contacts, siren. Takes twenty minutes.',
      'Eine Liste zum Abhaken: Probealarm, Batterie, Kontakte, Sirene. Dauert zwanzig Minuten.',
    ),
    { phases: ['retention'], channels: ['website'], topics: ['igel_alarm'], answers: ['how_to_use', 'alarm_battery'] },
    { fields: { pages: 2, fileUrl: site('dokumente/igel-pruefung.pdf') } },
  ),
  live(
    'document manual',
    'camera-manual',
    both('Manual of the Uhu outdoor camera', 'Anleitung zur Außenkamera Uhu'),
    both(
      'Twelve pages with large drawings, from the box to the first notice on the phone.',
      'Zwölf Seiten mit großen Zeichnungen, vom Auspacken bis zur ersten Meldung aufs Telefon.',
    ),
    { phases: ['retention'], channels: ['website', 'print_package'], topics: ['uhu_camera'], answers: ['how_to_use'] },
    { fields: { pages: 12, edition: '3' } },
  ),
  live(
    'document manual',
    'alarm-manual',
    both('Manual of the Igel alarm system', 'Anleitung zur Alarmanlage Igel'),
    both(
      'Setting up, switching on and off, changing the code, adding contacts.',
      'Einrichten, scharf und unscharf schalten, Code ändern, Kontakte ergänzen.',
    ),
    { phases: ['retention'], channels: ['website', 'print_package'], topics: ['igel_alarm'], answers: ['how_to_use'] },
    { fields: { pages: 16, edition: '5' } },
  ),
  live(
    'page support',
    'camera-support',
    both('Uhu camera without connection: six causes and what helps', 'Kamera Uhu ohne Verbindung: sechs Ursachen und was hilft'),
    both(
      'From the weak network in the garden to the full card. Each cause with a picture, a cure and the number to call if it stays.',
      'Vom schwachen WLAN im Garten bis zur vollen Karte. Jede Ursache mit Bild, Abhilfe und der Nummer, falls es dabei bleibt.',
    ),
    { phases: ['retention'], channels: ['help_center'], topics: ['uhu_camera'], answers: ['camera_offline'] },
    { url: site('hilfe/kamera-verbindung') },
  ),
  live(
    'page support',
    'alarm-support',
    both('False alarm: how to find the cause', 'Fehlalarm: so findet sich die Ursache'),
    both(
      'Draught, pets, an empty battery. The log in the control unit tells which contact it was.',
      'Zugluft, Haustiere, leere Batterie. Das Protokoll der Zentrale verrät, welcher Kontakt es war.',
    ),
    { phases: ['retention'], channels: ['help_center'], topics: ['igel_alarm'], answers: ['how_to_use'] },
    { url: site('hilfe/fehlalarm') },
  ),
  live(
    'faq answer',
    'faq-camera',
    both('What do I do when the Uhu camera loses its connection?', 'Was tue ich, wenn die Kamera Uhu die Verbindung verliert?'),
    both(
      'Pull the plug, wait ten seconds, plug it in again. If the light stays red, the network is too weak: our article shows how to strengthen it.',
      'Stecker ziehen, zehn Sekunden warten, wieder einstecken. Bleibt das Licht rot, ist das WLAN zu schwach: Unser Artikel zeigt, wie es stärker wird.',
    ),
    { phases: ['retention'], channels: ['website', 'help_center'], topics: ['uhu_camera'], answers: ['camera_offline'] },
    { fields: { verifiedOn: { daysAgo: 15 } } },
  ),
  live(
    'faq answer',
    'faq-window-lock',
    both('How do I look after the Dachs window lock?', 'Wie pflege ich das Fensterschloss Dachs?'),
    both(
      'One drop of oil in autumn, and tighten the two screws once a year. The key is in the bag on the handle.',
      'Im Herbst ein Tropfen Öl, einmal im Jahr die zwei Schrauben nachziehen. Der Schlüssel steckt im Beutel am Griff.',
    ),
    { phases: ['retention'], channels: ['website', 'help_center'], topics: ['dachs_window_lock'], answers: ['how_to_use'] },
    { fields: { verifiedOn: { daysAgo: 15 } } },
  ),
  live(
    'faq answer',
    'faq-alarm-battery',
    both('How long does the battery of the Igel alarm system last?', 'Wie lange hält die Batterie der Alarmanlage Igel?'),
    both(
      'Three years. Two months before the end the control unit shows a battery sign, and we send you an email with the right type.',
      'Drei Jahre. Zwei Monate vor dem Ende zeigt die Zentrale ein Batteriezeichen, und wir nennen Ihnen per E-Mail den richtigen Typ.',
    ),
    { phases: ['retention'], channels: ['website', 'help_center'], topics: ['igel_alarm'], answers: ['alarm_battery'] },
    { fields: { verifiedOn: { daysAgo: 9 } } },
  ),
  live(
    'script support',
    'phone-help',
    both('Guide for help on the phone', 'Leitfaden für die Hilfe am Telefon'),
    both(
      'Listen to the end, repeat the trouble in your own words, solve it together, call back two days later.',
      'Ausreden lassen, das Problem in eigenen Worten wiederholen, gemeinsam lösen, nach zwei Tagen zurückrufen.',
    ),
    { phases: ['retention'], channels: ['phone'], answers: ['whom_to_reach', 'how_to_use'] },
    { fields: { occasion: both('Call for help', 'Hilferuf') } },
  ),
  live(
    'page spare_parts',
    'spare-parts',
    both('Spare parts for every product of the last ten years', 'Ersatzteile für jedes Produkt der letzten zehn Jahre'),
    both(
      'Search by product or by the number on the back. Small parts are free.',
      'Suche nach Produkt oder nach der Nummer auf der Rückseite. Kleinteile sind kostenlos.',
    ),
    { phases: ['retention'], channels: ['shop'], answers: ['spare_parts'] },
    { url: site('shop/ersatzteile') },
  ),
  live(
    'social_post support',
    'help-hours',
    both('Help over the holidays: these are our hours', 'Hilfe an den Feiertagen: unsere Zeiten'),
    both(
      'Every day from 9 to 14 by phone, email within four hours. The emergency line for open doors never closes.',
      'Täglich von 9 bis 14 Uhr am Telefon, E-Mails innerhalb von vier Stunden. Der Notdienst für offene Türen ist immer da.',
    ),
    { phases: ['retention'], channels: ['social'], answers: ['whom_to_reach'] },
    { fields: { promiseKind: 'duration', promiseValue: both('4 hours', '4 Stunden') } },
  ),
  live(
    'email newsletter',
    'newsletter',
    both('Newsletter “Safe through the season”', 'Newsletter „Sicher durch die Jahreszeit“'),
    both(
      'Four times a year: one tip for your product, one story from the workshop, one answer to a reader.',
      'Viermal im Jahr: ein Tipp zu Ihrem Produkt, eine Geschichte aus der Werkstatt, eine Antwort auf eine Leserfrage.',
    ),
    { phases: ['retention'], channels: ['email'], answers: ['why_stay'] },
    { fields: { trigger: 'newsletter' } },
  ),
  live(
    'page loyalty_program',
    'care-plan',
    both(
      'Care plan for regulars: check-up, spare parts, priority',
      'Pflegeplan für Stammkundschaft: Prüfung, Ersatzteile, Vorrang',
    ),
    both(
      'From the second order: yearly check-up at home, half price on spare parts, an appointment within 48 hours.',
      'Ab der zweiten Bestellung: jährliche Prüfung zu Hause, Ersatzteile zum halben Preis, ein Termin innerhalb von 48 Stunden.',
    ),
    { phases: ['retention'], channels: ['website', 'shop'], answers: ['why_stay'] },
    { url: site('pflegeplan') },
  ),
  live(
    'email recommend',
    'what-goes-with-it',
    both('What goes well with your camera', 'Was gut zu Ihrer Kamera passt'),
    both(
      'Two proposals that fit what you own, with the reason and without a discount timer.',
      'Zwei Vorschläge, die zu Ihrer Ausstattung passen, mit Begründung und ohne ablaufenden Rabatt.',
    ),
    { phases: ['retention'], channels: ['email', 'shop'], topics: ['uhu_camera'], answers: ['what_else_fits'] },
    { fields: { trigger: 'event', neverWhile: ['complaint_open'] } },
  ),
  live(
    'page testify',
    'story-of-a-street',
    both(
      'A whole street sleeps better: how neighbours helped each other',
      'Eine ganze Straße schläft besser: wie die Nachbarschaft sich half',
    ),
    both(
      'After the second break-in eleven households secured their houses together. They tell what they agreed on.',
      'Nach dem zweiten Einbruch sicherten elf Haushalte gemeinsam ihre Häuser. Sie erzählen, was sie verabredet haben.',
    ),
    { phases: ['advocacy'], channels: ['website', 'shop'], personas: ['homeowners'] },
    { url: site('geschichten/eine-strasse') },
  ),
  live(
    'social_post testify',
    'picture-of-the-month',
    both('Customer picture of the month: the guard dog retires', 'Kundenbild des Monats: Der Wachhund geht in Rente'),
    both(
      'A sleeping dog under a camera, sent in by a family that sleeps as well.',
      'Ein schlafender Hund unter der Kamera, eingeschickt von einer Familie, die ebenso gut schläft.',
    ),
    { phases: ['advocacy'], channels: ['social'], topics: ['uhu_camera'] },
  ),
  live(
    'message review_reply',
    'reply-to-reviews',
    both('Replies to reviews: praise, doubt, anger', 'Antworten auf Bewertungen: Lob, Zweifel, Ärger'),
    both(
      'Thank by name, take up the point, say what we change, give a direct number. Within one working day, never copied word for word.',
      'Mit Namen danken, den Punkt aufgreifen, sagen, was wir ändern, eine Durchwahl nennen. Innerhalb eines Werktags, nie Wort für Wort gleich.',
    ),
    { phases: ['advocacy'], channels: ['review_platforms', 'social'] },
    { fields: { policy: 'answer', promiseKind: 'duration', promiseValue: both('one working day', 'ein Werktag') } },
  ),
]
