/**
 * Pages of a sentence each, by language: the fuzzy query that ought to find it, then the sentence, in which a recogniser
 * took letters for others that look like them, or lost one.
 */
export const misread = {
  ru: `
вагонах~ В товарных [вагоиах] не было ни печей, ни воды для детей.
приказу~ Согласно [прнказу] наркома все списки следовало составить заранее.
семьями~ Вместе с [семьямн] арестованных вывозили и дальних родственников.
деревень~ Из соседних [деревепь] привезли под охраной ещё сорок человек.
станции~2 Последний поезд остановился на маленькой [стаицни] за Уралом.
конвоем~ Всех их отправили под [копвоем] на пристань и посадили на баржу.
выселения~ Этим указом отменялся прежний порядок [выссления] крестьян.
заключённых~ Список [заключеиных] был передан начальнику рано утром.
переселенцев~2 Начальник требовал ещё сорок подвод для [персселеицев].
свидетелей~ Показания [свидетлей] противоречат тому, что написано в отчёте.
`,
  lt: `
trėmimas~2 Didysis [trėmirnas] prasidėjo birželio naktį ir truko keturias dienas.
vagonus~ Mus sugrūdo į gyvulinius [vagonns] ir užkalė mažus langelius.
šeimai~ Kiekvienai [šcimai] buvo leista pasiimti tik maisto ir drabužių.
įsakymą~2 Slaptą [isakyrną] pasirašė vidaus reikalų liaudies komisaras.
kaliniai~ Tie [ka1iniai] dirbo kasyklose po dvylika valandų per dieną.
miškas~2 Už namų prasidėjo [mišlcas], kuriame slapstėsi partizanai.
sąrašai~ Visi [sąrašal] buvo sudaryti dar gerokai prieš karą.
liudytojų~ Kitų [liudytoiu] parodymai skiriasi nuo to, kas parašyta byloje.
žiemą~ Pirmąją [žicmą] prie Laptevų jūros mirė beveik pusė mūsų žmonių.
stotyje~ Mažoje [stotjje] stovėjo ilga eilė vežimų ir laukė mūsų.
`,
  lv: `
izsūtīšanu~ Par [izsūtīšann] uz Sibīriju mājās ilgi nedrīkstēja runāt.
vagonā~ Katrā [vagouā] iespieda vairāk nekā četrdesmit cilvēku.
ģimenei~ Katrai [gimcnei] atļāva paņemt līdzi tikai pārtiku un drēbes.
pavēli~ Slepeno [pavēii] parakstīja iekšlietu tautas komisārs Maskavā.
ieslodzīto~ Slimības dēļ vienu [ies1odzīto] atlaida mājās pirms laika.
partizāni~ Aiz upes sākās mežs, kurā slēpās [partlzani].
vēstule~ Pēdējā [vestulc] bija uzrakstīta uz bērza tāss sīkiem burtiem.
komisārs~2 Rīkojumu parakstīja pats tautas [kornisārs] Maskavā.
liecinieki~ Citi [liccinieki] baidījās runāt par to, ko bija redzējuši.
ziemā~ Pirmajā [zlemā] nomira gandrīz puse no mūsu cilvēkiem.
`,
  et: `
küüditamine~2 Suur [kuuditarnine] algas juuniöösel, kui kõik juba magasid.
perekond~ Naabrite [perckond] viidi ära samal ööl kui meiegi.
vagun~ Viimane [vagnn] haagiti lahti ühes väikeses jaamas Uurali taga.
vangid~ Need [vangld] töötasid kaevandustes kaksteist tundi päevas.
laagrist~ Ühtegi sõna [laagrlst] me nii kunagi kätte ei saanudki.
tunnistaja~ Üks [tunuistaja] väitis, et seda ei olnud kunagi olemas.
nimekiri~2 See pikk [nirnekiri] oli valmis tehtud juba enne sõda.
külas~ Meie [kü1as] ei jäänud pärast seda ööd järele ühtegi noort meest.
jaamas~ Väikeses [jaamns] seisis pikk rida veokeid ja ootas meid.
kirjalik~ Üks [kirjaik] luba pidi igal mehel kaasas olema.
`,
  de: `
Gefangenen~ Die [Gefangcnen] arbeiteten zwölf Stunden am Tag in den Gruben.
Familien~2 Auf Grund des Erlasses sollten alle [Farnilien] den Ort verlassen.
Befehl~ Der geheime [Befeh1] wurde erst nach dem Krieg gefunden.
Häuser~ Die leeren [Hauscr] am Ufer wurden in jenem Jahr abgerissen.
Verbannung~2 Vieles stand leer, als wir aus der [Verbaunnng] zurückkamen.
Soldaten~ Vor der Tür stand ein Lastwagen, und die [So1daten] warteten.
Dokumente~2 Die [Dokurnente] liegen heute in einem kleinen Museum.
Protokoll~ Das [Protokol] widerspricht dem, was die Nachbarn sagen.
Flüsse~ An den Ufern der großen [Flnsse] liegen Tausende von Gräbern.
Zeugen~ Die Aussagen der [Zengen] wurden erst später aufgeschrieben.
`,
}
