import type { Language } from './language.ts'

/**
 * What tells a language from the others: its letters outside a–z and а–я, three-letter endings, its commonest words, both
 * folded. `density` is how much of this a letter of usual text brings (see `languageOf`, which weighs it).
 */
export type Profile = { language: Language; density: number; letters: string; endings: string; words: string }

/** The languages that the archive knows. */
export const profiles: readonly Profile[] = [
  {
    language: 'en',
    density: 0.085,
    letters: '',
    endings: 'ing ion ons ent ess ely lly ted ses ght',
    words: `the of and to in is was for that by it on with as be at from this are not which or his an have had were been
      their they but who will all no its has her she he him we you i my if any there when what some than then them only
      out so these would could should must more other first after before between against under during shall may upon
      into where those said made having being did do can about`,
  },
  {
    language: 'de',
    density: 0.075,
    letters: 'äöüß',
    endings: 'ung gen ich hen sch eit ten nen ren cht kei den tet',
    words: `der die und den von das des im mit dem nicht ein eine auf fur sich ist als auch es an werden aus er hat dass
      sie nach bei um zu wird noch wie einem einer einen eines uber war wurde wurden sind oder zum zur nur vor durch
      unter gegen bis ich wir ihr ihre ihren ihm seine seiner sein sowie kann haben hatte waren diese dieser dieses dann
      aber wenn so man mehr vom am beim in soll sollen`,
  },
  {
    language: 'lt',
    density: 0.065,
    letters: 'ąčęėįšųūž',
    endings: 'iai ius oje imo mas nis ojo mis ose avo usi iau jos tas tos ies ima tis ant',
    words: `ir kad buvo is su i ne kaip o yra apie nuo bet pagal tai jo jis ji ju jie jos per po tik dar ar jau kurie
      kuris kuri kurios kuriu kuriame kur buti del iki prie savo metu metais metus m d uz si sis tas tie visi visus jei
      arba nes taip pat todel bei mes as mus man ten jam jai juos juo kai kada pries to nera nebuvo gali galima turi
      reikia labai daugiau nei tada sios siuo tuo ant`,
  },
  {
    language: 'lv',
    density: 0.085,
    letters: 'āčēģīķļņšūž',
    endings: 'anu anas iem ija jas ums umu mam bas ibu tas eja aja ajs jis ami iba ies',
    words: `un ir no uz ar ka par bija tika pie lai bet ta tas vai gan to kas tam ari pec ko es ne kuri kurus kura kurs
      kuras vel tiek gada gadu gados sava savu savas vinu vins vini vina visi visu visas jau tikai pret starp nav tad ja
      si so sis tos tie kad kur tur mes mums man jo lidz bez zem virs pa sim sai tapat taja vairak loti var katrs katra
      kadu nevis kopa pirms nebija bus`,
  },
  {
    language: 'et',
    density: 0.06,
    letters: 'õäöüšž',
    endings: 'sse ste dud tud nud ise ine est tele vad sid ide ade ede ude iku use tada ast ist',
    words: `ja on ei et oli see ning kui ka oma mis ta nii ole seda aga mille kes selle sest poolt pole tema nende nad
      kas ma olid ehk voi aastal aasta siis veel need mida juures vastu parast tuleb ara uks sellest selles kuid neid me
      meie mind mul teda talle neile ule all enne kuni vaid ainult samuti sai olnud oleks saab pidi koik koige nagu just
      seal siin sel nelle millest millal labi juba ilma minu sinna alla kus`,
  },
  {
    language: 'ru',
    density: 0.055,
    letters: 'ёъыэ',
    endings: 'ого его ому ние ний ать ить ами ями ией ией ция ции ост сть ных ная ные',
    words: `и в не на что с по к из от для это как он а о но его у же был была были было или бы при до так которые который
      которых которая котором за их то все она они оно года году также об со ее ему им ей мы вы я ко под во быть этого
      этот эти того том тем тех без уже еще если только когда между через после перед чтобы лишь где ни более`,
  },
]
