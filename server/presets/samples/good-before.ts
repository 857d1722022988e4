import { both } from '@/server/presets/preset'
import { euro, live, type SampleItem, site } from '@/server/presets/samples/sample'

export const goodBefore: readonly SampleItem[] = [
  live(
    'blog_post inspire',
    'traces-at-the-door',
    both('Scratches on the front door: what they tell you', 'Kratzer an der Haustür: was sie verraten'),
    both(
      'A bent strike plate, a scratch beside the lock: often somebody tried and gave up.\n\n- Take pictures before you touch anything.\n- Tell the police, even if nothing is gone.\n- Ask the neighbours whether they heard something.\n\nThe uneasy feeling stays for a while. It gets smaller with every door that closes properly.',
      'Ein verbogenes Schließblech, ein Kratzer neben dem Schloss: Oft hat es jemand versucht und aufgegeben.\n\n- Erst fotografieren, dann anfassen.\n- Die Polizei verständigen, auch wenn nichts fehlt.\n- In der Nachbarschaft fragen, ob jemand etwas gehört hat.\n\nDas mulmige Gefühl bleibt eine Weile. Mit jeder Tür, die richtig schließt, wird es kleiner.',
    ),
    {
      phases: ['awareness'],
      channels: ['blog', 'search_organic'],
      personas: ['homeowners'],
      topics: ['burglary_protection'],
      answers: ['what_could_help'],
    },
    { url: site('magazin/kratzer-an-der-haustuer'), fields: { author: both('Editorial team', 'Redaktion') } },
  ),
  live(
    'social_post inspire',
    'evening-story',
    both('Lights off, door locked, still not asleep?', 'Licht aus, Tür zu, trotzdem wach?'),
    both(
      'Three pictures, three evenings: the check of the cellar door, the glance out of the window, the light that stays on. Which of them do you know?',
      'Drei Bilder, drei Abende: der Gang zur Kellertür, der Blick aus dem Fenster, das Licht, das anbleibt. Was davon kennen Sie?',
    ),
    {
      phases: ['awareness'],
      channels: ['social'],
      personas: ['homeowners', 'tenants'],
      topics: ['burglary_protection'],
      answers: ['what_could_help'],
    },
  ),
  live(
    'blog_post attract',
    'six-ways',
    both('Six ways to make a house hard to break into', 'Sechs Wege, ein Haus einbruchsicher zu machen'),
    both(
      'Burglars look for the quickest way in. Whoever costs them five minutes has usually won.\n\n1. Lock windows, also tilted ones.\n2. Reinforce the front door.\n3. Light up the path.\n4. Watch the garden side.\n5. Report an alarm.\n6. Know your neighbours.\n\nWhat comes first in your house depends on where it is weakest.',
      'Wer einbricht, sucht den schnellsten Weg hinein. Wer fünf Minuten kostet, hat meist schon gewonnen.\n\n1. Fenster verriegeln, auch gekippte.\n2. Die Haustür verstärken.\n3. Den Weg beleuchten.\n4. Die Gartenseite im Blick behalten.\n5. Alarm melden.\n6. Die Nachbarschaft kennen.\n\nWas bei Ihnen zuerst kommt, hängt von der schwächsten Stelle ab.',
    ),
    {
      phases: ['awareness'],
      channels: ['website', 'blog', 'search_organic'],
      personas: ['homeowners'],
      topics: ['burglary_protection'],
      answers: ['which_options'],
    },
    { url: site('ratgeber/sechs-wege') },
  ),
  live(
    'ad attract',
    'search-ad-protection',
    both('Search ad: secure your home in one weekend', 'Suchanzeige: Ihr Zuhause an einem Wochenende sichern'),
    both('Shown for searches around break-ins and protection.', 'Erscheint bei Suchen rund um Einbruch und Schutz.'),
    { phases: ['awareness'], channels: ['search_paid'], topics: ['burglary_protection'], answers: ['which_options'] },
    {
      fields: {
        network: both('Search network', 'Suchnetzwerk'),
        headlines: [
          both('Break-in next door?', 'Einbruch nebenan?'),
          both('Secure in one weekend', 'Sicher an einem Wochenende'),
        ],
        descriptions: [
          both('Windows, doors, camera: see what fits your house.', 'Fenster, Türen, Kamera: sehen, was zum Haus passt.'),
        ],
        callToAction: both('See the options', 'Möglichkeiten ansehen'),
        landingUrl: site('ratgeber/sechs-wege'),
      },
    },
  ),
  live(
    'ad attract',
    'banner-night',
    both('Banner: the night watch that never sleeps', 'Banner: die Nachtwache, die nie schläft'),
    both(
      'Dark house, one lit window, one line of text. No price.',
      'Dunkles Haus, ein helles Fenster, eine Zeile Text. Kein Preis.',
    ),
    { phases: ['awareness'], channels: ['display'], personas: ['homeowners'], topics: ['igel_alarm'], answers: ['fits_my_need'] },
    {
      fields: {
        network: both('Regional news sites', 'Regionale Nachrichtenseiten'),
        headlines: [both('Sleep well.', 'Schlafen Sie gut.')],
      },
    },
  ),
  live(
    'offline attract',
    'tv-spot',
    both('TV spot “The neighbour’s door”', 'TV-Spot „Die Tür von nebenan“'),
    both(
      'Twenty seconds: a family sees the repaired door next to theirs and closes its own with a new feeling.',
      'Zwanzig Sekunden: Eine Familie sieht die geflickte Tür nebenan und schließt die eigene mit einem neuen Gefühl.',
    ),
    {
      phases: ['awareness'],
      channels: ['tv'],
      personas: ['homeowners'],
      topics: ['burglary_protection'],
      answers: ['what_could_help'],
    },
    { fields: { format: both('20 seconds', '20 Sekunden'), place: both('Regional channel', 'Regionalsender') } },
  ),
  live(
    'offline attract',
    'poster-station',
    both('Poster: does your window lock?', 'Plakat: Schließt Ihr Fenster?'),
    both('One window, one question, the address of the branch.', 'Ein Fenster, eine Frage, die Adresse der Filiale.'),
    { phases: ['awareness'], channels: ['outdoor'], topics: ['dachs_window_lock'], answers: ['fits_my_need'] },
    { fields: { place: both('Stations and bus stops', 'Bahnhöfe und Haltestellen') } },
  ),
  live(
    'offline attract',
    'fair-stand',
    both(
      'Stand at the building fair: try to open this window',
      'Stand auf der Baumesse: Versuchen Sie, dieses Fenster zu öffnen',
    ),
    both(
      'A window to lever open, a stopwatch, advice beside it. Visitors feel the difference a lock makes.',
      'Ein Fenster zum Aufhebeln, eine Stoppuhr, daneben Beratung. Wer es probiert, spürt den Unterschied.',
    ),
    {
      phases: ['awareness'],
      channels: ['trade_fair'],
      personas: ['homeowners'],
      topics: ['dachs_window_lock'],
      answers: ['fits_my_need'],
    },
  ),
  live(
    'offline attract',
    'branch-evening',
    both('Safety evening in the branch', 'Sicherheitsabend in der Filiale'),
    both(
      'Once a month: a former police officer explains where burglars start, with coffee and models.',
      'Einmal im Monat: Ein früherer Polizist erklärt, wo Einbrecher ansetzen, mit Kaffee und Modellen.',
    ),
    {
      phases: ['awareness'],
      channels: ['branch'],
      personas: ['homeowners', 'tenants'],
      topics: ['burglary_protection'],
      answers: ['which_options'],
    },
  ),
  live(
    'page inform',
    'camera-page',
    both('Uhu outdoor camera: sees at night, keeps pictures at home', 'Außenkamera Uhu: sieht nachts, speichert zu Hause'),
    both(
      '**What it does.** Picture in colour down to moonlight, 140 degrees, notice on the phone within two seconds.\n\n**What it does not do.** It sends nothing to other servers; recordings stay on the card in the house.\n\n**What you need.** A socket within ten metres and wireless network outside.',
      '**Was sie kann.** Farbbild bis Mondlicht, 140 Grad, Meldung aufs Telefon in zwei Sekunden.\n\n**Was sie nicht tut.** Sie schickt nichts an fremde Server; Aufnahmen bleiben auf der Karte im Haus.\n\n**Was Sie brauchen.** Eine Steckdose im Umkreis von zehn Metern und WLAN draußen.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'shop'],
      personas: ['homeowners'],
      topics: ['uhu_camera'],
      answers: ['solves_problem', 'which_advantage'],
    },
    {
      url: site('shop/aussenkamera-uhu'),
      fields: {
        claims: [
          { topic: 'uhu_camera', kind: 'price', value: euro(249) },
          { topic: 'uhu_camera', kind: 'delivery_time', value: both('3 working days', '3 Werktage') },
        ],
      },
    },
  ),
  live(
    'page inform',
    'window-lock-page',
    both('Dachs window lock: holds a tonne, fits tilting windows', 'Fensterschloss Dachs: hält eine Tonne, passt an Kippfenster'),
    both(
      'Two bolts grip the frame where the lever would go in. Tested with a load of one tonne per window.\n\nFits windows that open inwards, with or without tilt. For tenants there is a set without drilling into the frame.',
      'Zwei Riegel greifen dort in den Rahmen, wo der Hebel ansetzen würde. Geprüft mit einer Tonne je Fenster.\n\nPasst an Fenster, die nach innen öffnen, mit und ohne Kippstellung. Für Mietwohnungen gibt es ein Set, das ohne Bohren in den Rahmen auskommt.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'shop'],
      personas: ['homeowners', 'tenants'],
      topics: ['dachs_window_lock'],
      answers: ['window_lock_fits', 'solves_problem'],
    },
    {
      url: site('shop/fensterschloss-dachs'),
      fields: { claims: [{ topic: 'dachs_window_lock', kind: 'price', value: euro(79) }] },
    },
  ),
  live(
    'page inform',
    'alarm-page',
    both('Igel alarm system: radio, battery, siren', 'Alarmanlage Igel: Funk, Batterie, Sirene'),
    both(
      'A control unit, four contacts, one siren. Installed without cables in an afternoon.\n\nWhen the power fails the battery keeps watch for 48 hours. The siren reaches 105 decibels and the neighbours.',
      'Eine Zentrale, vier Kontakte, eine Sirene. Ohne Kabel an einem Nachmittag montiert.\n\nFällt der Strom aus, wacht die Batterie 48 Stunden weiter. Die Sirene erreicht 105 Dezibel und die Nachbarschaft.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'shop'],
      personas: ['homeowners'],
      topics: ['igel_alarm'],
      answers: ['which_advantage', 'worth_the_price'],
    },
    { url: site('shop/alarmanlage-igel'), fields: { claims: [{ topic: 'igel_alarm', kind: 'price', value: euro(399) }] } },
  ),
  live(
    'blog_post compare',
    'radio-or-cable',
    both('Radio or cable: two alarm systems compared honestly', 'Funk oder Kabel: zwei Alarmanlagen ehrlich verglichen'),
    both(
      '| | Radio | Cable |\n|---|---|---|\n| Installation | an afternoon | several days, best while building |\n| Upkeep | battery every three years | none |\n| Extension | any time | only where cable lies |\n\nIf you build anew, lay cable. In an inhabited house radio nearly always wins.',
      '| | Funk | Kabel |\n|---|---|---|\n| Montage | ein Nachmittag | mehrere Tage, am besten im Rohbau |\n| Pflege | Batterie alle drei Jahre | keine |\n| Erweitern | jederzeit | nur, wo Kabel liegt |\n\nWer neu baut, sollte Kabel legen. Im bewohnten Haus gewinnt fast immer der Funk.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'search_organic'],
      topics: ['igel_alarm'],
      answers: ['how_compared', 'when_needed'],
    },
    { url: site('ratgeber/funk-oder-kabel') },
  ),
  live(
    'video how_to',
    'camera-how-to',
    both('Video: mounting the Uhu camera in 40 minutes', 'Video: die Kamera Uhu in 40 Minuten montieren'),
    both(
      'Choose the place, drill, lead the cable, connect, check the picture at night. With a list of tools.',
      'Platz wählen, bohren, Kabel führen, verbinden, Nachtbild prüfen. Mit Werkzeugliste.',
    ),
    { phases: ['consideration', 'retention'], channels: ['video', 'website'], topics: ['uhu_camera'], answers: ['how_to_use'] },
    { fields: { durationSeconds: 412 } },
  ),
  live(
    'video how_to',
    'window-lock-how-to',
    both('Video: fitting a window lock, also in a rented flat', 'Video: ein Fensterschloss anbringen, auch zur Miete'),
    both(
      'Both ways: screwed for owners, clamped for tenants. What the landlord has to know.',
      'Beide Wege: geschraubt im Eigenheim, geklemmt in der Mietwohnung. Was die Vermietung wissen muss.',
    ),
    {
      phases: ['consideration'],
      channels: ['video'],
      personas: ['tenants'],
      topics: ['dachs_window_lock'],
      answers: ['window_lock_fits'],
    },
    { fields: { durationSeconds: 298 } },
  ),
  live(
    'video how_to',
    'alarm-how-to',
    both('Video: setting up the Igel alarm system', 'Video: die Alarmanlage Igel einrichten'),
    both(
      'From the first contact on the window to the test alarm, in real time and without cuts.',
      'Vom ersten Fensterkontakt bis zum Probealarm, in Echtzeit und ohne Schnitt.',
    ),
    { phases: ['consideration'], channels: ['video'], topics: ['igel_alarm'], answers: ['solves_problem'] },
    { fields: { durationSeconds: 655 } },
  ),
  live(
    'blog_post use_case',
    'house-with-garden',
    both('A house with a garden: what one family secured first', 'Haus mit Garten: was eine Familie zuerst gesichert hat'),
    both(
      'First the terrace door, then the cellar windows, last the camera by the shed. Cost, order and what they would do differently.',
      'Erst die Terrassentür, dann die Kellerfenster, zuletzt die Kamera am Schuppen. Kosten, Reihenfolge und was sie anders machen würde.',
    ),
    {
      phases: ['consideration'],
      channels: ['website', 'social'],
      personas: ['homeowners'],
      topics: ['dachs_window_lock', 'uhu_camera'],
      answers: ['worth_the_price'],
    },
    { url: site('ratgeber/haus-mit-garten') },
  ),
  live(
    'ad inform',
    'search-ad-alarm',
    both('Search ad: alarm system without cables', 'Suchanzeige: Alarmanlage ohne Kabel'),
    both('Shown for searches that name radio alarm systems.', 'Erscheint bei Suchen nach Funkalarmanlagen.'),
    { phases: ['consideration'], channels: ['search_paid'], topics: ['igel_alarm'], answers: ['which_advantage'] },
    { fields: { landingUrl: site('shop/alarmanlage-igel'), headlines: [both('Alarm without cables', 'Alarm ohne Kabel')] } },
  ),
  live(
    'page testify',
    'rating-overview',
    both('What customers say: all ratings, also the bad ones', 'Was andere sagen: alle Bewertungen, auch die schlechten'),
    both(
      'The average of the last twelve months, the five most frequent reasons for praise and the three for blame, each with our answer.',
      'Der Schnitt der letzten zwölf Monate, die fünf häufigsten Gründe für Lob und die drei für Kritik, jeweils mit unserer Antwort.',
    ),
    { phases: ['consideration'], channels: ['website', 'review_platforms'], answers: ['trust_supplier'] },
    { url: site('bewertungen') },
  ),
  live(
    'page company_info',
    'about-and-contact',
    both('Who we are and how you reach us', 'Wer wir sind und wie Sie uns erreichen'),
    both(
      'Twenty-two people, one workshop, one branch, founded by two locksmiths.\n\n- Phone: Monday to Saturday, 8 to 18, answered within an hour\n- Email: answered within four hours on working days\n- Branch: come without an appointment',
      'Zweiundzwanzig Menschen, eine Werkstatt, eine Filiale, gegründet von zwei Schlossermeistern.\n\n- Telefon: Montag bis Samstag, 8 bis 18 Uhr, Rückruf innerhalb einer Stunde\n- E-Mail: Antwort an Werktagen innerhalb von vier Stunden\n- Filiale: gern ohne Termin',
    ),
    { phases: ['consideration', 'retention'], channels: ['website'], answers: ['trust_supplier', 'whom_to_reach'] },
    {
      url: site('kontakt'),
      fields: {
        contactPhone: '+49 30 23125 014',
        contactEmail: 'service@haus-und-sicher.example',
        contactAddress: both(
          'Haus & Sicher, Musterallee 12, 10999 Berlin, Germany',
          'Haus & Sicher, Musterallee 12, 10999 Berlin',
        ),
        contactVerifiedOn: { daysAgo: 12 },
      },
    },
  ),
  live(
    'page differentiate',
    'why-us',
    both('Why us: installed by our own people, pictures stay at home', 'Warum wir: eigene Montage, Bilder bleiben zu Hause'),
    both(
      'No subcontractors, no cloud, ten years of spare parts. If the date we name does not hold, installation is free.',
      'Keine Subunternehmen, keine Cloud, zehn Jahre Ersatzteile. Halten wir den genannten Termin nicht, kostet die Montage nichts.',
    ),
    { phases: ['consideration'], channels: ['website'], answers: ['which_advantage', 'keeps_promise'] },
    { url: site('warum-wir') },
  ),
  live(
    'email offer',
    'offer-after-talk',
    both('Your offer and a summary of our talk', 'Ihr Angebot und die Zusammenfassung unseres Gesprächs'),
    both(
      'What you told us about your house, what we propose for each window and door, the price for each part and the next free dates.',
      'Was Sie uns über Ihr Haus erzählt haben, was wir für jedes Fenster und jede Tür vorschlagen, der Preis je Teil und die nächsten freien Termine.',
    ),
    { phases: ['consideration'], channels: ['email'], answers: ['exact_offer'] },
    {
      fields: {
        subject: both('Your offer from Haus & Sicher', 'Ihr Angebot von Haus & Sicher'),
        trigger: 'event',
        promiseKind: 'duration',
        promiseValue: both('valid for 30 days', '30 Tage gültig'),
      },
    },
  ),
  live(
    'script offer',
    'advice-script',
    both('Guide for advice on the phone and in the branch', 'Leitfaden für die Beratung am Telefon und in der Filiale'),
    both(
      '1. Ask what happened.\n2. Draw the ground plan together.\n3. Name the weakest spot first.\n4. Send the summary the same day.',
      '1. Fragen, was passiert ist.\n2. Gemeinsam den Grundriss skizzieren.\n3. Die schwächste Stelle zuerst nennen.\n4. Die Zusammenfassung am selben Tag senden.',
    ),
    { phases: ['consideration'], channels: ['phone', 'branch'], answers: ['exact_offer', 'trust_supplier'] },
    { fields: { occasion: both('First talk', 'Erstes Gespräch') } },
  ),
  live(
    'offline demo',
    'fair-demo',
    both(
      'Demonstration at the fair: alarm in your own living room',
      'Vorführung auf der Messe: Alarm im nachgebauten Wohnzimmer',
    ),
    both(
      'A small room with a real window and the whole system. Visitors set it off themselves.',
      'Ein kleiner Raum mit echtem Fenster und der ganzen Anlage. Das Publikum löst den Alarm selbst aus.',
    ),
    { phases: ['consideration'], channels: ['trade_fair'], topics: ['igel_alarm'], answers: ['keeps_promise'] },
  ),
  live(
    'social_post testify',
    'voice-locksmith',
    both('“The date held, and so do the locks”', '„Der Termin hat gehalten, und die Schlösser halten auch“'),
    both(
      'A customer shows her terrace door and says what convinced her.',
      'Eine Kundin zeigt ihre Terrassentür und sagt, was sie überzeugt hat.',
    ),
    { phases: ['consideration'], channels: ['social'], personas: ['homeowners'], answers: ['trust_supplier', 'keeps_promise'] },
  ),
]
