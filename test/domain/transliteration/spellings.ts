/**
 * Names as books, passports and maps of several languages write them, gathered by hand: the Russian one, then others
 * in Latin letters. They were not made by the schemes.
 */
export const spellings = `
Серов Serov Serow Serovas Serovs
Берия Beria Beriya Berija Beriia
Молотов Molotov Molotow Molotovas Molotovs
Жуков Zhukov Žukov Schukow Žukovas Žukovs
Хрущёв Khrushchev Chruščiov Hruščov Chruschtschow Chruščiovas Hruščovs Hruštšov
Щербаков Shcherbakov Ščerbakov Schtscherbakow Ščerbakovas Štšerbakov
Ягода Yagoda Jagoda Iagoda
Юрий Yuri Jurij Yury Yuriy Iurii Juri Jurijus Jurijs
Ежов Yezhov Ezhov Ježov Jeschow Ježovas Ježovs
Меркулов Merkulov Merkulow Merkulovas
Абакумов Abakumov Abakumow Abakumovas Abakumovs
Вышинский Vyshinsky Vyšinskij Wyschinski Vyšinskis Višinskis Võšinski
Деканозов Dekanozov Dekanosow Dekanozovas
Жданов Zhdanov Ždanov Schdanow Ždanovas Ždanovs
Маленков Malenkov Malenkow Malenkovas
Суслов Suslov Suslow Suslovas Suslovs
Брежнев Brezhnev Brežnev Breschnew Brežnevas Brežņevs
Горбачёв Gorbachev Gorbatschow Gorbačiovas Gorbačovs Gorbatšov Gorbačev
Ельцин Yeltsin Jelzin Jelcinas Jeļcins Jeltsin El'cin
Троцкий Trotsky Trotskii Trotzki Trockis Trotski Trockij
Дзержинский Dzerzhinsky Dzierżyński Dzeržinskis Dserschinski Dzeržinski
Зиновьев Zinoviev Zinovyev Sinowjew Zinovjevas Zinovjevs Zinovjev
Каменев Kamenev Kamenew Kamenevas Kameņevs
Бухарин Bukharin Bucharin Bucharinas Buharins Buhharin
Рыков Rykov Rykow Rykovas Rikovs Rõkov
Сталин Stalin Stalinas Staļins
Ленин Lenin Leninas Ļeņins
Ворошилов Voroshilov Woroschilow Vorošilovas Vorošilovs Vorošilov
Каганович Kaganovich Kaganowitsch Kaganovičius Kaganovičs Kaganovitš Kaganovič
Микоян Mikoyan Mikojan Mikojanas Mikojans
Калинин Kalinin Kalininas Kaļiņins
Киров Kirov Kirow Kirovas Kirovs
Тухачевский Tukhachevsky Tuchatschewski Tuchačevskis Tuhačevskis Tuhhatševski Tuchačevskij
Рокоссовский Rokossovsky Rokossowski Rokosovskis Rokossovski
Судоплатов Sudoplatov Sudoplatow Sudoplatovas
Кобулов Kobulov Kobulow Kobulovas
Чернышёв Chernyshev Tschernyschow Černyšiovas Černišovs Tšernõšov
Круглов Kruglov Kruglow Kruglovas Kruglovs
Игнатьев Ignatyev Ignatiev Ignatjew Ignatjevas Ignatjevs
Андропов Andropov Andropow Andropovas Andropovs
Чайковский Tchaikovsky Chaikovskii Tschaikowski Čaikovskis Tšaikovski
Достоевский Dostoevsky Dostoyevsky Dostojewski Dostojevskis Dostojevski
Чехов Chekhov Tschechow Čechovas Čehovs Tšehhov Čechov
Горький Gorky Gorki Gorkij Gorkis
Толстой Tolstoy Tolstoi Tolstojus Tolstojs Tolstoj
Пушкин Pushkin Puschkin Puškinas Puškins Puškin
Солженицын Solzhenitsyn Solschenizyn Solženicynas Solžeņicins Solženitsõn Solženicyn
Пётр Pyotr Pjotr Piotras Petr
Сергей Sergei Sergey Sergej Sergejus Sergejs
Андрей Andrei Andrey Andrej Andrejus Andrejs
Алексей Alexei Aleksei Aleksey Alexej Aleksejus Aleksejs
Александр Alexander Aleksandr Aleksandras Aleksandrs
Василий Vasily Vasilii Wassili Vasilijus Vasilijs Vassili
Георгий Georgy Georgii Georgi Georgijus Georgijs
Лаврентий Lavrenty Lavrentii Lawrenti Lavrentijus Lavrentijs Lavrenti
Евгений Yevgeny Evgeny Evgenii Jewgeni Jevgenijus Jevgeņijs Jevgeni
Михаил Mikhail Michail Michailas Mihails Mihhail
Николай Nikolai Nikolay Nikolaj Nikolajus Nikolajs
Дмитрий Dmitry Dmitri Dmitrii Dmitrij Dmitrijus Dmitrijs
Фёдор Fyodor Fjodor Fedor Fiodoras Fjodors
Семён Semyon Semjon Semen Semionas Semjons
Илья Ilya Ilja Ilia
Мария Maria Mariya Marija Mariia
Наталья Natalya Natalia Natalja Natalija
Москва Moskva Moskwa
Ленинград Leningrad Leningradas
Новосибирск Novosibirsk Nowosibirsk Novosibirskas Novosibirska
Красноярск Krasnoyarsk Krasnojarsk Krasnojarskas Krasnojarska
Иркутск Irkutsk Irkutskas Irkutska
Воркута Vorkuta Workuta
Казань Kazan Kasan Kazanė Kazaņa Kaasan
Архангельск Arkhangelsk Archangelsk Archangelskas Arhangeļska Arhangelsk
Норильск Norilsk Norilskas Noriļska
Якутск Yakutsk Jakutsk Jakutskas Jakutska
Кемерово Kemerovo Kemerowo Kemerovas
Тюмень Tyumen Tjumen Tiumenė Tjumeņa
Шяуляй Šiauliai Shyaulyay Shaulyai Siauliai
Каунас Kaunas
Вильнюс Vilnius Vilnyus
Клайпеда Klaipėda Klaipeda Klaypeda
Паневежис Panevėžys Panevezys Panevezhis
Алитус Alytus
Мариямполе Marijampolė Mariyampole
Кедайняй Kėdainiai
Тельшяй Telšiai
Мажейкяй Mažeikiai
Утена Utena
Укмерге Ukmergė
Рокишкис Rokiškis
Биржай Biržai
Тракай Trakai
Швенчёнис Švenčionys
Пасвалис Pasvalys
Радвилишкис Radviliškis
Юрбаркас Jurbarkas
Йонава Jonava
Ионава Jonava
Друскининкай Druskininkai
Варена Varėna
Сметона Smetona
Снечкус Sniečkus
Вольдемарас Voldemaras
Палецкис Paleckis
Рига Rīga Riga
Екабпилс Jēkabpils Jekabpils
Даугавпилс Daugavpils
Лиепая Liepāja Liepaja
Елгава Jelgava
Юрмала Jūrmala Jurmala
Вентспилс Ventspils
Резекне Rēzekne
Валмиера Valmiera
Цесис Cēsis
Тукумс Tukums
Кулдига Kuldīga
Айзпуте Aizpute
Мадона Madona
Лудза Ludza
Плявиняс Pļaviņas
Кегумс Ķegums
Ульманис Ulmanis
Кирхенштейн Kirchenstein Kirhenšteins
Калнберзинь Kalnbērziņš
Лацис Lācis
Таллин Tallinn Tallin
Таллинн Tallinn
Тарту Tartu
Нарва Narva
Пярну Pärnu Pyarnu Parnu
Вильянди Viljandi
Йыхви Jõhvi
Выру Võru
Валга Valga
Пайде Paide
Раквере Rakvere
Хаапсалу Haapsalu
Курессааре Kuressaare
Сааремаа Saaremaa
Хийумаа Hiiumaa
Кивиыли Kiviõli
Йыгева Jõgeva
Пылва Põlva
Тапа Tapa
Пятс Päts
Лайдонер Laidoner
Кингисепп Kingissepp Kingisepp
Кэбин Käbin
Карякин Karyakin Karjakin Kariakinas
Гоглидзе Goglidze Goglidse
Цанава Tsanava Canava Zanawa
Рапава Rapava Rapawa
Шелепин Shelepin Schelepin Šelepinas Šeļepins
Семичастный Semichastny Semitschastny Semičastnas
Грузия Gruzia Gruziya Gruzija
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
