import type { Random } from './random'

const words = {
  en: {
    things:
      'camera,sensor,door lock,alarm,battery,siren,hub,window contact,smoke detector,subscription,app,warranty,delivery,invoice,return,installation',
    deeds:
      'install,compare,choose,connect,reset,update,clean,replace,order,return,extend,share,protect,check,understand,recommend',
    manners:
      'step by step,in ten minutes,without drilling,before the holidays,for tenants,for families,on a budget,with confidence',
    filler:
      'the,and,with,your,home,safe,customers,often,ask,which,model,fits,when,power,fails,signal,range,works,through,walls,service,team,answers,question,order,arrives,parcel,contains,manual,screws,phone,shows,picture,night,light,motion,pets,garden,front,neighbours,holiday,insurance,police,data,stays,private,month,price,contract,cancel',
  },
  de: {
    things:
      'Kamera,Sensor,Türschloss,Alarmanlage,Batterie,Sirene,Zentrale,Fensterkontakt,Rauchmelder,Abo,App,Garantie,Lieferung,Rechnung,Rücksendung,Montage',
    deeds:
      'einbauen,vergleichen,auswählen,verbinden,zurücksetzen,aktualisieren,reinigen,tauschen,bestellen,zurückschicken,verlängern,teilen,schützen,prüfen,verstehen,empfehlen',
    manners:
      'Schritt für Schritt,in zehn Minuten,ohne Bohren,vor dem Urlaub,zur Miete,für Familien,mit wenig Geld,mit gutem Gefühl',
    filler:
      'die,und,mit,für,Haus,sicher,Kundinnen,oft,fragen,welches,Modell,passt,wenn,Strom,ausfällt,Signal,Reichweite,durch,Wände,Größe,Service,Team,antwortet,Frage,Bestellung,kommt,Paket,enthält,Anleitung,Schrauben,Telefon,zeigt,Bild,Nacht,Licht,Bewegung,Tiere,Garten,Straße,Nachbarn,Urlaub,Versicherung,Polizei,Daten,bleiben,privat,Monat,Preis,Vertrag,kündigen',
  },
} as const
export type Language = keyof typeof words

const lists = (language: Language) => {
  const { things, deeds, manners, filler } = words[language]
  return { things: things.split(','), deeds: deeds.split(','), manners: manners.split(','), filler: filler.split(',') }
}
const split = { en: lists('en'), de: lists('de') }

/** Words that titles and texts are made of, for filters that look for them. */
export const searchable = [...split.en.things, ...split.de.things]

export function titleOf(random: Random, language: Language, n: number): string {
  const { things, deeds, manners } = split[language]
  const [thing, deed, manner] = [random.pick(things), random.pick(deeds), random.pick(manners)]
  return language === 'en' ? `How to ${deed} your ${thing} ${manner} (${n})` : `${thing} ${deed}: ${manner} (${n})`
}

/** Markdown of about so many words, in sentences and paragraphs. */
export function textOf(random: Random, language: Language, count: number): string {
  const { filler, things } = split[language]
  const parts: string[] = []
  let sentence: string[] = []
  for (let n = 0; n < count; n += 1) {
    sentence.push(random.chance(0.08) ? random.pick(things) : random.pick(filler))
    if (sentence.length < 12) continue
    parts.push(`${sentence.join(' ')}.${random.chance(0.15) ? '\n\n' : ''}`)
    sentence = []
  }
  return [...parts, sentence.join(' ')].join(' ').trim()
}
