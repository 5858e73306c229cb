/** Latvian words in their inflected forms, a word a line. */
export const latvian = `
  arhīvs arhīva arhīvam arhīvu arhīvā arhīvi arhīviem arhīvus arhīvos
  nams nama namam namu namā nami namiem namus namos
  paraksts paraksta parakstam parakstu parakstā paraksti parakstiem parakstus parakstos
  dokuments dokumenta dokumentam dokumentu dokumentā dokumenti dokumentiem dokumentus dokumentos
  vilciens vilciena vilcienam vilcienu vilcienā vilcieni vilcieniem vilcienus vilcienos
  vagons vagona vagonam vagonu vagonā vagoni vagoniem vagonus vagonos
  noslēpums noslēpuma noslēpumam noslēpumu noslēpumā noslēpumi noslēpumiem noslēpumus noslēpumos
  bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos
  vīrs vīra vīram vīru vīrā vīri vīriem vīrus vīros
  gads gada gadam gadu gadā gadi gadiem gadus gados
  virsnieks virsnieka virsniekam virsnieku virsniekā virsnieki virsniekiem virsniekus virsniekos
  iedzīvotājs iedzīvotāja iedzīvotājam iedzīvotāju iedzīvotājā iedzīvotāji iedzīvotājiem iedzīvotājus iedzīvotājos
  pagasts pagasta pagastam pagastu pagastā pagasti pagastiem pagastus pagastos
  ciems ciema ciemam ciemu ciemā ciemi ciemiem ciemus ciemos
  rīkojums rīkojuma rīkojumam rīkojumu rīkojumā rīkojumi rīkojumiem rīkojumus rīkojumos
  ziņojums ziņojuma ziņojumam ziņojumu ziņojumā ziņojumi ziņojumiem ziņojumus ziņojumos
  saraksts saraksta sarakstam sarakstu sarakstā saraksti sarakstiem sarakstus sarakstos
  cietums cietuma cietumam cietumu cietumā cietumi cietumiem cietumus cietumos
  karavīrs karavīra karavīram karavīru karavīrā karavīri karavīriem karavīrus karavīros
  ešelons ešelona ešelonam ešelonu ešelonā ešeloni ešeloniem ešelonus ešelonos
  karš kara karam karu karā kari kariem karus karos
  ceļš ceļa ceļam ceļu ceļā ceļi ceļiem ceļus ceļos
  brālis brāļa brālim brāli brālī brāļi brāļu brāļiem brāļus brāļos
  latvietis latvieša latvietim latvieti latvietī latvieši latviešu latviešiem latviešus latviešos
  igaunis igauņa igaunim igauni igaunī igauņi igauņu igauņiem igauņus igauņos
  ģenerālis ģenerāļa ģenerālim ģenerāli ģenerālī ģenerāļi ģenerāļu ģenerāļiem ģenerāļus ģenerāļos
  mēnesis mēneša mēnesim mēnesi mēnesī mēneši mēnešu mēnešiem mēnešus mēnešos
  tirgus tirgum tirgu tirgū tirgi tirgiem tirgos
  māja mājas mājai māju mājā mājām mājās
  robeža robežas robežai robežu robežā robežām robežās
  kopija kopijas kopijai kopiju kopijā kopijām kopijās
  deportācija deportācijas deportācijai deportāciju deportācijā deportācijām deportācijās
  izsūtīšana izsūtīšanas izsūtīšanai izsūtīšanu izsūtīšanā izsūtīšanām izsūtīšanās
  grāmata grāmatas grāmatai grāmatu grāmatā grāmatām grāmatās
  valoda valodas valodai valodu valodā valodām valodās
  pilsēta pilsētas pilsētai pilsētu pilsētā pilsētām pilsētās
  meita meitas meitai meitu meitā meitām meitās
  tauta tautas tautai tautu tautā tautām tautās
  lapa lapas lapai lapu lapā lapām lapās
  instrukcija instrukcijas instrukcijai instrukciju instrukcijā instrukcijām instrukcijās
  ģimene ģimenes ģimenei ģimeni ģimenē ģimeņu ģimenēm ģimenēs
  pavēle pavēles pavēlei pavēli pavēlē pavēļu pavēlēm pavēlēs
  sieviete sievietes sievietei sievieti sievietē sieviešu sievietēm sievietēs
  upe upes upei upi upē upju upēm upēs
  vēstule vēstules vēstulei vēstuli vēstulē vēstuļu vēstulēm vēstulēs
  nometne nometnes nometnei nometni nometnē nometņu nometnēm nometnēs
  valsts valstij valsti valstī valstis valstu valstīm valstīs
  pils pilij pili pilī pilis piļu pilīm pilīs
  nakts naktij nakti naktī naktis nakšu naktīm naktīs
  slepens slepenam slepenā slepenus slepenos slepenai slepenās slepenajam slepenie slepenajos slepenajām slepenais slepenajiem
  liels lielam lielā lielus lielos lielai lielās lielajam lielie lielajos lielajām lielais lielajiem
  vecs vecam vecā vecus vecos vecai vecās vecajam vecie vecajos vecajām vecais vecajiem
  militārs militāram militārā militārus militāros militārai militārās militārajam militārie militārajos militārajām militārais militārajiem
  politisks politiskam politiskā politiskus politiskos politiskai politiskās politiskajam politiskie politiskajos politiskajām politiskais politiskajiem
  jauns jaunam jaunā jaunus jaunos jaunai jaunās jaunajam jaunie jaunajos jaunajām jaunais jaunajiem
  deportēt deportē deportēja deportēs deportēts deportēta deportēti deportēto deportētie deportētajiem deportētos
  arestēt arestē arestēja arestēs arestēts arestēta arestēti arestēto arestētie arestētajiem
  nosūtīt nosūta nosūtīja nosūtīs nosūtīts nosūtīta nosūtīti nosūtīto
  dzīvot dzīvo dzīvoja dzīvos dzīvoju dzīvojis dzīvojuši
  strādāt strādā strādāja strādās strādāju strādājis strādājuši
  Latvija Latvijas Latvijai Latviju Latvijā
  Rīga Rīgas Rīgai Rīgu Rīgā
  Liepāja Liepājas Liepājai Liepāju Liepājā
  Daugavpils Daugavpilij Daugavpili Daugavpilī
  Lietuva Lietuvas Lietuvai Lietuvu Lietuvā
  Jelgava Jelgavas Jelgavai Jelgavu Jelgavā
`
