import type { Section } from './model.ts'

/** The summary in Russian. */
export const russian: Section = {
  heading: 'Изложение по-русски',
  blocks: [
    {
      kind: 'lead',
      text: 'Это изложение составлено архивистами для демонстрационного архива. Это не сам доклад.',
    },
    {
      kind: 'paragraph',
      text: 'Третий промежуточный доклад подготовлен специальным комитетом Палаты представителей США, который расследовал включение стран Балтии в состав СССР. Доклад напечатал полный текст «Инструкции Серова» под вводящим в заблуждение заголовком, как приказ №\u00A0001223 [3]. Возможно, отсюда и пошла путаница.',
    },
    { kind: 'subheading', text: 'Инструкция' },
    {
      kind: 'paragraph',
      text: 'Совершенно секретный документ без даты и номера подписал генерал Иван Серов, заместитель народного комиссара государственной безопасности. В документе подробно сказано, как должна была проводиться высылка 13–14 июня 1941 года: тайно, тихо и быстро. Семьи могли взять с собой 100 кг вещей. Глав семей отправляли в лагеря ГУЛАГа, остальных — на принудительное поселение в отдалённые местности.',
    },
    {
      kind: 'paragraph',
      text: 'НКГБ создан только 3 февраля 1941 года [2]. Копия, найденная в Шяуляе, имеет штамп о получении 7 июня [3]; год выведен. Инструкция, таким образом, написана между 3 февраля и 7 июня 1941 года, и даты от 11 октября 1939 года до 21 января 1941 года, которые ей приписывают [1], неверны.',
    },
    { kind: 'subheading', text: 'Приказ' },
    {
      kind: 'paragraph',
      text: 'Приказ НКВД №\u00A0001223 — совершенно другой документ. Его подписал Лаврентий Берия 11 октября 1939 года [4]. Подлинное заглавие: «О введении единой системы оперативного учета антисоветских элементов, выявляемых агентурной разработкой». Заглавие «О высылке антисоветских элементов из Литвы, Латвии и Эстонии» дано ему ошибочно.',
    },
  ],
}

/** The summary in Lithuanian. */
export const lithuanian: Section = {
  heading: 'Santrauka lietuviškai',
  blocks: [
    {
      kind: 'lead',
      text: 'Šią santrauką demonstraciniam archyvui parengė archyvarai. Tai ne pati ataskaita.',
    },
    {
      kind: 'paragraph',
      text: 'Trečiąją tarpinę ataskaitą parengė JAV Atstovų Rūmų specialusis komitetas, tyręs Baltijos valstybių inkorporavimą į SSRS. Ataskaita išspausdino visą Serovo instrukcijos tekstą po klaidinančia antrašte, kaip įsakymą Nr.\u00A0001223 [3]. Galbūt iš čia ir kilo painiava.',
    },
    { kind: 'subheading', text: 'Instrukcija' },
    {
      kind: 'paragraph',
      text: 'Visiškai slaptą dokumentą be datos ir numerio pasirašė generolas Ivanas Serovas, valstybės saugumo liaudies komisaro pavaduotojas. Jame išsamiai nurodyta, kaip turėjo būti vykdomas 1941 m. birželio 13–14 d. trėmimas: slaptai, tyliai ir greitai. Šeimos galėjo pasiimti 100 kg daiktų. Šeimų galvos buvo siunčiamos į Gulago lagerius, kiti – į priverstinio apgyvendinimo vietas atokiose srityse.',
    },
    {
      kind: 'paragraph',
      text: 'NKGB įsteigtas tik 1941 m. vasario 3 d. [2]. Šiauliuose rastas egzempliorius turi antspaudą, kad gautas birželio 7 d. [3]; metai numanomi. Taigi instrukcija parašyta tarp 1941 m. vasario 3 d. ir 1941 m. birželio 7 d., o jai priskiriamos datos nuo 1939 m. spalio 11 d. iki 1941 m. sausio 21 d. [1] yra klaidingos.',
    },
    { kind: 'subheading', text: 'Įsakymas' },
    {
      kind: 'paragraph',
      text: 'NKVD įsakymas Nr.\u00A0001223 yra visiškai kitas dokumentas. Jį Lavrentijus Berija pasirašė 1939 m. spalio 11 d. [4]. Įsakymas skirtas antisovietinių ir socialiai svetimų elementų operatyvinei apskaitai. Trėmimas nėra jo dalykas, nors per klaidą taip vadinamas.',
    },
  ],
}
