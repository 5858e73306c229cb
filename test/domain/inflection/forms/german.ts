/** German words in their inflected forms, a word a line. */
export const german = `
  Deportation Deportationen
  Befehl Befehls Befehle Befehlen Befehles
  Familie Familien
  Grenze Grenzen
  Archiv Archivs Archive Archiven Archives
  Unterschrift Unterschriften
  Kopie Kopien
  Abschrift Abschriften
  Geheimnis Geheimnisses Geheimnisse Geheimnissen
  Transport Transports Transporte Transporten Transportes
  Haus Hauses Häuser Häusern Hause
  Kind Kindes Kinder Kindern Kinde
  Krieg Krieges Kriege Kriegen Kriegs
  Stadt Städte Städten
  Dorf Dorfes Dörfer Dörfern Dorfs Dorfe
  Dokument Dokuments Dokumente Dokumenten Dokumentes
  Anweisung Anweisungen
  Zug Zuges Züge Zügen Zugs
  Land Landes Länder Ländern Lands Lande
  Volk Volkes Völker Völkern Volks Volke
  Staat Staates Staaten Staats Staate
  Vater Vaters Väter Vätern
  Mutter Mütter Müttern
  Sohn Sohnes Söhne Söhnen Sohns Sohne
  Tochter Töchter Töchtern
  Brief Briefes Briefe Briefen Briefs
  Buch Buches Bücher Büchern Buchs Buche
  Zeitung Zeitungen
  Lager Lagers Lagern
  Siedlung Siedlungen
  Behörde Behörden
  Kommissar Kommissars Kommissare Kommissaren
  Offizier Offiziers Offiziere Offizieren
  Soldat Soldaten
  Gefängnis Gefängnisses Gefängnisse Gefängnissen
  Mann Mannes Männer Männern Manns Manne
  Frau Frauen
  Jahr Jahres Jahre Jahren Jahrs
  Monat Monats Monate Monaten
  Tag Tages Tage Tagen Tags
  Straße Straßen
  Gesetz Gesetzes Gesetze Gesetzen
  Regierung Regierungen
  Bericht Berichts Berichte Berichten Berichtes
  Liste Listen
  Bahnhof Bahnhofs Bahnhöfe Bahnhöfen Bahnhofes
  geheim geheime geheimen geheimer geheimes geheimem
  sowjetisch sowjetische sowjetischen sowjetischer sowjetisches sowjetischem
  militärisch militärische militärischen militärischer militärisches militärischem
  politisch politische politischen politischer politisches politischem
  deutsch deutsche deutschen deutscher deutsches deutschem
  alt alte alten alter altes altem
  streng strenge strengen strenger strenges strengem
  deportieren deportiert deportierte deportierten deportierter deportiertes deportierend
  verhaften verhaftet verhaftete verhafteten verhafteter
  unterzeichnen unterzeichnet unterzeichnete unterzeichneten unterzeichneter
  schicken schickt schickte schickten geschickt
  wohnen wohnt wohnte wohnten gewohnt
  arbeiten arbeitet arbeitete arbeiteten gearbeitet
  suchen sucht suchte suchten gesucht
  Litauen Litauens
  Lettland Lettlands
  Estland Estlands
  Moskau Moskaus
`
