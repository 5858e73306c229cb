/** Lithuanian words in their inflected forms, a word a line. */
export const lithuanian = `
  trėmimas trėmimo trėmimui trėmimą trėmimu trėmime trėmimai trėmimų trėmimams trėmimus trėmimais trėmimuose
  įsakymas įsakymo įsakymui įsakymą įsakymu įsakyme įsakymai įsakymų įsakymams įsakymus įsakymais įsakymuose
  archyvas archyvo archyvui archyvą archyvu archyve archyvai archyvų archyvams archyvus archyvais archyvuose
  parašas parašo parašui parašą parašu paraše parašai parašų parašams parašus parašais parašuose
  vaikas vaiko vaikui vaiką vaiku vaike vaikai vaikų vaikams vaikus vaikais vaikuose
  karas karo karui karą karu kare karai karų karams karus karais karuose
  miestas miesto miestui miestą miestu mieste miestai miestų miestams miestus miestais miestuose
  namas namo namui namą namu name namai namų namams namus namais namuose
  dokumentas dokumento dokumentui dokumentą dokumentu dokumente dokumentai dokumentų dokumentams dokumentus dokumentais dokumentuose
  ešelonas ešelono ešelonui ešeloną ešelonu ešelone ešelonai ešelonų ešelonams ešelonus ešelonais ešelonuose
  vagonas vagono vagonui vagoną vagonu vagone vagonai vagonų vagonams vagonus vagonais vagonuose
  kaimas kaimo kaimui kaimą kaimu kaime kaimai kaimų kaimams kaimus kaimais kaimuose
  agentas agento agentui agentą agentu agente agentai agentų agentams agentus agentais agentuose
  draugas draugo draugui draugą draugu drauge draugai draugų draugams draugus draugais drauguose
  organas organo organui organą organu organe organai organų organams organus organais organuose
  liudininkas liudininko liudininkui liudininką liudininku liudininke liudininkai liudininkų liudininkams liudininkus liudininkais liudininkuose
  šeima šeimos šeimai šeimą šeimoje šeimų šeimoms šeimas šeimomis šeimose
  siena sienos sienai sieną sienoje sienų sienoms sienas sienomis sienose
  kopija kopijos kopijai kopiją kopijoje kopijų kopijoms kopijas kopijomis kopijose
  instrukcija instrukcijos instrukcijai instrukciją instrukcijoje instrukcijų instrukcijoms instrukcijas instrukcijomis instrukcijose
  nuotrauka nuotraukos nuotraukai nuotrauką nuotraukoje nuotraukų nuotraukoms nuotraukas nuotraukomis nuotraukose
  knyga knygos knygai knygą knygoje knygų knygoms knygas knygomis knygose
  diena dienos dienai dieną dienoje dienų dienoms dienas dienomis dienose
  kalba kalbos kalbai kalbą kalboje kalbų kalboms kalbas kalbomis kalbose
  deportacija deportacijos deportacijai deportaciją deportacijoje deportacijų deportacijoms deportacijas deportacijomis deportacijose
  kalėjimas kalėjimo kalėjimui kalėjimą kalėjimu kalėjime kalėjimai kalėjimų kalėjimams kalėjimus kalėjimais kalėjimuose
  pranešimas pranešimo pranešimui pranešimą pranešimu pranešime pranešimai pranešimų pranešimams pranešimus pranešimais pranešimuose
  tremtis tremties tremčiai tremtį tremtimi tremtyje tremtys tremčių tremtims tremtimis tremtyse
  paslaptis paslapties paslapčiai paslaptį paslaptimi paslaptyje paslaptys paslapčių paslaptims paslaptimis paslaptyse
  sritis srities sričiai sritį sritimi srityje sritys sričių sritims sritimis srityse
  dalis dalies daliai dalį dalimi dalyje dalys dalių dalims dalimis dalyse
  valstybė valstybės valstybei valstybę valstybe valstybėje valstybių valstybėms valstybes valstybėmis valstybėse
  apylinkė apylinkės apylinkei apylinkę apylinke apylinkėje apylinkių apylinkėms apylinkes apylinkėmis apylinkėse
  upė upės upei upę upe upėje upių upėms upes upėmis upėse
  kortelė kortelės kortelei kortelę kortele kortelėje kortelių kortelėms korteles kortelėmis kortelėse
  brolis brolio broliui brolį broliu brolyje broliai brolių broliams brolius broliais broliuose
  žodis žodžio žodžiui žodį žodžiu žodyje žodžiai žodžių žodžiams žodžius žodžiais žodžiuose
  traukinys traukinio traukiniui traukinį traukiniu traukinyje traukiniai traukinių traukiniams traukinius traukiniais traukiniuose
  gyventojas gyventojo gyventojui gyventoją gyventoju gyventoje gyventojai gyventojų gyventojams gyventojus gyventojais gyventojuose
  mėnesis mėnesio mėnesiui mėnesį mėnesiu mėnesyje mėnesiai mėnesių mėnesiams mėnesius mėnesiais mėnesiuose
  sūnus sūnaus sūnui sūnų sūnumi sūnuje sūnūs sūnums sūnumis sūnuose
  turgus turgaus turgui turgų turgumi turguje turgūs turgums turgumis turguose
  asmuo asmens asmeniui asmenį asmeniu asmenyje asmenys asmenų asmenims asmenis asmenimis asmenyse
  akmuo akmens akmeniui akmenį akmeniu akmenyje akmenys akmenų akmenims akmenis akmenimis akmenyse
  viršininkas viršininko viršininkui viršininką viršininku viršininkai viršininkų viršininkams viršininkus viršininkais
  slaptas slapto slaptam slaptą slaptame slapti slaptų slaptiems slaptus slaptais slaptuose slapta slaptos slaptai slaptoje slaptoms
  griežtas griežto griežtam griežtą griežti griežtų griežtasis griežtojo griežtajam griežtąjį griežtieji griežtųjų
  sovietinis sovietinio sovietiniam sovietinį sovietiniame sovietiniai sovietinių sovietiniams sovietinius sovietinė sovietinės sovietinei sovietinę
  karinis karinio kariniam karinį kariniame kariniai karinių kariniams karinius karinė karinės karinei karinę
  senas seno senam seną sename seni senų seniems senus senais senuose sena senos senai senoje senoms
  politinis politinio politiniam politinį politiniame politiniai politinių politiniams politinius politinė politinės politinei politinę
  rašyti rašo rašė rašau rašiau rašys rašydavo rašyta rašytas
  ištremti ištremia ištrėmė ištremtas ištremtų ištremta ištrems ištremtiems
  suimti suimtas suimta suimtų suimtiems suimtus
  gyventi gyvena gyveno gyvenau gyvens gyvendavo gyvenu
  dirbti dirba dirbo dirbau dirbs dirbdavo dirbu
  pasirašyti pasirašo pasirašė pasirašys pasirašytas pasirašyta pasirašyto
  Lietuva Lietuvos Lietuvai Lietuvą Lietuvoje
  Vilnius Vilniaus Vilniui Vilnių Vilniumi Vilniuje
  Kaunas Kauno Kaunui Kauną Kaunu Kaune
  Šiauliai Šiaulių Šiauliams Šiaulius Šiauliais Šiauliuose
  Klaipėda Klaipėdos Klaipėdai Klaipėdą Klaipėdoje
  Panevėžys Panevėžio Panevėžiui Panevėžį Panevėžiu Panevėžyje
  Sibiras Sibiro Sibirui Sibirą Sibiru Sibire
`
