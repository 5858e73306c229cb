/** Estonian words in their inflected forms, a word a line. */
export const estonian = `
  küüditamine küüditamise küüditamist küüditamises küüditamisest küüditamisele küüditamisega küüditamised küüditamiste küüditamisi küüditamistes küüditamistele
  käsk käsu käsku käsus käsust käsule käsuga käsud käskude käske käskudes käskudele
  perekond perekonna perekonda perekonnas perekonnast perekonnale perekonnaga perekonnad perekondade perekondi perekondades perekondadele
  piir piiri piiris piirist piirile piiriga piirid piiride piire piirides piiridele
  arhiiv arhiivi arhiivis arhiivist arhiivile arhiiviga arhiivid arhiivide arhiive arhiivides arhiividele
  allkiri allkirja allkirjas allkirjast allkirjale allkirjaga allkirjad allkirjade allkirju allkirjades allkirjadele
  koopia koopiat koopias koopiast koopiale koopiaga koopiad koopiate koopiaid koopiates koopiatele
  saladus saladuse saladust saladuses saladusest saladusele saladusega saladused saladuste saladusi saladustes saladustele
  rong rongi rongis rongist rongile rongiga rongid rongide ronge rongides rongidele
  vagun vaguni vagunit vagunis vagunist vagunile vaguniga vagunid vagunite vaguneid vagunites vagunitele
  maja majas majast majale majaga majad majade maju majades majadele
  laps lapse last lapses lapsest lapsele lapsega lapsed laste lapsi lastes lastele
  sõda sõja sõjas sõjast sõjale sõjaga sõjad sõdade sõdu sõdades sõdadele
  linn linna linnas linnast linnale linnaga linnad linnade linnu linnades linnadele
  küla külas külast külale külaga külad külade külasid külades küladele
  dokument dokumendi dokumenti dokumendis dokumendist dokumendile dokumendiga dokumendid dokumentide dokumente dokumentides dokumentidele
  raamat raamatu raamatut raamatus raamatust raamatule raamatuga raamatud raamatute raamatuid raamatutes raamatutele
  inimene inimese inimest inimeses inimesest inimesele inimesega inimesed inimeste inimesi inimestes inimestele
  naine naise naist naises naisest naisele naisega naised naiste naisi naistes naistele
  mees mehe meest mehes mehest mehele mehega mehed meeste mehi meestes meestele
  riik riigi riiki riigis riigist riigile riigiga riigid riikide riike riikides riikidele
  vald valla valda vallas vallast vallale vallaga vallad valdade valdu valdades valdadele
  maakond maakonna maakonda maakonnas maakonnast maakonnale maakonnaga maakonnad maakondade maakondi maakondades maakondadele
  juhend juhendi juhendit juhendis juhendist juhendile juhendiga juhendid juhendite juhendeid juhendites juhenditele
  leht lehe lehte lehes lehest lehele lehega lehed lehtede lehti lehtedes lehtedele
  kiri kirja kirjas kirjast kirjale kirjaga kirjad kirjade kirju kirjades kirjadele
  nimi nime nimes nimest nimele nimega nimed nimede nimesid nimedes nimedele
  nimekiri nimekirja nimekirjas nimekirjast nimekirjale nimekirjaga nimekirjad nimekirjade nimekirju nimekirjades nimekirjadele
  koht koha kohta kohas kohast kohale kohaga kohad kohtade kohti kohtades kohtadele
  vara varas varast varale varaga varad varade varasid varades varadele
  vanem vanema vanemat vanemas vanemast vanemale vanemaga vanemad vanemate vanemaid vanemates vanematele
  poeg poja poega pojas pojast pojale pojaga pojad poegade poegi poegades poegadele
  tütar tütre tütart tütres tütrest tütrele tütrega tütred tütarde tütreid tütardes tütardele
  vangla vanglat vanglas vanglast vanglale vanglaga vanglad vanglate vanglaid vanglates vanglatele
  laager laagri laagrit laagris laagrist laagrile laagriga laagrid laagrite laagreid laagrites laagritele
  rahvas rahva rahvast rahvale rahvaga rahvad rahvaste rahvaid rahvastes rahvastele
  kodanik kodaniku kodanikku kodanikus kodanikust kodanikule kodanikuga kodanikud kodanike kodanikke kodanikes kodanikele
  ametnik ametniku ametnikku ametnikus ametnikust ametnikule ametnikuga ametnikud ametnike ametnikke ametnikes ametnikele
  sõdur sõduri sõdurit sõduris sõdurist sõdurile sõduriga sõdurid sõdurite sõdureid sõdurites sõduritele
  aasta aastat aastas aastast aastale aastaga aastad aastate aastaid aastates aastatele
  päev päeva päevas päevast päevale päevaga päevad päevade päevi päevades päevadele
  okupatsioon okupatsiooni okupatsioonis okupatsioonist okupatsioonile okupatsiooniga okupatsioonid okupatsioonide okupatsioone okupatsioonides okupatsioonidele
  otsus otsuse otsust otsuses otsusest otsusele otsusega otsused otsuste otsuseid otsustes otsustele
  salajane salajase salajast salajases salajasest salajasele salajasega salajased salajaste salajasi salajastes salajastele
  suur suure suurt suures suurest suurele suurega suured suurte suuri suurtes suurtele
  vana vanas vanast vanale vanaga vanad vanade vanu vanades vanadele
  sõjaline sõjalise sõjalist sõjalises sõjalisest sõjalisele sõjalisega sõjalised sõjaliste sõjalisi sõjalistes sõjalistele
  uus uue uut uues uuest uuele uuega uued uute uusi uutes uutele
  kohus kohtu kohut kohtus kohtust kohtule kohtuga kohtud kohtute kohtuid kohtutes kohtutele
  aeg aja aega ajas ajast ajale ajaga ajad aegade aegu aegades aegadele
  Tallinn Tallinna Tallinnas Tallinnast Tallinnasse Tallinnaga
  Tartu Tartut Tartus Tartust Tartusse Tartuga
  Eesti Eestit Eestis Eestist Eestisse Eestiga
  Pärnu Pärnut Pärnus Pärnust Pärnusse Pärnuga
  küüditama küüditada küüditan küüditab küüditas küüditasid küüditati küüditatud küüditanud küüditatakse
  saatma saata saadan saadab saatis saatsid saadeti saadetud saatnud
  kirjutama kirjutada kirjutan kirjutab kirjutas kirjutasid kirjutati kirjutatud kirjutanud
  elama elada elan elab elas elasid elati elatud elanud
  arreteerima arreteerida arreteerin arreteerib arreteeris arreteeriti arreteeritud arreteerinud
  töötama töötada töötan töötab töötas töötasid töötatud töötanud
  president presidendi presidenti presidendis presidendist presidendile presidendiga presidendid presidentide presidente presidentides presidentidele
  ülikool ülikooli ülikoolis ülikoolist ülikoolile ülikooliga ülikoolid ülikoolide ülikoole ülikoolides ülikoolidele
  kool kooli koolis koolist koolile kooliga koolid koolide koole koolides koolidele
  õpilane õpilase õpilast õpilases õpilasest õpilasele õpilasega õpilased õpilaste õpilasi õpilastes õpilastele
  tänav tänava tänavat tänavas tänavast tänavale tänavaga tänavad tänavate tänavaid tänavates tänavatele
  seadus seaduse seadust seaduses seadusest seadusele seadusega seadused seaduste seadusi seadustes seadustele
  valitsus valitsuse valitsust valitsuses valitsusest valitsusele valitsusega valitsused valitsuste valitsusi valitsustes valitsustele
  nõukogu nõukogus nõukogust nõukogule nõukoguga nõukogud nõukogude nõukogusid nõukogudes nõukogudele
  keel keele keelt keeles keelest keelele keelega keeled keelte keeli keeltes keeltele
  ajaleht ajalehe ajalehte ajalehes ajalehest ajalehele ajalehega ajalehed ajalehtede ajalehti ajalehtedes ajalehtedele
  artikkel artikli artiklit artiklis artiklist artiklile artikliga artiklid artiklite artikleid artiklites artiklitele
  minister ministri ministrit ministris ministrist ministrile ministriga ministrid ministrite ministreid ministrites ministritele
  sõjavägi sõjaväe sõjaväge sõjaväes sõjaväest sõjaväele sõjaväega sõjaväed sõjavägede sõjavägesid sõjavägedes sõjavägedele
  ohvitser ohvitseri ohvitseris ohvitserist ohvitserile ohvitseriga ohvitserid ohvitseride ohvitsere ohvitserides ohvitseridele
  vaenlane vaenlase vaenlast vaenlases vaenlasest vaenlasele vaenlasega vaenlased vaenlaste vaenlasi vaenlastes vaenlastele
  pank panga panka pangas pangast pangale pangaga pangad pankade panku pankades pankadele
  tehas tehase tehast tehases tehasest tehasele tehasega tehased tehaste tehaseid tehastes tehastele
  talu talus talust talule taluga talud talude talusid taludes taludele
  mets metsa metsas metsast metsale metsaga metsad metsade metsi metsades metsadele
  jõgi jõe jõge jões jõest jõele jõega jõed jõgede jõgesid jõgedes jõgedele
  mägi mäe mäge mäes mäest mäele mäega mäed mägede mägesid mägedes mägedele
  meri mere merd meres merest merele merega mered merede meresid meredes meredele
  saar saare saart saares saarest saarele saarega saared saarte saari saartes saartele
  sadam sadama sadamat sadamas sadamast sadamale sadamaga sadamad sadamate sadamaid sadamates sadamatele
  laev laeva laevas laevast laevale laevaga laevad laevade laevu laevades laevadele
  tee teed tees teest teele teega teede teid teedes teedele
  jaam jaama jaamas jaamast jaamale jaamaga jaamad jaamade jaamu jaamades jaamadele
  kivi kivis kivist kivile kiviga kivid kivide kive kivides kividele
  kirik kiriku kirikut kirikus kirikust kirikule kirikuga kirikud kirikute kirikuid kirikutes kirikutele
  õpetaja õpetajat õpetajas õpetajast õpetajale õpetajaga õpetajad õpetajate õpetajaid õpetajates õpetajatele
  arst arsti arstis arstist arstile arstiga arstid arstide arste arstides arstidele
  haigla haiglat haiglas haiglast haiglale haiglaga haiglad haiglate haiglaid haiglates haiglatele
  teade teate teadet teates teatest teatele teatega teated teadete teateid teadetes teadetele
  aruanne aruande aruannet aruandes aruandest aruandele aruandega aruanded aruannete aruandeid aruannetes aruannetele
  luba loa loas loast loale loaga load lubade lube lubades lubadele
  tunnistaja tunnistajat tunnistajas tunnistajast tunnistajale tunnistajaga tunnistajad tunnistajate tunnistajaid tunnistajates tunnistajatele
  süüdistus süüdistuse süüdistust süüdistuses süüdistusest süüdistusele süüdistusega süüdistused süüdistuste süüdistusi süüdistustes süüdistustele
  surm surma surmas surmast surmale surmaga surmad surmade surmi surmades surmadele
  sünd sünni sündi sünnis sünnist sünnile sünniga sünnid sündide sünde sündides sündidele
  ema emas emast emale emaga emad emade emasid emades emadele
  isa isas isast isale isaga isad isade isasid isades isadele
  vend venna venda vennas vennast vennale vennaga vennad vendade vendi vendades vendadele
  õde õe ões õest õele õega õed õdede õdesid õdedes õdedele
  tüdruk tüdruku tüdrukut tüdrukus tüdrukust tüdrukule tüdrukuga tüdrukud tüdrukute tüdrukuid tüdrukutes tüdrukutele
  väike väikese väikest väikeses väikesest väikesele väikesega väikesed väikeste väikesi väikestes väikestele
  punane punase punast punases punasest punasele punasega punased punaste punaseid punastes punastele
  poliitiline poliitilise poliitilist poliitilises poliitilisest poliitilisele poliitilisega poliitilised poliitiliste poliitilisi poliitilistes poliitilistele
  endine endise endist endises endisest endisele endisega endised endiste endisi endistes endistele
  venelane venelase venelast venelases venelasest venelasele venelasega venelased venelaste venelasi venelastes venelastele
  sakslane sakslase sakslast sakslases sakslasest sakslasele sakslasega sakslased sakslaste sakslasi sakslastes sakslastele
`
