/** As `russian`. */
export const german = `
Der geheime [Befehl] wurde erst nach dem Krieg in einem Archiv gefunden.
Auf Grund dieses [Befehls] sollten alle Familien den Ort verlassen.
Die [Befehle] aus Moskau trafen immer mitten in der Nacht ein.
Nach den [Befehlen] durfte niemand mehr als hundert Kilo mitnehmen.

In den [Waggons] gab es weder einen Ofen noch Wasser für die Kleinen.
Der letzte [Waggon] wurde an einem kleinen Bahnhof abgehängt.

Aus den umliegenden [Dörfern] brachte man noch vierzig Menschen.
Die Bewohner des [Dorfes] wurden im Dezember auf Lastwagen verladen.
Ganze [Dörfer] standen leer, als wir aus der Verbannung zurückkamen.
In unserem [Dorf] blieben nach dieser Nacht nur die Alten.

In den leeren [Häusern] wohnten bald ganz fremde Leute.
Vor dem [Haus] stand ein Lastwagen, und die Soldaten warteten.
Die Tür des [Hauses] war von außen mit Brettern vernagelt.
Die [Häuser] am Ufer wurden in jenem Jahr abgerissen.

Die [Gefangenen] arbeiteten zwölf Stunden am Tag in den Gruben.
Ein [Gefangener] floh durch das Moor und kehrte im Frühling heim.
Jeder [Gefangene] bekam am Tag nur ein kleines Stück Brot.

Den ersten [Winter] haben nicht alle von uns überlebt.
Am Ende des [Winters] gab es kein Holz und kein Mehl mehr.
In den langen [Wintern] sank das Thermometer auf fünfzig Grad.

Auf dem [Fluß] brachte man sie mit Kähnen noch weiter nach Norden.
An den Ufern der großen [Flüsse] liegen Tausende von Gräbern.
Jenseits des [Flusses] begann der Wald, in dem es keine Wege gab.
Auf den zugefrorenen [Flüssen] fuhren wir mit Schlitten weiter.

In seinen [Briefen] hat der Vater nie über den Hunger geklagt.
Der letzte [Brief] kam im Herbst und war kaum noch zu lesen.
Hunderte [Briefe] blieben im Archiv liegen und wurden nie verschickt.
Die Abschrift des [Briefes] liegt heute in einem Museum.

Mit den [Kindern] hatte bei der Abfahrt niemand gerechnet.
Die [Kinder] schliefen auf dem Boden zwischen den Koffern.
Der Name des [Kindes] fehlt auf der Liste der Familie.
Sie war damals noch ein [Kind] und verstand die Sprache nicht.

Ein [Zeuge] behauptete, daß es niemals eine Liste gegeben habe.
Die Aussagen der [Zeugen] widersprechen dem, was im Protokoll steht.

Im [Lager] gab es ein Krankenhaus, aber keine Medikamente.
Der Leiter des [Lagers] ließ die Listen im Ofen verbrennen.
In diesen [Lagern] starben viele schon im ersten Jahr.

Nach zwei [Verhören] unterschrieb er alles, was man ihm vorlegte.
Das [Verhör] dauerte die ganze Nacht und begann am Morgen von neuem.
Über den Verlauf des [Verhörs] gibt es nur eine kurze Notiz.

Die Kindheit verbrachte er bei den Großeltern am Meer.
Auf dem Umschlag klebte noch eine ausländische Briefmarke.
Das flüssige Eisen wurde in Formen aus Sand gegossen.
Im Zeugnis stand, daß er fleißig und still gewesen sei.
Der Winzer verkaufte seinen Wein auf dem Markt der Stadt.
Die Gefahr war vorüber, als endlich der Morgen kam.
`
