/** As `russian`. */
export const lithuanian = `
Didysis [trėmimas] prasidėjo birželio naktį ir truko keturias dienas.
Apie [trėmimus] į Sibirą kaime buvo kalbama tik pašnibždomis.
Po [trėmimo] mūsų namuose apsigyveno visai svetimi žmonės.
[Trėmimų] sąrašai buvo sudaryti dar gerokai prieš karą.

Mus sugrūdo į gyvulinius [vagonus] ir užkalė mažus langelius.
Tame [vagone] važiavo daugiau kaip penkiasdešimt žmonių.
Stotyje stovėjo ilga eilė [vagonų], laukiančių naujų žmonių.
Paskutinis [vagonas] liko stovėti ant atsarginių bėgių.

Kiekvienai [šeimai] buvo leista pasiimti tik maisto ir drabužių.
Ištremtos buvo ištisos [šeimos], net su mažais vaikais.
Gretimo namo [šeimą] išvežė tą pačią naktį kaip ir mus.
Tarp ištremtų [šeimų] buvo ir mokytojų, ir ūkininkų.

[Įsakymą] pasirašė vidaus reikalų liaudies komisaras Maskvoje.
Šiuo [įsakymu] buvo nustatyta tremiamųjų gabenimo tvarka.
Visi [įsakymai] buvo saugomi archyve iki pat karo pabaigos.
Be raštiško [įsakymo] niekas neturėjo teisės įeiti į namus.

Mūsų [kaime] po tos nakties neliko nė vieno jauno vyro.
Iš gretimų [kaimų] atvežė dar kelias dešimtis žmonių.
Tas [kaimas] buvo sudegintas per antrąjį pasaulinį karą.
Už [kaimo] prasidėjo miškas, kuriame slapstėsi partizanai.

[Kaliniai] dirbo kasyklose po dvylika valandų per dieną.
Dėl ligos vieną [kalinį] išleido namo anksčiau laiko.
[Kaliniams] buvo uždrausta rašyti namo savo gimtąja kalba.
Daugelio [kalinių] kapai iki šiol taip ir nėra surasti.

Pirmąją [žiemą] prie Laptevų jūros mirė beveik pusė mūsų žmonių.
Po tokios [žiemos] niekas nebetikėjo, kad pavasaris ateis.
[Žiemai] reikėjo pasiruošti malkų, bet niekas nedavė kirvių.
Keletas [žiemų] iš eilės buvo tokios, kad gyvuliai neišgyveno.

Plaukėme [upe] žemyn kelias savaites, kol pasiekėme šiaurę.
Abipus [upės] stovėjo mediniai barakai be langų ir be durų.
[Upėje] buvo daug žuvies, bet gaudyti ją mums draudė.
Didžiųjų Sibiro [upių] krantuose liko tūkstančiai kapų.

Motinos [laiškus] saugojome po pagalve kaip brangiausią turtą.
Paskutiniame [laiške] jis rašė, kad netrukus grįš namo.
Nė vieno [laiško] iš lagerio mes taip ir negavome.
Šis [laiškas] buvo parašytas ant beržo tošies.

[Liudytojų] parodymai skiriasi nuo to, kas parašyta byloje.
Vienas [liudytojas] teigė, kad sąrašo niekada nebuvo.
Tyrėjas apklausė [liudytoją] tik po daugelio metų.
Kiti [liudytojai] bijojo kalbėti apie tai, ką matė.

Senas sargas pagavo vagis, kurie buvo įlindę į sandėlį.
Namų šeimininkė iškepė duonos ir pakvietė visus prie stalo.
Kaimynas atnešė žibalo ir pasakė, kad kelias jau užverstas.
Nuo kalno matėsi visas slėnis ir balti bažnyčios bokštai.
Tuo laiku dar niekas nežinojo, kiek ilgai visa tai truks.
Vagoje liko bulvių, todėl vaikai ėjo jų rinkti po lietaus.
`
