/** The first article of the Universal Declaration of Human Rights in languages that the archive does not know. */
export const otherLanguages: Readonly<Record<string, string>> = {
  French: `Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience
    et doivent agir les uns envers les autres dans un esprit de fraternité.`,
  Spanish: `Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia,
    deben comportarse fraternalmente los unos con los otros.`,
  Italian: `Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di coscienza e
    devono agire gli uni verso gli altri in spirito di fratellanza.`,
  Portuguese: `Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de consciência,
    devem agir uns para com os outros em espírito de fraternidade.`,
  Polish: `Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem
    i powinni postępować wobec innych w duchu braterstwa.`,
  Czech: `Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím a mají spolu
    jednat v duchu bratrství.`,
  Hungarian: `Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és lelkiismerettel
    bírván, egymással szemben testvéri szellemben kell hogy viseltessenek.`,
  Finnish: `Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu järki ja omatunto,
    ja heidän on toimittava toisiaan kohtaan veljeyden hengessä.`,
  Swedish: `Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete och bör
    handla gentemot varandra i en anda av broderskap.`,
  Dutch: `Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en geweten, en
    behoren zich jegens elkander in een geest van broederschap te gedragen.`,
  Turkish: `Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı
    kardeşlik zihniyeti ile hareket etmelidirler.`,
  Vietnamese: `Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi con người đều được tạo hóa ban
    cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.`,
  Welsh: `Genir pawb yn rhydd ac yn gydradd â'i gilydd mewn urddas a hawliau. Fe'u cynysgaeddir â rheswm a chydwybod, a dylai
    pawb ymddwyn y naill at y llall mewn ysbryd cymodlon.`,
  Latin: `Omnes homines liberi aequique dignitate atque iuribus nascuntur. Ratione conscientiaque praediti sunt et alii erga
    alios cum fraternitate se gerere debent.`,
  Ukrainian: `Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні
    діяти у відношенні один до одного в дусі братерства.`,
  Belarusian: `Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах. Яны надзелены розумам і сумленнем і павінны
    ставіцца адзін да аднаго ў духу брацтва.`,
  Bulgarian: `Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се
    отнасят помежду си в дух на братство.`,
  Serbian: `Сва људска бића рађају се слободна и једнака у достојанству и правима. Она су обдарена разумом и свешћу и треба
    једни према другима да поступају у духу братства.`,
  Greek: `Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με λογική και
    συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα αδελφοσύνης.`,
  Hebrew: `כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו
    ברוח של אחווה.`,
  Yiddish: `יעדער מענטש װערט געבױרן פֿרײַ און גלײַך אין כּבֿוד און רעכט. יעדער װערט באַשאָנקן מיט פֿאַרשטאַנד און געװיסן; יעדער זאָל
    זיך פֿירן מיט אַ צװײטן אין אַ געמיט פֿון ברודערשאַפֿט.`,
  Arabic: `يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء.`,
  Japanese: `すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、
    互いに同胞の精神をもって行動しなければならない。`,
  Chinese: `人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。人人有资格享有本宣言所载的一切权利和
    自由，不分种族、肤色、性别、语言、宗教、政治或其他见解、国籍或社会出身、财产、出生或其他身分等任何区别。`,
}
