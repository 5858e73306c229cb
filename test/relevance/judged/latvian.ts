/** As `russian`. */
export const latvian = `
Lielā [izsūtīšana] sākās jūnija naktī, kad visi jau gulēja.
Par [izsūtīšanu] uz Sibīriju mājās ilgi nedrīkstēja runāt.
Pēc [izsūtīšanas] mūsu mājās dzīvoja pavisam sveši cilvēki.
Saraksti [izsūtīšanai] tika sagatavoti jau krietni pirms kara.

Lopu [vagonos] nebija ne krāsns, ne ūdens maziem bērniem.
Katrā [vagonā] iespieda vairāk nekā četrdesmit cilvēku.
Pēdējo [vagonu] atkabināja kādā mazā stacijā aiz Urāliem.
Stacijā stāvēja gara rinda ar [vagoniem], kas gaidīja ļaudis.

Katrai [ģimenei] atļāva paņemt līdzi tikai pārtiku un drēbes.
Kaimiņu [ģimeni] aizveda tajā pašā naktī, kad mūs.
Izsūtīto [ģimeņu] mantas tika sadalītas starp vietējiem ļaudīm.
Veselas [ģimenes] pazuda bez vēsts tālajos ziemeļos.

[Pavēli] parakstīja iekšlietu tautas komisārs Maskavā.
Bez rakstiskas [pavēles] neviens nedrīkstēja ienākt mājā.
Slepenajā [pavēlē] bija noteikta cilvēku pārvešanas kārtība.
Šī [pavēle] glabājās ministrijas arhīvā līdz pat kara beigām.

Mūsu [ciemā] pēc tās nakts nepalika neviena jauna vīrieša.
No apkārtējiem [ciemiem] atveda vēl vairākus desmitus cilvēku.
Šis [ciems] tika nodedzināts otrā pasaules kara laikā.
Aiz [ciema] sākās mežs, kurā slēpās partizāni.

[Ieslodzītie] strādāja raktuvēs pa divpadsmit stundām dienā.
[Ieslodzītajiem] bija aizliegts rakstīt mājās latviski.
Slimības dēļ vienu [ieslodzīto] atlaida mājās pirms laika.
Kāds [ieslodzītais] aizbēga pāri purvam un pavasarī atgriezās.

Pirmajā [ziemā] nomira gandrīz puse no mūsu cilvēkiem.
Pēc tādas [ziemas] neviens vairs neticēja, ka nāks pavasaris.
Bija ļoti auksta [ziema], un sniegs sedza mājas līdz jumtam.
Visu garo [ziemu] mēs pārtikām no sasalušiem kartupeļiem.

Pa [upi] mūs veda ar baržām vēl divas nedēļas uz austrumiem.
Abpus [upei] stāvēja koka barakas bez logiem un durvīm.
Sibīrijas lielo [upju] krastos palika tūkstošiem kapu.
[Upē] bija daudz zivju, bet zvejot tās mums aizliedza.

Pēdējā [vēstulē] viņš rakstīja, ka drīz atgriezīsies mājās.
Nevienu [vēstuli] no nometnes mēs tā arī nesaņēmām.
Šī [vēstule] bija uzrakstīta uz bērza tāss sīkiem burtiem.
Simtiem [vēstuļu] palika arhīvā un nekad netika nosūtītas.

[Liecinieku] stāsti atšķiras no tā, kas rakstīts lietā.
Kāds [liecinieks] apgalvoja, ka saraksta nekad nav bijis.
Izmeklētājs draudēja [lieciniekiem] un lika parakstīt papīrus.
Citi [liecinieki] baidījās runāt par to, ko bija redzējuši.

Aukstais vējš no ziemeļiem lauza kokus un jumtus visu nakti.
Ciemiņi ieradās vakarā, un saimniece klāja garu galdu.
Ugunsgrēka upuri tika apbedīti kapsētā aiz baznīcas.
Vecais dārznieks stādīja ābeles un stāstīja par savu jaunību.
Viesis atstāja cepuri uz krēsla un aizgāja, ne vārda neteicis.
`
