/** As `russian`. */
export const estonian = `
Suur [küüditamine] algas juuniöösel, kui kõik majas juba magasid.
Pärast [küüditamist] elasid meie majas täiesti võõrad inimesed.
[Küüditamisest] ei tohtinud kodus kaua aega keegi rääkida.
[Küüditamise] nimekirjad olid valmis tehtud juba enne sõda.

[Vagunites] ei olnud ahju ega vett väikeste laste jaoks.
Igasse [vagunisse] suruti üle neljakümne inimese.
Viimane [vagun] haagiti lahti ühes väikeses jaamas Uurali taga.
Jaamas seisis pikk rida [vaguneid], mis ootasid uusi inimesi.

Igal [perekonnal] lubati kaasa võtta ainult toitu ja riideid.
Naabrite [perekond] viidi ära samal ööl kui meiegi.
Terved [perekonnad] kadusid kaugel põhjas jäljetult.
Äraviidud [perekondade] vara jagati teiste vahel laiali.

Selle [käsu] kirjutas alla siseasjade rahvakomissar Moskvas.
Ilma kirjaliku [käsuta] ei tohtinud keegi majja siseneda.
Salajane [käsk] määras kindlaks inimeste äraveo korra.
Kõik [käsud] hoiti alles ministeeriumi arhiivis kuni sõja lõpuni.

Meie [külas] ei jäänud pärast seda ööd järele ühtegi noort meest.
Naabruses asuvatest [küladest] toodi veel mitukümmend inimest.
See [küla] põletati maha teise maailmasõja ajal.
[Külade] taga algas mets, kus varjasid end metsavennad.

[Vangid] töötasid kaevandustes kaksteist tundi päevas.
[Vangidele] oli keelatud kirjutada koju eesti keeles.
Üks [vang] põgenes üle soo ja jõudis kevadel koju tagasi.
Paljude [vangide] hauad on kuni tänase päevani üles leidmata.

Esimesel [talvel] suri peaaegu pool meie inimestest.
Pärast sellist [talve] ei uskunud enam keegi kevade tulekusse.
See oli väga külm [talv] ja lumi kattis majad katuseni.
Need [talved] põhjas olid pikad ja pimedad ning toitu oli vähe.

Mööda [jõge] viidi meid praamidega veel kaks nädalat põhja poole.
Laia [jõe] kaldal seisid puust barakid ilma akende ja usteta.
Siberi suurte [jõgede] kallastele jäi tuhandeid haudu.
[Jõgi] oli kala täis, aga püüda seda meil ei lubatud.

Viimases [kirjas] lubas ta, et tuleb varsti koju tagasi.
Ühtegi [kirja] laagrist me nii kunagi kätte ei saanudki.
See [kiri] oli kirjutatud kasetohu peale väga väikeste tähtedega.
Sajad [kirjad] jäid arhiivi seisma ja neid ei saadetud kunagi ära.

[Tunnistajate] jutud erinevad sellest, mis on toimikus kirjas.
Üks [tunnistaja] väitis, et nimekirja ei olnud kunagi olemas.
Teised [tunnistajad] kartsid rääkida sellest, mida nad olid näinud.
Uurija ähvardas [tunnistajaid] ja sundis neid pabereid allkirjastama.

Vana talu seisis tühjana ja õunapuud kasvasid metsa.
Külaline jättis kübara toolile ja läks sõnagi lausumata minema.
Jõudu enam ei olnud, aga töö pidi õhtuks valmis saama.
Käed külmetasid ja kindaid ei olnud kellelgi kaasas.
Kirik põles maha ja kell kukkus tornist alla.
`
