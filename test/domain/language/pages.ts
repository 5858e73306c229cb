import type { Language } from '../../../src/domain/language/language.ts'

/** A page in each language that the archive knows. */
export const pages: Readonly<Record<Language, string>> = {
  en: `
    On the night of 14 June 1941 more than forty thousand people were taken away from the Baltic
    countries. Families were woken before dawn, given little time to gather clothes, food and
    kitchenware, and driven on trucks to the railway station. The men were parted from their wives and
    children only there, so that there would be no noise and no panic. The trains went east, and many of
    those who rode in them never came home again. The paper which describes this procedure bears neither
    a date nor a number. It was signed by the deputy people's commissar for state security. Historians
    have long argued about when it was drawn up, for the body in whose name it is written was created
    only in February 1941. A copy found in Siauliai carries a stamp with the day on which it was
    received. The museum keeps letters, photographs and other things which the deported made themselves
    in camps and villages. Many of them have been given in the last few years. Every thing has its own
    story, and the staff try to write it down while there are still people alive who remember it. The
    files can be read in the reading room, but some of them only with special permission.
  `,
  ru: `
    В ночь на 14 июня 1941 года из прибалтийских республик было вывезено более сорока тысяч человек.
    Семьи будили до рассвета, давали мало времени, чтобы собрать одежду, продукты и посуду, а затем
    везли на грузовиках на железнодорожную станцию. Мужчин отделяли от жён и детей только там, чтобы не
    было шума и паники. Эшелоны ушли на восток, и многие из тех, кто в них ехал, домой уже не вернулись.
    Документ, в котором описан этот порядок, не имеет ни даты, ни номера. Его подписал заместитель
    народного комиссара государственной безопасности. Историки долго спорили о том, когда он был
    составлен, потому что учреждение, от имени которого он написан, было создано только в феврале 1941
    года. На копии, найденной в Шяуляе, стоит штамп с днём получения. Музей хранит письма, фотографии и
    другие вещи, которые высланные сами изготовили в лагерях и посёлках. Многие из них подарены в
    последние годы. В читальном зале можно ознакомиться с делами, однако часть из них доступна лишь по
    особому разрешению.
  `,
  lt: `
    1941 m. birželio 14-osios naktį iš Lietuvos buvo išvežta daugiau kaip septyniolika tūkstančių
    žmonių. Šeimos buvo pažadintos prieš aušrą, joms davė mažai laiko susirinkti drabužius, maistą ir
    indus, o paskui sunkvežimiais nuvežė į geležinkelio stotį. Vyrai nuo žmonų ir vaikų buvo atskirti
    tik stotyje, kad nekiltų triukšmo ir panikos. Ešelonai išvyko į rytus, ir daugelis jais važiavusių
    namo nebegrįžo. Dokumentas, kuriame ši tvarka aprašyta, neturi nei datos, nei numerio. Jį pasirašė
    valstybės saugumo liaudies komisaro pavaduotojas. Istorikai ilgai ginčijosi, kada jis buvo
    parengtas, nes įstaiga, kurios vardu jis parašytas, buvo įkurta tik 1941 m. vasarį. Šiauliuose
    rastas nuorašas turi antspaudą su gavimo diena. Muziejus saugo laiškus, nuotraukas ir kitus daiktus,
    kuriuos tremtiniai patys pasigamino lageriuose ir kaimuose. Daug jų padovanota pastaraisiais metais.
    Kiekvienas daiktas turi savo istoriją, ir darbuotojai stengiasi ją užrašyti, kol dar gyvi žmonės,
    kurie ją prisimena. Skaitykloje galima susipažinti su bylomis, tačiau dalis jų prieinama tik su
    atskiru leidimu.
  `,
  lv: `
    1941. gada 14. jūnija naktī no Latvijas izsūtīja vairāk nekā piecpadsmit tūkstošus cilvēku. Ģimenes
    pamodināja pirms rītausmas, tām deva īsu laiku, lai savāktu drēbes, pārtiku un traukus, un pēc tam
    kravas mašīnās aizveda uz dzelzceļa staciju. Vīriešus no sievām un bērniem šķīra tikai stacijā, lai
    izvairītos no trokšņa un panikas. Ešeloni devās uz austrumiem, un daudzi to pasažieri mājās vairs
    neatgriezās. Dokuments, kurā aprakstīta šī kārtība, nav datēts un tam nav numura. To parakstījis
    valsts drošības tautas komisāra vietnieks. Vēsturnieki ilgi strīdējās par to, kad tas ir sastādīts,
    jo iestāde, kuras vārdā tas rakstīts, tika izveidota tikai 1941. gada februārī. Kopija, ko atrada
    Šauļos, satur zīmogu ar saņemšanas datumu. Muzejs glabā vēstules, fotogrāfijas un citus priekšmetus,
    kurus izsūtītie paši izgatavoja nometnēs un ciemos. Daudzi no tiem ir dāvināti pēdējos gados. Katram
    priekšmetam ir savs stāsts, un darbinieki cenšas to pierakstīt, kamēr vēl ir dzīvi cilvēki, kas to
    atceras. Lasītavā var iepazīties ar lietām, taču daļa no tām ir pieejama tikai ar īpašu atļauju.
  `,
  et: `
    14. juuni ööl 1941 viidi Eestist ära üle kümne tuhande inimese. Perekonnad äratati enne koitu, neile
    anti vähe aega riiete, toidu ja nõude kokkupanemiseks ning seejärel sõidutati nad veoautodega
    raudteejaama. Mehed lahutati naistest ja lastest alles jaamas, et vältida kära ja segadust. Rongid
    läksid itta ning paljud neist, kes seal olid, ei tulnud enam kunagi koju tagasi. Dokument, milles
    seda korda kirjeldatakse, on kuupäevata ja numbrita. Sellele on alla kirjutanud riikliku julgeoleku
    rahvakomissari asetäitja. Ajaloolased on kaua vaielnud selle üle, millal see koostati, sest asutus,
    mille nimel see on kirjutatud, loodi alles 1941. aasta veebruaris. Šiauliaist leitud ärakirjal on
    tempel, mis näitab saabumise päeva. Muuseum hoiab kirju, fotosid ja muid esemeid, mida küüditatud
    ise laagrites ja külades valmistasid. Paljud neist on kingitud viimastel aastatel. Igal esemel on
    oma lugu ja töötajad püüavad selle kirja panna, kuni on veel elus inimesi, kes seda mäletavad.
    Lugemissaalis saab toimikutega tutvuda, kuid osa neist on kättesaadav ainult eriloaga.
  `,
  de: `
    In der Nacht zum 14. Juni 1941 wurden aus den baltischen Ländern mehr als vierzigtausend Menschen
    verschleppt. Die Familien wurden vor Tagesanbruch geweckt, man ließ ihnen wenig Zeit, um Kleider,
    Lebensmittel und Geschirr zu packen, und brachte sie dann auf Lastwagen zum Bahnhof. Die Männer
    wurden erst dort von ihren Frauen und Kindern getrennt, um Lärm und Unruhe zu vermeiden. Die Züge
    fuhren nach Osten, und viele kehrten nie mehr nach Hause zurück. Das Schriftstück, das dieses
    Verfahren beschreibt, trägt weder ein Datum noch eine Nummer. Unterzeichnet hat es der
    Stellvertreter des Volkskommissars für Staatssicherheit. Die Historiker haben lange darüber
    gestritten, wann es entstanden ist, denn die Behörde, in deren Namen es verfasst wurde, gab es erst
    seit Februar 1941. Eine Abschrift, die in Schaulen gefunden wurde, trägt einen Eingangsstempel. Das
    Museum bewahrt Briefe, Fotografien und andere Gegenstände auf, die von den Verschleppten selbst in
    den Lagern und Dörfern angefertigt wurden. Viele davon sind in den letzten Jahren geschenkt worden.
    Im Lesesaal kann man die Akten einsehen, ein Teil ist jedoch nur mit besonderer Erlaubnis
    zugänglich.
  `,
}

/** Minutes: lists and names, hardly any sentences. */
export const minutes: Readonly<Record<Language, string>> = {
  en: `
    Minutes No. 12. Present: chairman Smith, secretary Miss Brown, members Jones and Taylor. Agenda:
    repair of the school building, purchase of firewood for winter, approval of the list of households.
    Resolved: parish board to submit an estimate of costs before the end of month. One vote against, two
    abstentions.
  `,
  ru: `
    Протокол № 12. Присутствуют: председатель Иванов, секретарь Петрова, члены Сидоров и Кузнецов.
    Повестка дня: ремонт здания школы, заготовка дров на зиму, утверждение списка хозяйств. Постановили:
    поручить волостному правлению до конца месяца представить смету расходов. Против голосовал один,
    воздержались двое.
  `,
  lt: `
    Protokolas Nr. 12. Posėdyje dalyvauja pirmininkas Kazlauskas, sekretorė Petraitienė, nariai Jonaitis
    ir Žukas. Darbotvarkė: mokyklos pastato remontas, malkų parūpinimas žiemai, ūkių sąrašo tvirtinimas.
    Nutarta: pavesti valsčiaus valdybai iki mėnesio pabaigos pateikti išlaidų sąmatą. Prieš balsavo
    vienas, susilaikė du.
  `,
  lv: `
    Protokols Nr. 12. Sēdē piedalās: priekšsēdētājs Kalniņš, sekretāre Ozoliņa, locekļi Bērziņš un
    Liepa. Darba kārtībā: skolas ēkas remonts, malkas sagāde ziemai, mājsaimniecību saraksta
    apstiprināšana. Nolēma: uzdot pagasta valdei līdz mēneša beigām iesniegt izdevumu tāmi. Pret balsoja
    viens, atturējās divi.
  `,
  et: `
    Protokoll nr 12. Koosolekust võtavad osa esimees Tamm, sekretär Saar, liikmed Kask ja Mägi.
    Päevakorras: koolimaja remont, küttepuude muretsemine talveks, majapidamiste nimekirja kinnitamine.
    Otsustati: teha vallavalitsusele ülesandeks esitada kuu lõpuks kulude eelarve. Vastu hääletas üks,
    erapooletuks jäi kaks.
  `,
  de: `
    Protokoll Nr. 12. Anwesend: Vorsitzender Schmidt, Schriftführerin Weber, Mitglieder Fischer und
    Wagner. Tagesordnung: Ausbesserung des Schulhauses, Beschaffung von Brennholz für den Winter,
    Bestätigung der Liste der Haushaltungen. Beschlossen: der Gemeindeverwaltung wird aufgegeben, bis
    Monatsende einen Kostenanschlag vorzulegen.
  `,
}

/** Passages in languages that it does not know. */
export const foreign: Readonly<Record<string, string>> = {
  be: `
    У ноч на 14 чэрвеня 1941 года з балтыйскіх рэспублік было вывезена больш за сорак тысяч чалавек.
    Сем'і будзілі да світання, давалі мала часу, каб сабраць адзенне, ежу і посуд, а потым везлі на
    грузавіках на чыгуначную станцыю. Мужчын аддзялялі ад жонак і дзяцей толькі там, каб не было шуму.
    Дакумент, у якім апісаны гэты парадак, не мае ні даты, ні нумара.
  `,
  da: `
    Natten til den 14. juni 1941 blev mere end fyrre tusind mennesker ført bort fra de baltiske lande.
    Familierne blev vækket før daggry, de fik kun kort tid til at samle tøj, mad og køkkengrej og blev
    derefter kørt på lastbiler til jernbanestationen. Mændene blev først skilt fra deres hustruer og
    børn dér. Dokumentet, som beskriver denne fremgangsmåde, bærer hverken dato eller nummer.
  `,
  es: `
    En la noche del 14 de junio de 1941 fueron llevadas de los países bálticos más de cuarenta mil
    personas. Las familias fueron despertadas antes del alba, se les dio poco tiempo para recoger ropa,
    comida y utensilios de cocina, y luego fueron conducidas en camiones a la estación. El documento que
    describe este procedimiento no lleva ni fecha ni número.
  `,
  fi: `
    Kesäkuun 14. päivän vastaisena yönä 1941 Baltian maista vietiin pois yli neljäkymmentätuhatta
    ihmistä. Perheet herätettiin ennen aamunkoittoa, heille annettiin vähän aikaa koota vaatteita,
    ruokaa ja astioita, ja sitten heidät ajettiin kuorma-autoilla rautatieasemalle. Miehet erotettiin
    vaimoistaan ja lapsistaan vasta siellä. Asiakirjassa, jossa tämä menettely kuvataan, ei ole
    päivämäärää eikä numeroa. Sen on allekirjoittanut valtion turvallisuuden kansankomissaarin sijainen.
  `,
  fr: `
    Dans la nuit du 14 juin 1941, plus de quarante mille personnes furent emmenées des pays baltes. Les
    familles furent réveillées avant l'aube, on leur laissa peu de temps pour rassembler des vêtements,
    de la nourriture et de la vaisselle, puis on les conduisit en camion à la gare. Les hommes ne furent
    séparés de leurs femmes et de leurs enfants que là, pour éviter le bruit. Le document qui décrit
    cette procédure ne porte ni date ni numéro.
  `,
  la: `
    Anno Domini millesimo quadringentesimo decimo in die sancti Johannis baptiste coram nobis
    personaliter constitutus honorabilis vir dominus Johannes confessus est publice et recognovit se
    debere et teneri solvere predicto monasterio viginti marcas argenti, quas promisit solvere in festo
    beati Michaelis proxime venturo sine omni contradictione et dolo.
  `,
  nl: `
    In de nacht van 14 juni 1941 werden meer dan veertigduizend mensen uit de Baltische landen
    weggevoerd. De gezinnen werden voor zonsopgang gewekt, zij kregen weinig tijd om kleren, voedsel en
    keukengerei bijeen te zoeken en werden daarna met vrachtwagens naar het station gebracht. De mannen
    werden pas daar van hun vrouwen en kinderen gescheiden. Het stuk waarin deze werkwijze wordt
    beschreven draagt geen datum en geen nummer.
  `,
  pl: `
    W nocy z 13 na 14 czerwca 1941 roku z krajów bałtyckich wywieziono ponad czterdzieści tysięcy ludzi.
    Rodziny budzono przed świtem, dawano im mało czasu na zebranie ubrań, żywności i naczyń, a potem
    wieziono ciężarówkami na dworzec. Mężczyzn oddzielano od żon i dzieci dopiero tam, żeby uniknąć
    hałasu. Dokument, w którym opisano ten tryb, nie ma ani daty, ani numeru. Podpisał go zastępca
    ludowego komisarza bezpieczeństwa państwowego.
  `,
  sv: `
    Natten till den 14 juni 1941 fördes mer än fyrtiotusen människor bort från de baltiska länderna.
    Familjerna väcktes före gryningen, de fick kort tid på sig att samla kläder, mat och husgeråd och
    kördes sedan på lastbilar till järnvägsstationen. Männen skildes från sina hustrur och barn först
    där, för att undvika buller och oro. Dokumentet som beskriver detta förfarande bär varken datum
    eller nummer.
  `,
  uk: `
    У ніч на 14 червня 1941 року з балтійських республік було вивезено понад сорок тисяч людей. Родини
    будили до світанку, давали мало часу, щоб зібрати одяг, харчі та посуд, а потім везли вантажівками
    на залізничну станцію. Чоловіків відокремлювали від дружин і дітей лише там, щоб не було галасу.
    Документ, у якому описано цей порядок, не має ні дати, ні номера.
  `,
}
