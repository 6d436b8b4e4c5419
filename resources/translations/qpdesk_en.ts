<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="sv_SE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Om QPDesk</source>
        <translation>About QPDesk</translation>
    </message>
    <message>
        <source>Kvalitetsplaner med risker, egenkontroller, åtgärder och uppföljning. Allt ligger på den här datorn och i de filer du själv väljer; programmet använder inget nätverk.</source>
        <translation>Quality plans with risks, controls, measures and follow-up. Everything lies on this computer and in the files that you choose; the program uses no network.</translation>
    </message>
    <message>
        <source>QPDesk är fri programvara under EUPL-1.2. Byggt med Qt och PySide6 (LGPL), SQLAlchemy (MIT), ReportLab (BSD), teckensnittet Source Sans 3 (OFL) och ikoner ur Lucide (ISC).</source>
        <translation>QPDesk is free software under EUPL-1.2. Built with Qt and PySide6 (LGPL), SQLAlchemy (MIT), ReportLab (BSD), the typeface Source Sans 3 (OFL) and icons from Lucide (ISC).</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Markera en eller flera åtgärder först: bara de har status.</source>
        <translation>Select one or more measures first: only they have a status.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Säkerhetskopior</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Inga säkerhetskopior ännu: filen har aldrig ersatts.</source>
        <translation>No backups yet: the file has never been replaced.</translation>
    </message>
    <message>
        <source>Återställt. Ångra med Ctrl+Z; inget har tagits bort för gott.</source>
        <translation>Restored. Undo with Ctrl+Z; nothing has been removed for good.</translation>
    </message>
    <message>
        <source>Spara som egen fil</source>
        <translation>Save as a file of its own</translation>
    </message>
    <message>
        <source>Välj ett annat namn: den öppna filen skrivs inte över.</source>
        <translation>Choose another name: the open file is not overwritten.</translation>
    </message>
    <message>
        <source>{0} är skriven.</source>
        <translation>{0} is written.</translation>
    </message>
    <message>
        <source>Skadad</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Jämför …</source>
        <translation>Comparing …</translation>
    </message>
    <message>
        <source>De första {0} visas.</source>
        <translation>The first {0} are shown.</translation>
    </message>
    <message>
        <source>Varje gång filen ersätts sparas den förra här på datorn. Välj en version för att se vad som skulle ändras om du gick tillbaka till den.</source>
        <translation>Each time the file is replaced, the former one is kept here on the computer. Choose a version to see what would change if you went back to it.</translation>
    </message>
    <message>
        <source>Ersattes</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Innehåll</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Storlek</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Versioner, den senaste först</source>
        <translation>Versions, the latest first</translation>
    </message>
    <message>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Vad som skulle ändras</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>&amp;Återställ allt till denna</source>
        <translation>&amp;Restore all to this one</translation>
    </message>
    <message>
        <source>Spara som &amp;egen fil…</source>
        <translation>Save as a file of its o&amp;wn…</translation>
    </message>
    <message>
        <source>&amp;Stäng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>{0} är markerade</source>
        <translation>{0} are selected</translation>
    </message>
    <message>
        <source>Blandat</source>
        <translation>Mixed</translation>
    </message>
    <message>
        <source>Gäller alla {0}.</source>
        <translation>Holds for all {0}.</translation>
    </message>
    <message>
        <source>Gäller {0} av {1}; de andra har inte den uppgiften.</source>
        <translation>Holds for {0} of {1}; the others do not have this field.</translation>
    </message>
    <message>
        <source>Markera egenkontroller eller åtgärder för att ange ansvarig, datum eller status för dem alla på en gång.</source>
        <translation>Select controls or measures to set responsible, date or status for all of them at once.</translation>
    </message>
    <message>
        <source>{0} ändrat för {1}. Ångra med Ctrl+Z.</source>
        <translation>{0} changed for {1}. Undo with Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>CarryOver</name>
    <message>
        <source>Vad som följer med till nästa år</source>
        <translation>What goes along into next year</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Förslag</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>har ingen status</source>
        <translation>has no status</translation>
    </message>
    <message>
        <source>Följer med: {0}.</source>
        <translation>Goes along: {0}.</translation>
    </message>
    <message>
        <source>Uppföljningen börjar om; den gamla visas bredvid som förra årets.</source>
        <translation>The follow-up begins anew; the old one is shown beside it as last year&apos;s.</translation>
    </message>
    <message>
        <source>Årtal att se över i texterna: {0}. De ändras inte av sig själva.</source>
        <translation>Years to look over in the texts: {0}. They do not change by themselves.</translation>
    </message>
    <message>
        <source>Datum som hinner passera tas bort: {0}.</source>
        <translation>Dates that will have passed are taken out: {0}.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Diagram</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Antal svar</source>
        <translation>Number of answers</translation>
    </message>
    <message>
        <source>Anmärkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>målet nått</source>
        <translation>target reached</translation>
    </message>
    <message>
        <source>målet inte nått</source>
        <translation>target not reached</translation>
    </message>
    <message>
        <source>inget resultat</source>
        <translation>no result</translation>
    </message>
    <message>
        <source>för få svar för att redovisas</source>
        <translation>too few answers to be reported</translation>
    </message>
    <message>
        <source>redovisas inte, för att skydda en enhet med få svar</source>
        <translation>not reported, to protect a unit with few answers</translation>
    </message>
    <message>
        <source>fler anmärkningar: se tabellen</source>
        <translation>more remarks: see the table</translation>
    </message>
    <message>
        <source>Inga utfall är angivna.</source>
        <translation>No outcomes are given.</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Diagram: {0}</source>
        <translation>Chart: {0}</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Ingen indikator är vald.</source>
        <translation>No indicator is chosen.</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Område, risk, egenkontroll och åtgärd</source>
        <translation>Area, risk, control and measure</translation>
    </message>
    <message>
        <source>Kapitel</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Fotnot</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>Indikator och utfall</source>
        <translation>Indicator and outcomes</translation>
    </message>
    <message>
        <source>Risknivå</source>
        <translation>Risk level</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Klar senast</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Uppföljning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Skrivs ut i</source>
        <translation>Printed in</translation>
    </message>
    <message>
        <source>Märke i texten</source>
        <translation>Mark in the text</translation>
    </message>
    <message>
        <source>Står under</source>
        <translation>Stands under</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Att ta ställning till</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>Bestämt. Den andra uppgiften finns kvar i historiken.</source>
        <translation>Decided. The other one remains in the history.</translation>
    </message>
    <message>
        <source>Här har två personer skrivit olika om samma sak utan att ha sett varandras ändring. Båda uppgifterna finns kvar tills någon väljer.</source>
        <translation>Here two people have written differently about the same thing without having seen each other&apos;s change. Both remain until somebody chooses.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Uppgift</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Vad som har skrivits</source>
        <translation>What has been written</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Gäller nu</source>
        <translation>Holds now</translation>
    </message>
    <message>
        <source>&amp;Låt den valda gälla</source>
        <translation>&amp;Let the chosen one hold</translation>
    </message>
    <message>
        <source>&amp;Visa posten</source>
        <translation>&amp;Show the item</translation>
    </message>
    <message>
        <source>&amp;Stäng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>åtgärd</source>
        <translation>measure</translation>
    </message>
    <message>
        <source>åtgärder</source>
        <translation>measures</translation>
    </message>
    <message>
        <source>{0} av {1} uppföljda</source>
        <translation>{0} of {1} followed up</translation>
    </message>
    <message>
        <source>post</source>
        <translation>item</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>items</translation>
    </message>
    <message>
        <source>träff</source>
        <translation>hit</translation>
    </message>
    <message>
        <source>träffar</source>
        <translation>hits</translation>
    </message>
    <message>
        <source>Träff {0} av {1}</source>
        <translation>Hit {0} of {1}</translation>
    </message>
    <message>
        <source>ändring</source>
        <translation>change</translation>
    </message>
    <message>
        <source>ändringar</source>
        <translation>changes</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Något gick fel. Ditt arbete är sparat.</source>
        <translation>Something went wrong. Your work is saved.</translation>
    </message>
    <message>
        <source>Du kan fortsätta. Om det händer igen: starta om programmet, och skicka gärna rapporten till den som sköter det hos er. Den innehåller inga texter ur planen.</source>
        <translation>You can go on. If it happens again, restart the program and please send the report to whoever looks after it where you work. It holds no texts from the plan.</translation>
    </message>
    <message>
        <source>&amp;Kopiera rapporten</source>
        <translation>&amp;Copy the report</translation>
    </message>
    <message>
        <source>&amp;Fortsätt</source>
        <translation>&amp;Go on</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Välj i kalender</source>
        <translation>Choose in a calendar</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>lägg till</source>
        <translation>add</translation>
    </message>
    <message>
        <source>ta bort</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>byt namn</source>
        <translation>rename</translation>
    </message>
    <message>
        <source>ändra</source>
        <translation>change</translation>
    </message>
    <message>
        <source>sätt status</source>
        <translation>set status</translation>
    </message>
    <message>
        <source>flytta</source>
        <translation>move</translation>
    </message>
    <message>
        <source>importera</source>
        <translation>import</translation>
    </message>
    <message>
        <source>klistra in</source>
        <translation>paste</translation>
    </message>
    <message>
        <source>återställ</source>
        <translation>restore</translation>
    </message>
    <message>
        <source>ta in andras ändringar</source>
        <translation>take in others&apos; changes</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Ser efter om något saknas …</source>
        <translation>Looking for what is missing …</translation>
    </message>
    <message>
        <source>{0} kopia</source>
        <translation>{0} copy</translation>
    </message>
    <message>
        <source>Skriver {0} …</source>
        <translation>Writing {0} …</translation>
    </message>
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
    <message>
        <source> Typsnittet saknar tecken: {0}</source>
        <translation> The typeface lacks characters: {0}</translation>
    </message>
    <message>
        <source>{0} är skriven i {1}.</source>
        <translation>{0} is written in {1}.</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Uppgifter</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Olika uppgifter – ta ställning …</source>
        <translation>Different details – decide …</translation>
    </message>
    <message>
        <source>Ingen post är vald</source>
        <translation>No item is chosen</translation>
    </message>
    <message>
        <source>Välj en rad till vänster för att se och ändra den.</source>
        <translation>Choose a row on the left to see and change it.</translation>
    </message>
    <message>
        <source>Ligger under {0}: {1}</source>
        <translation>Stands under {0}: {1}</translation>
    </message>
    <message>
        <source>Det här är inte sparat än. Försök igen.</source>
        <translation>This is not saved yet. Try again.</translation>
    </message>
    <message>
        <source>Det här är inte sparat än.</source>
        <translation>This is not saved yet.</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message>
        <source>Före och efter</source>
        <translation>Before and after</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>Ingen önskad riktning</source>
        <translation>No wished direction</translation>
    </message>
    <message>
        <source>Högre är bättre</source>
        <translation>Higher is better</translation>
    </message>
    <message>
        <source>Lägre är bättre</source>
        <translation>Lower is better</translation>
    </message>
</context>
<context>
    <name>Dispute</name>
    <message>
        <source>{0}: olika uppgifter</source>
        <translation>{0}: different details</translation>
    </message>
    <message>
        <source>olika uppgifter att ta ställning till</source>
        <translation>different details to decide between</translation>
    </message>
    <message>
        <source>Platsen i planen</source>
        <translation>The place in the plan</translation>
    </message>
    <message>
        <source>Om posten ska finnas kvar</source>
        <translation>Whether the item is to remain</translation>
    </message>
    <message>
        <source>(tomt)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>En plats som inte finns längre</source>
        <translation>A place that is no longer there</translation>
    </message>
    <message>
        <source>Under {0}</source>
        <translation>Under {0}</translation>
    </message>
    <message>
        <source>Inget att ta ställning till: alla har skrivit lika.</source>
        <translation>Nothing to decide: everybody has written the same.</translation>
    </message>
    <message>
        <source>sak att ta ställning till</source>
        <translation>thing to decide</translation>
    </message>
    <message>
        <source>saker att ta ställning till</source>
        <translation>things to decide</translation>
    </message>
    <message>
        <source>Behåll posten</source>
        <translation>Keep the item</translation>
    </message>
    <message>
        <source>Ta bort posten, som {0} gjorde</source>
        <translation>Delete the item, as {0} did</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Planen</source>
        <translation>The plan</translation>
    </message>
    <message>
        <source>Uppföljningen</source>
        <translation>The follow-up</translation>
    </message>
    <message>
        <source>Båda</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Kvalitetsberättelsen</source>
        <translation>The quality report</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Planen</source>
        <translation>The plan</translation>
    </message>
    <message>
        <source>Uppföljningen</source>
        <translation>The follow-up</translation>
    </message>
    <message>
        <source>Indikatorerna</source>
        <translation>The indicators</translation>
    </message>
    <message>
        <source>Det som inte är redovisat</source>
        <translation>What is not reported</translation>
    </message>
    <message>
        <source>Kvalitetsberättelse{0}</source>
        <translation>Quality report{0}</translation>
    </message>
    <message>
        <source>Område: {0}</source>
        <translation>Area: {0}</translation>
    </message>
    <message>
        <source>Enhet: {0}</source>
        <translation>Unit: {0}</translation>
    </message>
    <message>
        <source>Hela planen</source>
        <translation>The whole plan</translation>
    </message>
    <message>
        <source>Sida {0} av {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>Inga träffar</source>
        <translation>No hits</translation>
    </message>
    <message>
        <source>{0} av {1} träffar</source>
        <translation>{0} of {1} hits</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Borttaget: {0}. Ångra med Ctrl+Z.</source>
        <translation>Deleted: {0}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>{0} satt på {1}.</source>
        <translation>{0} set on {1}.</translation>
    </message>
    <message>
        <source>Flyttat: {0}.</source>
        <translation>Moved: {0}.</translation>
    </message>
    <message>
        <source>Ångrat: {0}.</source>
        <translation>Undone: {0}.</translation>
    </message>
    <message>
        <source>Gjort om: {0}.</source>
        <translation>Redone: {0}.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Planens namn</source>
        <translation>The plan&apos;s name</translation>
    </message>
    <message>
        <source>Rubrik</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Rubriknivå</source>
        <translation>Heading level</translation>
    </message>
    <message>
        <source>Processområde</source>
        <translation>Process area</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>Egenkontroll</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Åtgärd</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Indikator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Rubrik som indikatorn står under</source>
        <translation>Heading that the indicator stands under</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Uppföljning av egenkontrollen</source>
        <translation>Follow-up of the control</translation>
    </message>
    <message>
        <source>Uppföljning av åtgärden</source>
        <translation>Follow-up of the measure</translation>
    </message>
    <message>
        <source>Hur risken upptäcktes</source>
        <translation>How the risk was found</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Nämnd</source>
        <translation>Committee</translation>
    </message>
    <message>
        <source>Förvaltning</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Målgrupp</source>
        <translation>Target group</translation>
    </message>
    <message>
        <source>Diarienummer</source>
        <translation>Registry number</translation>
    </message>
    <message>
        <source>Beslutsdatum</source>
        <translation>Decision date</translation>
    </message>
    <message>
        <source>Paragraf</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <source>Bilaga</source>
        <translation>Appendix</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Uppföljningens namn</source>
        <translation>The follow-up&apos;s name</translation>
    </message>
    <message>
        <source>Skala för risker</source>
        <translation>Scale of risks</translation>
    </message>
    <message>
        <source>Minsta antal svar som redovisas</source>
        <translation>Least number of answers reported</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Skrivs ut i</source>
        <translation>Printed in</translation>
    </message>
    <message>
        <source>Efter texten skrivs</source>
        <translation>Printed after the text</translation>
    </message>
    <message>
        <source>Märke i texten</source>
        <translation>Mark in the text</translation>
    </message>
    <message>
        <source>Processägare</source>
        <translation>Process owner</translation>
    </message>
    <message>
        <source>Rutin</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Risknivå</source>
        <translation>Risk level</translation>
    </message>
    <message>
        <source>Sannolikhet</source>
        <translation>Likelihood</translation>
    </message>
    <message>
        <source>Konsekvens</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>Motivering av bedömningen</source>
        <translation>Reasons for the assessment</translation>
    </message>
    <message>
        <source>Medverkande</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Syfte med egenkontrollen</source>
        <translation>Purpose of the control</translation>
    </message>
    <message>
        <source>Metod</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Hur ofta</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>Omfattning</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Varför åtgärd saknas</source>
        <translation>Why there is no measure</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Enhet i organisationen</source>
        <translation>Unit of the organisation</translation>
    </message>
    <message>
        <source>Bedömning</source>
        <translation>Judgement</translation>
    </message>
    <message>
        <source>Varför resultat saknas</source>
        <translation>Why there is no result</translation>
    </message>
    <message>
        <source>Vad ska göras?</source>
        <translation>What is to be done?</translation>
    </message>
    <message>
        <source>Klar senast</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Motivering av status</source>
        <translation>Reason for the status</translation>
    </message>
    <message>
        <source>Se kommentaren till</source>
        <translation>See the comment on</translation>
    </message>
    <message>
        <source>Underlag</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Önskad riktning</source>
        <translation>Wished direction</translation>
    </message>
    <message>
        <source>Kommentar</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Antal svar</source>
        <translation>Number of answers</translation>
    </message>
    <message>
        <source>Utfall i ord</source>
        <translation>Outcome in words</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>Visa i planen</source>
        <translation>Show in the plan</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>inga risker</source>
        <translation>no risks</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <source>risker</source>
        <translation>risks</translation>
    </message>
    <message>
        <source>Sannolikhet {0} {1}, konsekvens {2} {3}: risknivå {4}, {5}</source>
        <translation>Likelihood {0} {1}, consequence {2} {3}: risk level {4}, {5}</translation>
    </message>
    <message>
        <source>från sannolikhet {0}, konsekvens {1} till sannolikhet {2}, konsekvens {3}</source>
        <translation>from likelihood {0}, consequence {1} to likelihood {2}, consequence {3}</translation>
    </message>
    <message>
        <source>Risker på nivå {0} eller mer</source>
        <translation>Risks at level {0} or more</translation>
    </message>
    <message>
        <source>Risker på nivå {0} eller mer utan öppen åtgärd</source>
        <translation>Risks at level {0} or more without an open measure</translation>
    </message>
    <message>
        <source>Egenkontroller utan uppföljning</source>
        <translation>Controls without follow-up</translation>
    </message>
    <message>
        <source>Egenkontroller med brist men utan åtgärd</source>
        <translation>Controls with a deficiency but no measure</translation>
    </message>
    <message>
        <source>Försenade åtgärder</source>
        <translation>Late measures</translation>
    </message>
    <message>
        <source>Indikatorer som inte nått målet</source>
        <translation>Indicators that missed their target</translation>
    </message>
    <message>
        <source>Indikatorer utan mål</source>
        <translation>Indicators without a target</translation>
    </message>
    <message>
        <source>Risker</source>
        <translation>Risks</translation>
    </message>
    <message>
        <source>Olika risker (samma namn räknas en gång)</source>
        <translation>Different risks (the same name counts once)</translation>
    </message>
    <message>
        <source>Åtgärder</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Uppföljda poster</source>
        <translation>Items followed up</translation>
    </message>
    <message>
        <source>Poster som saknar uppföljning</source>
        <translation>Items without follow-up</translation>
    </message>
    <message>
        <source>Utan ansvarig</source>
        <translation>Nobody responsible</translation>
    </message>
    <message>
        <source>Utan enhet</source>
        <translation>Without a unit</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Kvalitetsplaner (*.qpd)</source>
        <translation>Quality plans (*.qpd)</translation>
    </message>
    <message>
        <source>Word, Excel och JSON (*.docx *.xlsx *.json)</source>
        <translation>Word, Excel and JSON (*.docx *.xlsx *.json)</translation>
    </message>
    <message>
        <source>Excel och CSV (*.xlsx *.csv *.txt)</source>
        <translation>Excel and CSV (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>uppföljning</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <source>indikatorer</source>
        <translation>indicators</translation>
    </message>
    <message>
        <source>ej redovisat</source>
        <translation>not reported</translation>
    </message>
    <message>
        <source>kvalitetsberättelse</source>
        <translation>quality report</translation>
    </message>
    <message>
        <source>Kvalitetsplan</source>
        <translation>Quality plan</translation>
    </message>
    <message>
        <source>Öppnar {0} …</source>
        <translation>Opening {0} …</translation>
    </message>
    <message>
        <source>{0} %: {1} av {2} rader är lästa och prövade.</source>
        <translation>{0}%: {1} of {2} rows read and checked.</translation>
    </message>
    <message>
        <source>{0} hittas inte i {1}. Den kan ha flyttats eller bytt namn, eller så är mappen inte ansluten just nu. Inget har ändrats.</source>
        <translation>{0} is not found in {1}. It may have been moved or renamed, or the folder is not connected just now. Nothing has been changed.</translation>
    </message>
    <message>
        <source>{0} finns redan. Den har inte rörts. Öppna den, eller välj ett annat namn.</source>
        <translation>{0} is there already. It has not been touched. Open it, or choose another name.</translation>
    </message>
    <message>
        <source>Organisationen har stängt av export. Inget har skrivits.</source>
        <translation>The organisation has turned off export. Nothing has been written.</translation>
    </message>
    <message>
        <source>Organisationen tillåter inte export till {0}. Inget har skrivits. Välj en mapp under:</source>
        <translation>The organisation does not allow export to {0}. Nothing has been written. Choose a folder below:</translation>
    </message>
    <message>
        <source>Dokumentet kunde inte skrivas. Planen är orörd, och en äldre fil ligger kvar. Stäng dokumentet om det är öppet i ett annat program, eller välj en annan plats.</source>
        <translation>The document could not be written. The plan is untouched, and an older file is still there. Close the document if it is open in another program, or choose another place.</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Importera</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Läser {0} …</source>
        <translation>Reading {0} …</translation>
    </message>
    <message>
        <source>Infört ur {0}: {1}. Ångra med Ctrl+Z.</source>
        <translation>Taken in from {0}: {1}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Vänta tills det som pågår är klart, eller avbryt det.</source>
        <translation>Wait until what is going on has ended, or cancel it.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Sök i planen (Ctrl+F)</source>
        <translation>Search the plan (Ctrl+F)</translation>
    </message>
    <message>
        <source>Sök i planen</source>
        <translation>Search the plan</translation>
    </message>
    <message>
        <source>Inte klara</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Saknar uppföljning</source>
        <translation>Without follow-up</translation>
    </message>
    <message>
        <source>Försenade</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Risknivå</source>
        <translation>Risk level</translation>
    </message>
    <message>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Rensa</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Tryck för att visa allt igen</source>
        <translation>Press to show everything again</translation>
    </message>
    <message>
        <source>Alla nivåer</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>Risknivå {0} eller mer</source>
        <translation>Risk level {0} or more</translation>
    </message>
    <message>
        <source>Alla ansvariga</source>
        <translation>All responsible</translation>
    </message>
    <message>
        <source>Utan ansvarig</source>
        <translation>Nobody responsible</translation>
    </message>
    <message>
        <source>Sökningen är högst {0} tecken. Resten togs inte med.</source>
        <translation>A search is at most {0} characters. The rest was left out.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Kunde inte placeras – texten finns bara här</source>
        <translation>Could not be placed – the text stands only here</translation>
    </message>
    <message>
        <source>Osäkert – kontrollera</source>
        <translation>Uncertain – check it</translation>
    </message>
    <message>
        <source>Bra att veta</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>risknivå {0}</source>
        <translation>risk level {0}</translation>
    </message>
    <message>
        <source>ingenting</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>blad {0}</source>
        <translation>sheet {0}</translation>
    </message>
    <message>
        <source>sida {0}</source>
        <translation>page {0}</translation>
    </message>
    <message>
        <source>tabell {0}</source>
        <translation>table {0}</translation>
    </message>
    <message>
        <source>rad {0}</source>
        <translation>row {0}</translation>
    </message>
    <message>
        <source>kolumn {0}</source>
        <translation>column {0}</translation>
    </message>
    <message>
        <source>stycke {0}</source>
        <translation>paragraph {0}</translation>
    </message>
    <message>
        <source>processområden</source>
        <translation>process areas</translation>
    </message>
    <message>
        <source>risker</source>
        <translation>risks</translation>
    </message>
    <message>
        <source>egenkontroller</source>
        <translation>controls</translation>
    </message>
    <message>
        <source>åtgärder</source>
        <translation>measures</translation>
    </message>
    <message>
        <source>kapitel</source>
        <translation>chapters</translation>
    </message>
    <message>
        <source>fotnoter</source>
        <translation>footnotes</translation>
    </message>
    <message>
        <source>indikatorer</source>
        <translation>indicators</translation>
    </message>
    <message>
        <source>utfall</source>
        <translation>outcomes</translation>
    </message>
    <message>
        <source>resultat</source>
        <translation>results</translation>
    </message>
    <message>
        <source>Text utan plats i planen</source>
        <translation>Text without a place in the plan</translation>
    </message>
    <message>
        <source>Kolumn med okänd rubrik</source>
        <translation>Column with an unknown heading</translation>
    </message>
    <message>
        <source>Tabell av annat slag</source>
        <translation>Table of another kind</translation>
    </message>
    <message>
        <source>Okänd status</source>
        <translation>Unknown status</translation>
    </message>
    <message>
        <source>Text i en rad utan risk, kontroll eller åtgärd</source>
        <translation>Text in a row without a risk, control or measure</translation>
    </message>
    <message>
        <source>Textruta</source>
        <translation>Text box</translation>
    </message>
    <message>
        <source>Fotnot som ingen text hänvisar till</source>
        <translation>Footnote that no text refers to</translation>
    </message>
    <message>
        <source>Formel utan uträknat värde</source>
        <translation>Formula without a computed value</translation>
    </message>
    <message>
        <source>Kommentar i marginalen</source>
        <translation>Comment in the margin</translation>
    </message>
    <message>
        <source>Risknivån går inte att få av två tal 1–4</source>
        <translation>The risk level is no product of two numbers 1–4</translation>
    </message>
    <message>
        <source>Värdet gick inte att läsa</source>
        <translation>The value could not be read</translation>
    </message>
    <message>
        <source>Flera risknivåer i samma ruta</source>
        <translation>Several risk levels in one cell</translation>
    </message>
    <message>
        <source>Två rubriker före tabellen</source>
        <translation>Two headings before the table</translation>
    </message>
    <message>
        <source>Tabell utan rubrik före</source>
        <translation>Table without a heading before it</translation>
    </message>
    <message>
        <source>Rubriken är gissad</source>
        <translation>The heading is a guess</translation>
    </message>
    <message>
        <source>Rubrik och text i samma stycke</source>
        <translation>Heading and text in one paragraph</translation>
    </message>
    <message>
        <source>Flera stycken blev en rubrik</source>
        <translation>Several paragraphs became one heading</translation>
    </message>
    <message>
        <source>Rad som delats av ett sidbyte sattes ihop</source>
        <translation>Row split by a page break was put together</translation>
    </message>
    <message>
        <source>Statusen är gissad av texten</source>
        <translation>The status is guessed from the text</translation>
    </message>
    <message>
        <source>Statusen framgår inte</source>
        <translation>The status does not appear</translation>
    </message>
    <message>
        <source>Text utan rubrik</source>
        <translation>Text without a heading</translation>
    </message>
    <message>
        <source>Fotnotsmärket är gissat</source>
        <translation>The footnote&apos;s mark is a guess</translation>
    </message>
    <message>
        <source>Tabell inne i en tabell</source>
        <translation>Table inside a table</translation>
    </message>
    <message>
        <source>Tabell utan kolumnrubriker</source>
        <translation>Table without column headings</translation>
    </message>
    <message>
        <source>Avstavat ord sattes ihop</source>
        <translation>Hyphenated word was put together</translation>
    </message>
    <message>
        <source>Planens namn är gissat</source>
        <translation>The plan&apos;s name is a guess</translation>
    </message>
    <message>
        <source>Tecken som inte kan skrivas ut byttes</source>
        <translation>Characters that cannot be printed were replaced</translation>
    </message>
    <message>
        <source>Posten fick ett nytt märke</source>
        <translation>The item got a new mark</translation>
    </message>
    <message>
        <source>Kolumnrubriker</source>
        <translation>Column headings</translation>
    </message>
    <message>
        <source>Upprepade kolumnrubriker</source>
        <translation>Repeated column headings</translation>
    </message>
    <message>
        <source>Upprepad post</source>
        <translation>Repeated item</translation>
    </message>
    <message>
        <source>Teckenförklaring</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Innehållsförteckning</source>
        <translation>Table of contents</translation>
    </message>
    <message>
        <source>Sidhuvud eller sidfot</source>
        <translation>Page header or footer</translation>
    </message>
    <message>
        <source>Spårade ändringar</source>
        <translation>Tracked changes</translation>
    </message>
    <message>
        <source>Färgmärke för risknivå</source>
        <translation>Coloured mark for the risk level</translation>
    </message>
    <message>
        <source>Numrerad lista blev punktlista</source>
        <translation>Numbered list became bullets</translation>
    </message>
    <message>
        <source>Formel: det uträknade värdet togs med</source>
        <translation>Formula: the computed value was taken</translation>
    </message>
    <message>
        <source>Dolt innehåll togs med</source>
        <translation>Hidden content was taken along</translation>
    </message>
    <message>
        <source>Länk: texten togs med</source>
        <translation>Link: the text was taken along</translation>
    </message>
    <message>
        <source>Bild togs inte med</source>
        <translation>Picture was left out</translation>
    </message>
    <message>
        <source>Makro togs inte med</source>
        <translation>Macro was left out</translation>
    </message>
    <message>
        <source>Inbäddat objekt togs inte med</source>
        <translation>Embedded object was left out</translation>
    </message>
    <message>
        <source>Hänvisning till en annan fil togs inte med</source>
        <translation>Reference to another file was left out</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>{0} av {1} klara</source>
        <translation>{0} of {1} done</translation>
    </message>
    <message>
        <source>Inget saknas</source>
        <translation>Nothing is missing</translation>
    </message>
    <message>
        <source>uppföljning</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <source>motivering</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>resultat</source>
        <translation>result</translation>
    </message>
    <message>
        <source>bedömning</source>
        <translation>judgement</translation>
    </message>
    <message>
        <source>utfall</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>Saknas: {0}</source>
        <translation>Missing: {0}</translation>
    </message>
    <message>
        <source>{0} måste motiveras. Skriv varför; statusen är inte ändrad än.</source>
        <translation>{0} needs a reason. Write why; the status is not changed yet.</translation>
    </message>
    <message>
        <source>samma rubrik</source>
        <translation>same heading</translation>
    </message>
    <message>
        <source>troligen samma</source>
        <translation>probably the same</translation>
    </message>
    <message>
        <source>kanske samma, kontrollera</source>
        <translation>maybe the same, check it</translation>
    </message>
    <message>
        <source>Förra årets uppföljning{0} – {1}</source>
        <translation>Last year&apos;s follow-up{0} – {1}</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Resultat per period och enhet</source>
        <translation>Results by period and unit</translation>
    </message>
    <message>
        <source>Utfall per period</source>
        <translation>Outcomes by period</translation>
    </message>
</context>
<context>
    <name>FollowUpView</name>
    <message>
        <source>Allt här är uppföljt. {0}.</source>
        <translation>All here is followed up. {0}.</translation>
    </message>
    <message>
        <source>Inget saknar uppföljning här.</source>
        <translation>Nothing lacks follow-up here.</translation>
    </message>
    <message>
        <source>Hur långt uppföljningen har kommit</source>
        <translation>How far the follow-up has come</translation>
    </message>
    <message>
        <source>Visa:</source>
        <translation>Show:</translation>
    </message>
    <message>
        <source>Saknar &amp;uppföljning</source>
        <translation>Witho&amp;ut follow-up</translation>
    </message>
    <message>
        <source>&amp;Mina</source>
        <translation>&amp;Mine</translation>
    </message>
    <message>
        <source>A&amp;lla</source>
        <translation>A&amp;ll</translation>
    </message>
    <message>
        <source>Vem som är jag</source>
        <translation>Who I am</translation>
    </message>
    <message>
        <source>&amp;Föregående</source>
        <translation>P&amp;revious</translation>
    </message>
    <message>
        <source>&amp;Nästa</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>H&amp;oppa över</source>
        <translation>S&amp;kip</translation>
    </message>
    <message>
        <source>Spara o&amp;ch nästa</source>
        <translation>Save &amp;and next</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>help.sv.md</source>
        <translation>help.en.md</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Handledning</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Sök i handledningen (Ctrl+F)</source>
        <translation>Search the guide (Ctrl+F)</translation>
    </message>
    <message>
        <source>Sök i handledningen</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>Kapitel i handledningen</source>
        <translation>Chapters of the guide</translation>
    </message>
    <message>
        <source>&amp;Stäng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Vad har gjorts? Vad blev resultatet?</source>
        <translation>What has been done? What was the result?</translation>
    </message>
    <message>
        <source>till exempel D2 2025</source>
        <translation>for example D2 2025</translation>
    </message>
    <message>
        <source>Behövs för Utgått och Fortsätter nästa år</source>
        <translation>Needed for Discontinued and Goes on next year</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Planens historik</source>
        <translation>History of the plan</translation>
    </message>
    <message>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Återställt. Ångra med Ctrl+Z.</source>
        <translation>Restored. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>händelse</source>
        <translation>event</translation>
    </message>
    <message>
        <source>händelser</source>
        <translation>events</translation>
    </message>
    <message>
        <source>Inget har hänt här.</source>
        <translation>Nothing has happened here.</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>&amp;Vem</source>
        <translation>&amp;Who</translation>
    </message>
    <message>
        <source>&amp;Från och med</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Till och med</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Händelser, den senaste först</source>
        <translation>Events, the latest first</translation>
    </message>
    <message>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Visa &amp;äldre</source>
        <translation>Show &amp;older</translation>
    </message>
    <message>
        <source>&amp;Återställ detta</source>
        <translation>&amp;Restore this</translation>
    </message>
    <message>
        <source>&amp;Stäng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>Ingenting</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Tabellerna med risker och åtgärder</source>
        <translation>The tables of risks and measures</translation>
    </message>
    <message>
        <source>Indikatorerna</source>
        <translation>The indicators</translation>
    </message>
</context>
<context>
    <name>ImportGuide</name>
    <message>
        <source>Importera</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Hittat: {0}.</source>
        <translation>Found: {0}.</translation>
    </message>
    <message>
        <source>&amp;Lägg texter som inte kunde placeras i ett eget kapitel</source>
        <translation>&amp;Put texts that could not be placed into a chapter of their own</translation>
    </message>
    <message>
        <source>Att placera</source>
        <translation>To be placed</translation>
    </message>
    <message>
        <source>All text i filen har fått en plats. Inget är infört än.</source>
        <translation>All text in the file has found a place. Nothing has been taken in yet.</translation>
    </message>
    <message>
        <source>{0} att titta på, först i listan. Välj en för att se posten den gäller, och rätta den här. Inget är infört än.</source>
        <translation>{0} to look at, first in the list. Choose one to see its item, and correct it here. Nothing has been taken in yet.</translation>
    </message>
    <message>
        <source>sak</source>
        <translation>thing</translation>
    </message>
    <message>
        <source>saker</source>
        <translation>things</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Var i filen</source>
        <translation>Where in the file</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Att titta på</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>inte angivet</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>Det som kommer in</source>
        <translation>What comes in</translation>
    </message>
    <message>
        <source>Risknivå eller status</source>
        <translation>Risk level or status</translation>
    </message>
    <message>
        <source>&amp;Ta in i filen</source>
        <translation>&amp;Take in</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Kopiera listan</source>
        <translation>&amp;Copy the list</translation>
    </message>
</context>
<context>
    <name>IndicatorChart</name>
    <message>
        <source>Diagrammets värden</source>
        <translation>The chart&apos;s values</translation>
    </message>
    <message>
        <source>Stapel</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Linje</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Visa som tabell</source>
        <translation>Show as a table</translation>
    </message>
    <message>
        <source>Kopiera bild</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Spara bild…</source>
        <translation>Save picture…</translation>
    </message>
    <message>
        <source>Diagrammet är kopierat som bild.</source>
        <translation>The chart is copied as a picture.</translation>
    </message>
    <message>
        <source>Bild för webb och tryck</source>
        <translation>Picture for web and print</translation>
    </message>
    <message>
        <source>Bild</source>
        <translation>Picture</translation>
    </message>
</context>
<context>
    <name>IndicatorView</name>
    <message>
        <source>Utan område</source>
        <translation>Without an area</translation>
    </message>
    <message>
        <source>Indikatorer</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Ny indikator</source>
        <translation>New indicator</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Ut&amp;fall</source>
        <translation>Outco&amp;mes</translation>
    </message>
    <message>
        <source>Klistra in från Excel</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>Hämta från fil…</source>
        <translation>Fetch from a file…</translation>
    </message>
    <message>
        <source>Ta bort utfall</source>
        <translation>Delete outcome</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Inte angivet</source>
        <translation>Not given</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Inte bedömt</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <source>Godkänt</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Brist</source>
        <translation>Deficient</translation>
    </message>
    <message>
        <source>Kan inte redovisas</source>
        <translation>Cannot be reported</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Tangenter</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kapitel</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>Fotnot</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>Processområde</source>
        <translation>Process area</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>Egenkontroll</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Åtgärd</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Indikator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Ny plan</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>Nytt kapitel</source>
        <translation>New chapter</translation>
    </message>
    <message>
        <source>Ny fotnot</source>
        <translation>New footnote</translation>
    </message>
    <message>
        <source>Nytt processområde</source>
        <translation>New process area</translation>
    </message>
    <message>
        <source>Ny risk</source>
        <translation>New risk</translation>
    </message>
    <message>
        <source>Ny egenkontroll</source>
        <translation>New control</translation>
    </message>
    <message>
        <source>Nytt resultat</source>
        <translation>New result</translation>
    </message>
    <message>
        <source>Ny åtgärd</source>
        <translation>New measure</translation>
    </message>
    <message>
        <source>Ny indikator</source>
        <translation>New indicator</translation>
    </message>
    <message>
        <source>Nytt utfall</source>
        <translation>New outcome</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>Förra årets uppföljning</source>
        <translation>Last year&apos;s follow-up</translation>
    </message>
    <message>
        <source>&amp;Infoga i årets</source>
        <translation>&amp;Insert into this year&apos;s</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Länk</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>&amp;Adress (https://… eller e-post):</source>
        <translation>&amp;Address (https://… or e-mail):</translation>
    </message>
    <message>
        <source>Adressen syns i texten och går att följa i PDF och Word.</source>
        <translation>The address is seen in the text and can be followed in PDF and Word.</translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message>
        <source>Riskmatris</source>
        <translation>Risk matrix</translation>
    </message>
    <message>
        <source>Sannolikhet ↑</source>
        <translation>Likelihood ↑</translation>
    </message>
    <message>
        <source>Konsekvens →</source>
        <translation>Consequence →</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Välj en ruta för att se dess risker.</source>
        <translation>Choose a square to see its risks.</translation>
    </message>
    <message>
        <source>Sannolikhet {0}, konsekvens {1}</source>
        <translation>Likelihood {0}, consequence {1}</translation>
    </message>
    <message>
        <source>Skala och gränser…</source>
        <translation>Scale and limits…</translation>
    </message>
    <message>
        <source>Visa rutans risker i planen</source>
        <translation>Show the square&apos;s risks in the plan</translation>
    </message>
    <message>
        <source>Bara risknivå: ange sannolikhet och konsekvens</source>
        <translation>Only a risk level: give likelihood and consequence</translation>
    </message>
    <message>
        <source>Utan sannolikhet och konsekvens</source>
        <translation>Without likelihood and consequence</translation>
    </message>
    <message>
        <source>Utan bedömning</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>Passar inte skalan; bedömningen är kvar som den var</source>
        <translation>Does not fit the scale; the assessment stays as it was</translation>
    </message>
    <message>
        <source>Passar inte skalan</source>
        <translation>Does not fit the scale</translation>
    </message>
    <message>
        <source>Har flyttat sedan förra årets plan (pilar)</source>
        <translation>Has moved since last year&apos;s plan (arrows)</translation>
    </message>
    <message>
        <source>Flyttade sedan förra året</source>
        <translation>Moved since last year</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Sorter&amp;a</source>
        <translation>Sor&amp;t</translation>
    </message>
    <message>
        <source>Senas&amp;te</source>
        <translation>Recen&amp;t</translation>
    </message>
    <message>
        <source>&amp;Ny</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>&amp;Arkiv</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Redigera</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Visa</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Färger</source>
        <translation>Colo&amp;urs</translation>
    </message>
    <message>
        <source>Verk&amp;tyg</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>&amp;Hjälp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Ny fil…</source>
        <translation>&amp;New file…</translation>
    </message>
    <message>
        <source>&amp;Öppna…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>&amp;Importera…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>&amp;Planen som PDF…</source>
        <translation>&amp;Plan as PDF…</translation>
    </message>
    <message>
        <source>&amp;Uppföljningen som PDF…</source>
        <translation>&amp;Follow-up as PDF…</translation>
    </message>
    <message>
        <source>Planen som &amp;Word…</source>
        <translation>Plan as &amp;Word…</translation>
    </message>
    <message>
        <source>Uppföljningen som Wo&amp;rd…</source>
        <translation>Follow-up as Wo&amp;rd…</translation>
    </message>
    <message>
        <source>Planen som E&amp;xcel…</source>
        <translation>Plan as E&amp;xcel…</translation>
    </message>
    <message>
        <source>Planen som &amp;data (JSON)…</source>
        <translation>Plan as &amp;data (JSON)…</translation>
    </message>
    <message>
        <source>&amp;Skriv till filen nu</source>
        <translation>&amp;Save to the file now</translation>
    </message>
    <message>
        <source>Spara en &amp;kopia…</source>
        <translation>Save a cop&amp;y…</translation>
    </message>
    <message>
        <source>Säker&amp;hetskopior…</source>
        <translation>Bac&amp;kups…</translation>
    </message>
    <message>
        <source>&amp;Avsluta</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Ångra</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Gör om</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>B&amp;yt namn</source>
        <translation>Rena&amp;me</translation>
    </message>
    <message>
        <source>Ta &amp;bort</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Klipp ut</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>K&amp;opiera</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Klist&amp;ra in</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>&amp;Markera allt</source>
        <translation>Select &amp;all</translation>
    </message>
    <message>
        <source>&amp;Sök</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>Nästa &amp;träff</source>
        <translation>Ne&amp;xt hit</translation>
    </message>
    <message>
        <source>F&amp;öregående träff</source>
        <translation>Pre&amp;vious hit</translation>
    </message>
    <message>
        <source>Ny på samma ni&amp;vå</source>
        <translation>New at the same le&amp;vel</translation>
    </message>
    <message>
        <source>Ny un&amp;derpost…</source>
        <translation>New item &amp;below…</translation>
    </message>
    <message>
        <source>Flytta &amp;upp</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>Flytta n&amp;ed</source>
        <translation>Move do&amp;wn</translation>
    </message>
    <message>
        <source>Flytta u&amp;t</source>
        <translation>Move &amp;out</translation>
    </message>
    <message>
        <source>Flytta &amp;in</source>
        <translation>Move &amp;in</translation>
    </message>
    <message>
        <source>Lås &amp;ordningen</source>
        <translation>&amp;Lock the order</translation>
    </message>
    <message>
        <source>Ny &amp;plan…</source>
        <translation>New &amp;plan…</translation>
    </message>
    <message>
        <source>Nytt å&amp;r…</source>
        <translation>New &amp;year…</translation>
    </message>
    <message>
        <source>Planens upp&amp;gifter</source>
        <translation>Plan&apos;s d&amp;etails</translation>
    </message>
    <message>
        <source>Postens &amp;historik…</source>
        <translation>Item&apos;s &amp;history…</translation>
    </message>
    <message>
        <source>P&amp;lanens historik…</source>
        <translation>P&amp;lan&apos;s history…</translation>
    </message>
    <message>
        <source>&amp;Papperskorg…</source>
        <translation>Waste&amp;basket…</translation>
    </message>
    <message>
        <source>&amp;Att ta ställning till…</source>
        <translation>To be decid&amp;ed…</translation>
    </message>
    <message>
        <source>Nästa st&amp;atus</source>
        <translation>Next st&amp;atus</translation>
    </message>
    <message>
        <source>Nästa &amp;felstavade ord</source>
        <translation>Next m&amp;isspelt word</translation>
    </message>
    <message>
        <source>Mi&amp;n ordlista…</source>
        <translation>My &amp;word list…</translation>
    </message>
    <message>
        <source>&amp;Risker och åtgärder</source>
        <translation>&amp;Risks and measures</translation>
    </message>
    <message>
        <source>&amp;Kapitel</source>
        <translation>&amp;Chapters</translation>
    </message>
    <message>
        <source>F&amp;otnoter</source>
        <translation>F&amp;ootnotes</translation>
    </message>
    <message>
        <source>&amp;Indikatorer</source>
        <translation>&amp;Indicators</translation>
    </message>
    <message>
        <source>&amp;Planen</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Uppfö&amp;ljning</source>
        <translation>Fo&amp;llow-up</translation>
    </message>
    <message>
        <source>&amp;Diagram och utfall</source>
        <translation>C&amp;harts and outcomes</translation>
    </message>
    <message>
        <source>Riskma&amp;tris</source>
        <translation>Risk &amp;matrix</translation>
    </message>
    <message>
        <source>Ö&amp;versikt</source>
        <translation>O&amp;verview</translation>
    </message>
    <message>
        <source>Påminn&amp;elser</source>
        <translation>R&amp;eminders</translation>
    </message>
    <message>
        <source>Filens planer</source>
        <translation>The file&apos;s plans</translation>
    </message>
    <message>
        <source>PDF och utskrift</source>
        <translation>PDF and printing</translation>
    </message>
    <message>
        <source>S&amp;kala och gränser…</source>
        <translation>&amp;Scale and limits…</translation>
    </message>
    <message>
        <source>Fäll &amp;ut allt</source>
        <translation>E&amp;xpand all</translation>
    </message>
    <message>
        <source>Fäll i&amp;hop allt</source>
        <translation>Coll&amp;apse all</translation>
    </message>
    <message>
        <source>&amp;Större text</source>
        <translation>Lar&amp;ger text</translation>
    </message>
    <message>
        <source>&amp;Mindre text</source>
        <translation>&amp;Smaller text</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Normal text</translation>
    </message>
    <message>
        <source>Stavnin&amp;gskontroll</source>
        <translation>Spell chec&amp;king</translation>
    </message>
    <message>
        <source>&amp;Som systemet</source>
        <translation>&amp;As the system</translation>
    </message>
    <message>
        <source>&amp;Ljusa</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Mörka</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Kommunens &amp;profil…</source>
        <translation>The municipality&apos;s &amp;profile…</translation>
    </message>
    <message>
        <source>&amp;Inställningar…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>&amp;Handledning</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Tangenter</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>&amp;Om QPDesk</source>
        <translation>&amp;About QPDesk</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Alla poster visas.</source>
        <translation>All items are shown.</translation>
    </message>
</context>
<context>
    <name>NewPlanDialog</name>
    <message>
        <source>Ny plan</source>
        <translation>New plan</translation>
    </message>
    <message>
        <source>&amp;Tom plan</source>
        <translation>&amp;Empty plan</translation>
    </message>
    <message>
        <source>&amp;Mall: kapitel efter ledningssystemet, och vanliga processer</source>
        <translation>&amp;Template: chapters after the management system, and common processes</translation>
    </message>
    <message>
        <source>Nytt &amp;år: det som fortsätter i en annan plan i filen</source>
        <translation>New &amp;year: what goes on from another plan in the file</translation>
    </message>
    <message>
        <source>&amp;Avsluta den gamla planen: den går sedan bara att läsa</source>
        <translation>&amp;Close the old plan: after that it can only be read</translation>
    </message>
    <message>
        <source>&amp;Från planen</source>
        <translation>&amp;From the plan</translation>
    </message>
    <message>
        <source>&amp;Planens namn</source>
        <translation>&amp;Plan&apos;s name</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Tillbaka</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>Kvalitetsplan {0}</source>
        <translation>Kvalitetsplan {0}</translation>
    </message>
    <message>
        <source>&amp;Nästa</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>&amp;Skapa planen</source>
        <translation>Cr&amp;eate the plan</translation>
    </message>
</context>
<context>
    <name>NoMeasure</name>
    <message>
        <source>Inget skäl angivet</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>Kontrollen är inte genomförd än</source>
        <translation>The control has not been carried out yet</translation>
    </message>
    <message>
        <source>Resultatet är tillfredsställande</source>
        <translation>The result is satisfactory</translation>
    </message>
    <message>
        <source>Åtgärder planeras nästa år</source>
        <translation>Measures are planned next year</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Esc går tillbaka till texten</source>
        <translation>Esc goes back to the text</translation>
    </message>
    <message>
        <source>Skriv fotnoten här</source>
        <translation>Write the footnote here</translation>
    </message>
    <message>
        <source>&amp;Fotnot {0}</source>
        <translation>Footn&amp;ote {0}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Säkerhetskopior …</source>
        <translation>Backups …</translation>
    </message>
    <message>
        <source>Börja arbeta</source>
        <translation>Begin to work</translation>
    </message>
    <message>
        <source>Försök nu</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Lägg tillbaka mitt arbete</source>
        <translation>Put my work back</translation>
    </message>
    <message>
        <source>Spara en kopia …</source>
        <translation>Save a copy …</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Slå ihop</source>
        <translation>Join</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Kvalitetsplaner</source>
        <translation>Quality plans</translation>
    </message>
    <message>
        <source>Ny fil</source>
        <translation>New file</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>QPDesk exempel.qpd</source>
        <translation>QPDesk example.qpd</translation>
    </message>
    <message>
        <source>Gör exemplet …</source>
        <translation>Making the example …</translation>
    </message>
    <message>
        <source>&amp;Lägg tillbaka</source>
        <translation>&amp;Put back</translation>
    </message>
    <message>
        <source>&amp;Leta upp…</source>
        <translation>&amp;Find it…</translation>
    </message>
    <message>
        <source>&amp;Ta bort ur listan</source>
        <translation>&amp;Remove from the list</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Leta upp {0}</source>
        <translation>Find {0}</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>tomt</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Anmärkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source> procentenheter</source>
        <translation> percentage points</translation>
    </message>
    <message>
        <source> procent</source>
        <translation> per cent</translation>
    </message>
    <message>
        <source>{0} sedan {1}</source>
        <translation>{0} since {1}</translation>
    </message>
</context>
<context>
    <name>OutcomeTable</name>
    <message>
        <source>Utfall per period</source>
        <translation>Outcomes by period</translation>
    </message>
    <message>
        <source>{0} rader inklistrade.</source>
        <translation>{0} rows pasted.</translation>
    </message>
</context>
<context>
    <name>Outlines</name>
    <message>
        <source>Delar av planen</source>
        <translation>Parts of the plan</translation>
    </message>
    <message>
        <source>Risker och åtgärder</source>
        <translation>Risks and measures</translation>
    </message>
    <message>
        <source>Kapitel</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>Fotnoter</source>
        <translation>Footnotes</translation>
    </message>
    <message>
        <source>Indikatorer</source>
        <translation>Indicators</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Poster som saknar uppföljning</source>
        <translation>Items without follow-up</translation>
    </message>
    <message>
        <source>{0} eller mer</source>
        <translation>{0} or more</translation>
    </message>
    <message>
        <source>Översikt</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Att titta på</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Åtgärder efter status</source>
        <translation>Measures by status</translation>
    </message>
    <message>
        <source>Uppföljningen</source>
        <translation>The follow-up</translation>
    </message>
    <message>
        <source>Innehåll</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Åtgärder efter ansvarig</source>
        <translation>Measures by responsible</translation>
    </message>
    <message>
        <source>Egenkontrollernas senaste resultat efter enhet</source>
        <translation>The controls&apos; latest results by unit</translation>
    </message>
    <message>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Enhet</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Hög risk är &amp;nivå</source>
        <translation>High risk is &amp;level</translation>
    </message>
    <message>
        <source>Nivå från vilken en risk är hög</source>
        <translation>Level from which a risk is high</translation>
    </message>
    <message>
        <source>Spara som PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Spara som Excel…</source>
        <translation>Save as Excel…</translation>
    </message>
</context>
<context>
    <name>OwnWordsDialog</name>
    <message>
        <source>Min ordlista</source>
        <translation>My word list</translation>
    </message>
    <message>
        <source>&amp;Ord som stavningskontrollen godkänner på den här datorn:</source>
        <translation>&amp;Words that the spell checker accepts on this computer:</translation>
    </message>
    <message>
        <source>Nytt ord</source>
        <translation>New word</translation>
    </message>
    <message>
        <source>&amp;Lägg till</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Ta bort</source>
        <translation>&amp;Remove</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Lades till</source>
        <translation>Was added</translation>
    </message>
    <message>
        <source>Togs bort</source>
        <translation>Was deleted</translation>
    </message>
    <message>
        <source>Återställdes</source>
        <translation>Was restored</translation>
    </message>
    <message>
        <source>Flyttades</source>
        <translation>Was moved</translation>
    </message>
    <message>
        <source>Ändrades</source>
        <translation>Was changed</translation>
    </message>
    <message>
        <source>ångrat</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>annat ur en import</source>
        <translation>something else from an import</translation>
    </message>
    <message>
        <source>något som inte finns kvar</source>
        <translation>something that is no longer there</translation>
    </message>
    <message>
        <source>Fick en annan plats under {0}.</source>
        <translation>Got another place under {0}.</translation>
    </message>
    <message>
        <source>Låg under {0}.
Flyttades till {1}.</source>
        <translation>Stood under {0}.
Was moved to {1}.</translation>
    </message>
    <message>
        <source>Okänd</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>borttaget</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>tillagt</source>
        <translation>added</translation>
    </message>
    <message>
        <source>Ingen skillnad i orden</source>
        <translation>No difference in the words</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Klistra in rader</source>
        <translation>Paste rows</translation>
    </message>
    <message>
        <source>Det här läggs in: {0}.</source>
        <translation>This comes in: {0}.</translation>
    </message>
    <message>
        <source>Inga fler uppgifter</source>
        <translation>No other details</translation>
    </message>
    <message>
        <source>sak</source>
        <translation>thing</translation>
    </message>
    <message>
        <source>saker</source>
        <translation>things</translation>
    </message>
    <message>
        <source>{0} att titta på:</source>
        <translation>{0} to look at:</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Uppgifter</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Det som läggs in</source>
        <translation>What comes in</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Att titta på</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>&amp;Klistra in</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>&amp;Avbryt</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Varje rad blir</source>
        <translation>&amp;Each row becomes</translation>
    </message>
    <message>
        <source>Varje rad blir</source>
        <translation>Each row becomes</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Kopierat: {0}, även som tabell för Word och Excel.</source>
        <translation>Copied: {0}, also as a table for Word and Excel.</translation>
    </message>
    <message>
        <source>Urklippt: {0}. Flyttas dit du klistrar in (Ctrl+V); än ligger allt kvar.</source>
        <translation>Cut: {0}. Moves to where you paste (Ctrl+V); everything is still in its place.</translation>
    </message>
    <message>
        <source>Inklistrat: {0}. Ångra med Ctrl+Z.</source>
        <translation>Pasted: {0}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Flyttat hit: {0}. Ångra med Ctrl+Z.</source>
        <translation>Moved here: {0}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Markera en eller flera rader först.</source>
        <translation>Select one or more rows first.</translation>
    </message>
    <message>
        <source>Urklipp innehåller inget som kan klistras in i planen.</source>
        <translation>The clipboard holds nothing that can be pasted into the plan.</translation>
    </message>
    <message>
        <source>Urklippet kunde inte läsas. Inget har ändrats. Kopiera en gång till.</source>
        <translation>The clipboard could not be read. Nothing has been changed. Copy once more.</translation>
    </message>
    <message>
        <source>Urklippet är för stort: högst {0} poster åt gången. Inget har ändrats. Klistra in det i omgångar, eller spara det som en Excel-fil och importera den.</source>
        <translation>The clipboard is too large: at most {0} items at a time. Nothing has been changed. Paste it in parts, or save it as an Excel file and import that.</translation>
    </message>
    <message>
        <source>Under {0}: {1}</source>
        <translation>Under {0}: {1}</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Planer som visas</source>
        <translation>Plans shown</translation>
    </message>
    <message>
        <source>Till planen</source>
        <translation>To the plan</translation>
    </message>
    <message>
        <source>Till planen (Esc)</source>
        <translation>To the plan (Esc)</translation>
    </message>
    <message>
        <source>Alla planer i filen ({0})</source>
        <translation>All plans in the file ({0})</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>{0} till finns i filens andra planer.</source>
        <translation>{0} more are in the file&apos;s other plans.</translation>
    </message>
    <message>
        <source>Skala och gränser är ändrade. Ångra med Ctrl+Z.</source>
        <translation>Scale and limits are changed. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Hämta värden</source>
        <translation>Fetch values</translation>
    </message>
    <message>
        <source>{0} utfall hämtade. Ångra med Ctrl+Z.</source>
        <translation>{0} outcomes fetched. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Uppföljning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Indikatorer</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Riskmatris</source>
        <translation>Risk matrix</translation>
    </message>
    <message>
        <source>Översikt</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Påminnelser</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>Filens planer</source>
        <translation>The file&apos;s plans</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source> eller </source>
        <translation> or </translation>
    </message>
    <message>
        <source>{0} kan inte ligga under {1}, bara under {2}. Inget har ändrats.</source>
        <translation>{0} cannot stand under {1}, only under {2}. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Ordningen är låst. Välj Lås ordningen i menyn Plan för att kunna flytta.</source>
        <translation>The order is locked. Choose Lock the order in the menu Plan to be able to move.</translation>
    </message>
    <message>
        <source>Listan är sorterad efter {0}. Välj Planens ordning i menyn Visa, Sortera, för att flytta upp och ned.</source>
        <translation>The list is sorted by {0}. Choose The plan&apos;s order in the menu View, Sort, to move up and down.</translation>
    </message>
    <message>
        <source>Ordningen är låst: inget kan flyttas av misstag.</source>
        <translation>The order is locked: nothing can be moved by mistake.</translation>
    </message>
    <message>
        <source>Ordningen är inte längre låst.</source>
        <translation>The order is no longer locked.</translation>
    </message>
    <message>
        <source>Listan står i planens ordning.</source>
        <translation>The list is in the plan&apos;s order.</translation>
    </message>
    <message>
        <source>Listan är sorterad efter {0}. Planens ordning ändras inte.</source>
        <translation>The list is sorted by {0}. The plan&apos;s order does not change.</translation>
    </message>
    <message>
        <source>Planens ordning</source>
        <translation>The plan&apos;s order</translation>
    </message>
    <message>
        <source>Åt andra hållet</source>
        <translation>The other way round</translation>
    </message>
    <message>
        <source>Det där kan inte läggas i planen. Inget har ändrats.</source>
        <translation>That cannot be put into the plan. Nothing has been changed.</translation>
    </message>
    <message>
        <source>en plan</source>
        <translation>a plan</translation>
    </message>
    <message>
        <source>ett kapitel</source>
        <translation>a chapter</translation>
    </message>
    <message>
        <source>en fotnot</source>
        <translation>a footnote</translation>
    </message>
    <message>
        <source>ett processområde</source>
        <translation>a process area</translation>
    </message>
    <message>
        <source>en risk</source>
        <translation>a risk</translation>
    </message>
    <message>
        <source>en egenkontroll</source>
        <translation>a control</translation>
    </message>
    <message>
        <source>ett resultat</source>
        <translation>a result</translation>
    </message>
    <message>
        <source>en åtgärd</source>
        <translation>a measure</translation>
    </message>
    <message>
        <source>en indikator</source>
        <translation>an indicator</translation>
    </message>
    <message>
        <source>ett utfall</source>
        <translation>an outcome</translation>
    </message>
</context>
<context>
    <name>PlanChooser</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>&amp;Plan:</source>
        <translation>&amp;Plan:</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>&amp;Öppna planen</source>
        <translation>&amp;Open the plan</translation>
    </message>
    <message>
        <source>&amp;Ny plan…</source>
        <translation>&amp;New plan…</translation>
    </message>
    <message>
        <source>Nytt &amp;år…</source>
        <translation>New &amp;year…</translation>
    </message>
    <message>
        <source>&amp;Duplicera</source>
        <translation>&amp;Duplicate</translation>
    </message>
    <message>
        <source>Ta b&amp;ort</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Filens planer</source>
        <translation>The file&apos;s plans</translation>
    </message>
    <message>
        <source>År</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Målgrupp</source>
        <translation>Target group</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Uppföljt</source>
        <translation>Followed up</translation>
    </message>
    <message>
        <source>{0} av {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>inte angivet</source>
        <translation>not given</translation>
    </message>
</context>
<context>
    <name>PlanState</name>
    <message>
        <source>Utkast</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Fastställd</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>Följs upp</source>
        <translation>Being followed up</translation>
    </message>
    <message>
        <source>Avslutad</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Planen är kopierad. Ångra med Ctrl+Z.</source>
        <translation>The plan is copied. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>{0} ligger i papperskorgen. Ångra med Ctrl+Z.</source>
        <translation>{0} is in the wastebasket. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Årtal att se över</source>
        <translation>Years to look over</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>&amp;Fastställ</source>
        <translation>&amp;Adopt</translation>
    </message>
    <message>
        <source>&amp;Börja följa upp</source>
        <translation>&amp;Begin follow-up</translation>
    </message>
    <message>
        <source>Avs&amp;luta</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Öppna &amp;igen</source>
        <translation>Open a&amp;gain</translation>
    </message>
    <message>
        <source>{0} är nu: {1}.</source>
        <translation>{0} is now: {1}.</translation>
    </message>
    <message>
        <source>Den går bara att läsa tills den öppnas igen.</source>
        <translation>It can only be read until it is opened again.</translation>
    </message>
    <message>
        <source>Följer med</source>
        <translation>Goes along</translation>
    </message>
    <message>
        <source>Följer med – kontrollera: inte klar</source>
        <translation>Goes along – check: not done</translation>
    </message>
    <message>
        <source>Stannar</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>område</source>
        <translation>area</translation>
    </message>
    <message>
        <source>områden</source>
        <translation>areas</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>risk</translation>
    </message>
    <message>
        <source>risker</source>
        <translation>risks</translation>
    </message>
    <message>
        <source>egenkontroll</source>
        <translation>control</translation>
    </message>
    <message>
        <source>egenkontroller</source>
        <translation>controls</translation>
    </message>
    <message>
        <source>åtgärd</source>
        <translation>measure</translation>
    </message>
    <message>
        <source>åtgärder</source>
        <translation>measures</translation>
    </message>
    <message>
        <source>indikator</source>
        <translation>indicator</translation>
    </message>
    <message>
        <source>indikatorer</source>
        <translation>indicators</translation>
    </message>
    <message>
        <source>kapitel</source>
        <translation>chapters</translation>
    </message>
    <message>
        <source>ingenting</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>ställe</source>
        <translation>place</translation>
    </message>
    <message>
        <source>ställen</source>
        <translation>places</translation>
    </message>
    <message>
        <source>{0} (kopia)</source>
        <translation>{0} (copy)</translation>
    </message>
    <message>
        <source>{0} (kopia {1})</source>
        <translation>{0} (copy {1})</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Inställningen gäller nu, men kunde inte sparas.</source>
        <translation>The setting holds now, but could not be saved.</translation>
    </message>
    <message>
        <source>Språket byts nästa gång QPDesk startas.</source>
        <translation>The language changes the next time QPDesk is started.</translation>
    </message>
    <message>
        <source>Textstorlek {0} %</source>
        <translation>Text size {0} %</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Vänta tills sidorna är klara.</source>
        <translation>Wait until the pages are ready.</translation>
    </message>
    <message>
        <source>Sidor</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>filen saknas eller går inte att läsa</source>
        <translation>the file is missing or cannot be read</translation>
    </message>
    <message>
        <source>nyckeln är okänd</source>
        <translation>the key is unknown</translation>
    </message>
    <message>
        <source>värdet ska vara en kort text</source>
        <translation>the value must be a short text</translation>
    </message>
    <message>
        <source>filen finns inte i profilens mapp</source>
        <translation>the file is not in the profile&apos;s folder</translation>
    </message>
    <message>
        <source>det saknas en text om vad logotypen visar</source>
        <translation>a text about what the logo shows is missing</translation>
    </message>
    <message>
        <source>logotypen ska vara en PNG- eller SVG-bild</source>
        <translation>the logo must be a PNG or SVG picture</translation>
    </message>
    <message>
        <source>färgen ska skrivas som #rrggbb</source>
        <translation>the colour must be written as #rrggbb</translation>
    </message>
    <message>
        <source>text i färgen är för ljus för att kunna läsas</source>
        <translation>text in the colour is too light to be read</translation>
    </message>
    <message>
        <source>typsnittet går inte att bädda in</source>
        <translation>the typeface cannot be embedded</translation>
    </message>
    <message>
        <source> Närmaste nyans som går: {0}.</source>
        <translation> The nearest shade that passes: {0}.</translation>
    </message>
    <message>
        <source>Kommunens profil{0}: {1}.{2} Inget dokument har skrivits, planen är orörd.</source>
        <translation>The municipality&apos;s profile{0}: {1}.{2} No document has been written, the plan is untouched.</translation>
    </message>
    <message>
        <source>Logotyp</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Vad logotypen visar</source>
        <translation>What the logo shows</translation>
    </message>
    <message>
        <source>Färg</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Text i sidhuvudet</source>
        <translation>Text in the page header</translation>
    </message>
    <message>
        <source>Text i sidfoten</source>
        <translation>Text in the page footer</translation>
    </message>
    <message>
        <source>Typsnitt</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>Typsnitt, fet stil</source>
        <translation>Typeface, bold</translation>
    </message>
    <message>
        <source>Färgfält upptill</source>
        <translation>Coloured band at the top</translation>
    </message>
    <message>
        <source>Logotypens plats</source>
        <translation>Place of the logo</translation>
    </message>
    <message>
        <source>Omslagsbild</source>
        <translation>Cover picture</translation>
    </message>
    <message>
        <source>Vad bilden visar</source>
        <translation>What the picture shows</translation>
    </message>
    <message>
        <source>Avsändare</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>E-post</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Webbplats</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Smalt</source>
        <translation>Narrow</translation>
    </message>
    <message>
        <source>Brett</source>
        <translation>Wide</translation>
    </message>
    <message>
        <source>Inget</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Till vänster</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>I mitten</source>
        <translation>In the middle</translation>
    </message>
    <message>
        <source>Till höger</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Bestämt av organisationen: {0}</source>
        <translation>Decided by the organisation: {0}</translation>
    </message>
    <message>
        <source>Gäller alla filer på den här datorn som inte har en egen profil.</source>
        <translation>Holds for all files on this computer that have no profile of their own.</translation>
    </message>
    <message>
        <source>Gäller dokument ur {0}. Profilen ligger i mappen {1} bredvid filen: flytta båda om filen flyttas.</source>
        <translation>Holds for documents from {0}. The profile lies in the folder {1} beside the file: move both if the file is moved.</translation>
    </message>
    <message>
        <source>Text i {0} är för ljus för att kunna läsas (WCAG AA). Närmaste nyans som går är {1}.</source>
        <translation>Text in {0} is too light to be read (WCAG AA). The nearest shade that passes is {1}.</translation>
    </message>
    <message>
        <source>Filen saknas eller går inte att läsa.</source>
        <translation>The file is missing or cannot be read.</translation>
    </message>
    <message>
        <source>En text får vara högst 200 tecken på en rad.</source>
        <translation>A text may be at most 200 characters on one line.</translation>
    </message>
    <message>
        <source>Skriv vad logotypen visar, för den som inte ser den.</source>
        <translation>Write what the logo shows, for those who do not see it.</translation>
    </message>
    <message>
        <source>Logotypen ska vara en hel PNG- eller SVG-bild på högst 4 MB.</source>
        <translation>The logo must be a whole PNG or SVG picture of at most 4 MB.</translation>
    </message>
    <message>
        <source>Omslagsbilden ska vara en hel JPEG-, PNG- eller SVG-bild på högst 10 MB och 25 miljoner bildpunkter.</source>
        <translation>The cover picture must be a whole JPEG, PNG or SVG picture of at most 10 MB and 25 million pixels.</translation>
    </message>
    <message>
        <source>Färgen skrivs som #rrggbb.</source>
        <translation>The colour is written as #rrggbb.</translation>
    </message>
    <message>
        <source>Text i färgen är för ljus för att kunna läsas.</source>
        <translation>Text in the colour is too light to be read.</translation>
    </message>
    <message>
        <source>Typsnittet ska vara en TrueType-fil som får bäddas in.</source>
        <translation>The typeface must be a TrueType file that may be embedded.</translation>
    </message>
    <message>
        <source>omslagsbilden ska vara en JPEG-, PNG- eller SVG-bild på högst 10 MB</source>
        <translation>the cover picture must be a JPEG, PNG or SVG picture of at most 10 MB</translation>
    </message>
    <message>
        <source>ordet går inte att välja</source>
        <translation>the word cannot be chosen</translation>
    </message>
    <message>
        <source> Välj mellan: {0}.</source>
        <translation> Choose between: {0}.</translation>
    </message>
    <message>
        <source>Profilen är sparad i {0} och gäller från nästa dokument.</source>
        <translation>The profile is saved in {0} and holds from the next document.</translation>
    </message>
    <message>
        <source>Profilen är borttagen. Dokumenten får QPDesks eget utseende.</source>
        <translation>The profile is removed. The documents get QPDesk&apos;s own look.</translation>
    </message>
    <message>
        <source>Profilen kunde inte sparas. Den förra är kvar som den var. Kontrollera att du får skriva i mappen, och försök igen.</source>
        <translation>The profile could not be saved. The former one is as it was. Check that you may write in the folder, and try again.</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Kommunens profil</source>
        <translation>The municipality&apos;s profile</translation>
    </message>
    <message>
        <source>PNG eller SVG (*.png *.svg)</source>
        <translation>PNG or SVG (*.png *.svg)</translation>
    </message>
    <message>
        <source>Välj &amp;färg…</source>
        <translation>Choose colo&amp;ur…</translation>
    </message>
    <message>
        <source>TrueType (*.ttf)</source>
        <translation>TrueType (*.ttf)</translation>
    </message>
    <message>
        <source>Delar av profilen</source>
        <translation>Parts of the profile</translation>
    </message>
    <message>
        <source>&amp;Dokument</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <source>&amp;Omslag</source>
        <translation>&amp;Cover</translation>
    </message>
    <message>
        <source>Bilder (*.jpg *.jpeg *.png *.svg)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.svg)</translation>
    </message>
    <message>
        <source>Tomt om bilden bara pryder</source>
        <translation>Empty if the picture is only decoration</translation>
    </message>
    <message>
        <source>Välj…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Rensa</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>&amp;Spara</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Ta bort profilen</source>
        <translation>&amp;Remove the profile</translation>
    </message>
    <message>
        <source>&amp;Använd {0}</source>
        <translation>Use &amp;this: {0}</translation>
    </message>
</context>
<context>
    <name>ProfileSketch</name>
    <message>
        <source>Så här ser dokumenten ut</source>
        <translation>This is how the documents look</translation>
    </message>
</context>
<context>
    <name>PromotionQuestion</name>
    <message>
        <source>Gör punkten till åtgärd</source>
        <translation>Make the bullet a measure</translation>
    </message>
    <message>
        <source>Å&amp;tgärd:</source>
        <translation>&amp;Measure:</translation>
    </message>
    <message>
        <source>Ska ligga &amp;under:</source>
        <translation>Shall stand &amp;under:</translation>
    </message>
    <message>
        <source>Område, risk eller egenkontroll</source>
        <translation>Area, risk or control</translation>
    </message>
    <message>
        <source>Punkten står kvar i kapitlet. Åtgärden kan följas upp.</source>
        <translation>The bullet stays in the chapter. The measure can be followed up.</translation>
    </message>
</context>
<context>
    <name>ProofBar</name>
    <message>
        <source> av {0}</source>
        <translation> of {0}</translation>
    </message>
    <message>
        <source>Dokument</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Del av planen</source>
        <translation>Part of the plan</translation>
    </message>
    <message>
        <source>&amp;Följ ändringar</source>
        <translation>Follo&amp;w changes</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Som &amp;PDF…</source>
        <translation>As P&amp;DF…</translation>
    </message>
    <message>
        <source>Som &amp;Word…</source>
        <translation>As W&amp;ord…</translation>
    </message>
    <message>
        <source>Skriv ut…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Sida </source>
        <translation>Page </translation>
    </message>
    <message>
        <source>Sida</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Visa som text</source>
        <translation>Show as text</translation>
    </message>
    <message>
        <source>Mindre sidor</source>
        <translation>Smaller pages</translation>
    </message>
    <message>
        <source>Sidornas storlek</source>
        <translation>Size of the pages</translation>
    </message>
    <message>
        <source>Större sidor</source>
        <translation>Larger pages</translation>
    </message>
    <message>
        <source>Sidbredd</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>Sök i dokumentet</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Föregående träff (Skift+F3)</source>
        <translation>Previous hit (Shift+F3)</translation>
    </message>
    <message>
        <source>Nästa träff (F3)</source>
        <translation>Next hit (F3)</translation>
    </message>
</context>
<context>
    <name>ProofFoot</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Uppdatera (F5)</source>
        <translation>Update (F5)</translation>
    </message>
    <message>
        <source>Uppdaterar förhandsvisningen …</source>
        <translation>Updating the preview …</translation>
    </message>
    <message>
        <source>Sidorna visar planen före de senaste ändringarna.</source>
        <translation>The pages show the plan before the latest changes.</translation>
    </message>
</context>
<context>
    <name>ProofPrinting</name>
    <message>
        <source>Skriver ut: {0} av {1} sidor …</source>
        <translation>Printing: {0} of {1} pages …</translation>
    </message>
    <message>
        <source>Utskriften är skickad till skrivaren.</source>
        <translation>It has been sent to the printer.</translation>
    </message>
    <message>
        <source>Utskriften blev inte av. Inget har ändrats.</source>
        <translation>Nothing was printed. Nothing has been changed.</translation>
    </message>
</context>
<context>
    <name>ProofSide</name>
    <message>
        <source>Vägar i dokumentet</source>
        <translation>Ways through the document</translation>
    </message>
    <message>
        <source>Rubriker</source>
        <translation>Headings</translation>
    </message>
    <message>
        <source>Sidor</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Det som hindrar publicering</source>
        <translation>What stops it from being published</translation>
    </message>
    <message>
        <source>Innehåll</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Att rätta</source>
        <translation>To mend</translation>
    </message>
</context>
<context>
    <name>ProofText</name>
    <message>
        <source>Dokumentets text</source>
        <translation>The document&apos;s text</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>Stavningskontrollen är på.</source>
        <translation>Spell checking is on.</translation>
    </message>
    <message>
        <source>Stavningskontrollen är av.</source>
        <translation>Spell checking is off.</translation>
    </message>
    <message>
        <source>Ställ markören i en text först.</source>
        <translation>Put the cursor in a text first.</translation>
    </message>
    <message>
        <source>”{0}” gäller tills QPDesk stängs, men ordlistan kunde inte sparas.</source>
        <translation>“{0}” holds until QPDesk is closed, but the word list could not be saved.</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>{0} kunde inte skrivas. Allt du har gjort är sparat på den här datorn och skrivs till filen nästa gång den öppnas här.</source>
        <translation>{0} could not be written. All that you have done is saved on this computer and is written to the file the next time it is opened here.</translation>
    </message>
</context>
<context>
    <name>Publisher</name>
    <message>
        <source>Allt sparat</source>
        <translation>All saved</translation>
    </message>
    <message>
        <source>Allt sparat {0}</source>
        <translation>All saved {0}</translation>
    </message>
</context>
<context>
    <name>ReadinessDialog</name>
    <message>
        <source>Innan dokumentet sparas</source>
        <translation>Before the document is saved</translation>
    </message>
    <message>
        <source>{0}. Dokumentet kan sparas ändå, till exempel för att granskas.</source>
        <translation>{0}. The document can be saved all the same, to be reviewed for example.</translation>
    </message>
    <message>
        <source>Det som hindrar publicering</source>
        <translation>What stops it from being published</translation>
    </message>
    <message>
        <source>&amp;Kopiera listan</source>
        <translation>&amp;Copy the list</translation>
    </message>
    <message>
        <source>&amp;Gå till posten</source>
        <translation>&amp;Go to the item</translation>
    </message>
    <message>
        <source>&amp;Spara ändå</source>
        <translation>&amp;Save all the same</translation>
    </message>
</context>
<context>
    <name>Ready</name>
    <message>
        <source>Hindrar</source>
        <translation>Stops it</translation>
    </message>
    <message>
        <source>Se över</source>
        <translation>Look over</translation>
    </message>
    <message>
        <source>sak hindrar publicering</source>
        <translation>thing stops it from being published</translation>
    </message>
    <message>
        <source>saker hindrar publicering</source>
        <translation>things stop it from being published</translation>
    </message>
    <message>
        <source>sak att se över</source>
        <translation>thing to look over</translation>
    </message>
    <message>
        <source>saker att se över</source>
        <translation>things to look over</translation>
    </message>
    <message>
        <source>Inget hindrar publicering</source>
        <translation>Nothing stops it from being published</translation>
    </message>
    <message>
        <source>Dokumentet saknar namn</source>
        <translation>The document has no name</translation>
    </message>
    <message>
        <source>Planen saknar år</source>
        <translation>The plan has no year</translation>
    </message>
    <message>
        <source>Namnet har ett annat år än planen</source>
        <translation>The name has another year than the plan</translation>
    </message>
    <message>
        <source>Diarienummer saknas</source>
        <translation>The registry number is missing</translation>
    </message>
    <message>
        <source>Beslutsdatum saknas</source>
        <translation>The decision date is missing</translation>
    </message>
    <message>
        <source>Planen är ett utkast och skrivs ut med det märket</source>
        <translation>The plan is a draft and is printed with that mark</translation>
    </message>
    <message>
        <source>Kapitlet är tomt</source>
        <translation>The chapter is empty</translation>
    </message>
    <message>
        <source>Fotnoten {detail} finns inte</source>
        <translation>There is no footnote {detail}</translation>
    </message>
    <message>
        <source>Ingen text hänvisar till fotnoten</source>
        <translation>No text refers to the footnote</translation>
    </message>
    <message>
        <source>Risknivån har ingen sannolikhet och konsekvens</source>
        <translation>The risk level has no likelihood and consequence</translation>
    </message>
    <message>
        <source>Risken är inte bedömd</source>
        <translation>The risk is not assessed</translation>
    </message>
    <message>
        <source>Motivering saknas</source>
        <translation>The reason is missing</translation>
    </message>
    <message>
        <source>Egenkontrollen visar en brist som inte har åtgärd</source>
        <translation>The control shows a deficiency that has no measure</translation>
    </message>
    <message>
        <source>Uppföljning saknas</source>
        <translation>The follow-up is missing</translation>
    </message>
    <message>
        <source>Resultat saknas</source>
        <translation>The result is missing</translation>
    </message>
    <message>
        <source>Bedömning av resultatet saknas</source>
        <translation>The judgement of the result is missing</translation>
    </message>
    <message>
        <source>Utfall saknas</source>
        <translation>The outcome is missing</translation>
    </message>
    <message>
        <source>Typsnittet saknar tecknen {detail}</source>
        <translation>The typeface lacks the characters {detail}</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Filen kunde inte läsas.</source>
        <translation>The file could not be read.</translation>
    </message>
    <message>
        <source> Platsen i filen: {0}.</source>
        <translation> The place in the file: {0}.</translation>
    </message>
    <message>
        <source>Inget i planen har ändrats.</source>
        <translation>Nothing in the plan has been changed.</translation>
    </message>
    <message>
        <source>Filen finns inte längre på sin plats.</source>
        <translation>The file is no longer in its place.</translation>
    </message>
    <message>
        <source>Filen får inte läsas. Be om läsrätt till den.</source>
        <translation>The file may not be read. Ask for the right to read it.</translation>
    </message>
    <message>
        <source>Filen är tom.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Filen är av en annan sort. Välj en Word-, Excel- eller JSON-fil.</source>
        <translation>The file is of another kind. Choose a Word, Excel or JSON file.</translation>
    </message>
    <message>
        <source>Filen är i ett äldre format. Spara den som .docx eller .xlsx först.</source>
        <translation>The file is in an older format. Save it as .docx or .xlsx first.</translation>
    </message>
    <message>
        <source>Filen är låst med lösenord. Spara en kopia utan lösenord först.</source>
        <translation>The file is locked with a password. Save a copy without a password first.</translation>
    </message>
    <message>
        <source>Filen är skadad. Öppna och spara den på nytt i Office.</source>
        <translation>The file is damaged. Open it in Office and save it anew.</translation>
    </message>
    <message>
        <source>Filen är större än någon plan kan vara.</source>
        <translation>The file is larger than any plan can be.</translation>
    </message>
    <message>
        <source>Filen har ett innehåll som inte är säkert att läsa.</source>
        <translation>The file has contents that are not safe to read.</translation>
    </message>
    <message>
        <source>Filen är ingen JSON.</source>
        <translation>The file is not JSON.</translation>
    </message>
    <message>
        <source>Filen är JSON, men ingen kvalitetsplan.</source>
        <translation>The file is JSON, but no quality plan.</translation>
    </message>
    <message>
        <source>Filen är skriven för en nyare version.</source>
        <translation>The file is written for a newer version.</translation>
    </message>
    <message>
        <source>Ett värde i filen går inte att förstå.</source>
        <translation>A value in the file cannot be understood.</translation>
    </message>
    <message>
        <source>Något som måste finnas saknas i filen.</source>
        <translation>Something that must be there is missing in the file.</translation>
    </message>
    <message>
        <source>Samma märke står två gånger i filen.</source>
        <translation>The same mark stands twice in the file.</translation>
    </message>
    <message>
        <source>Filen har ingen tabell eller rubrik som hör till en plan.</source>
        <translation>The file has no table or heading that belongs to a plan.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Det går inte att göra här. Inget har ändrats.</source>
        <translation>That cannot be done here. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Det måste stå något här. Den förra texten är kvar.</source>
        <translation>Something must stand here. The former text remains.</translation>
    </message>
    <message>
        <source>Texten har tecken som inte kan skrivas ut. Ta bort dem.</source>
        <translation>The text has characters that cannot be printed. Take them out.</translation>
    </message>
    <message>
        <source>En sådan post kan inte ligga där. Inget har flyttats.</source>
        <translation>Such an item cannot stand there. Nothing has been moved.</translation>
    </message>
    <message>
        <source>Risknivån är sannolikhet gånger konsekvens på skalan; med fyra steg var: 1, 2, 3, 4, 6, 8, 9, 12 eller 16.</source>
        <translation>The risk level is likelihood times consequence on the scale; with four steps each: 1, 2, 3, 4, 6, 8, 9, 12 or 16.</translation>
    </message>
    <message>
        <source>Skalan har 3–6 namngivna steg åt varje håll, och banden stiger från 1.</source>
        <translation>The scale has 3–6 named steps each way, and the bands rise from 1.</translation>
    </message>
    <message>
        <source>Talet ligger utanför skalan.</source>
        <translation>The number is outside the scale.</translation>
    </message>
    <message>
        <source>Skriv ett tal, till exempel 4,2.</source>
        <translation>Write a number, for example 4.2.</translation>
    </message>
    <message>
        <source>Skriv ett datum som 2026-03-31 (år 1900 till 2200).</source>
        <translation>Write a date as 2026-03-31 (year 1900 to 2200).</translation>
    </message>
    <message>
        <source>Märket är 1–40 tecken utan blanksteg och utan hakparentes.</source>
        <translation>The mark is 1–40 characters without blanks and square brackets.</translation>
    </message>
    <message>
        <source>En länk är en webbadress (https://…) eller en e-postadress. Andra länkar kan inte skrivas i en plan.</source>
        <translation>A link is a web address (https://…) or an e-mail address. Other links cannot be written in a plan.</translation>
    </message>
    <message>
        <source>Det går inte att flytta längre åt det hållet.</source>
        <translation>It cannot be moved further that way.</translation>
    </message>
    <message>
        <source>Planen är avslutad och går bara att läsa. Öppna den igen bland filens planer för att ändra i den.</source>
        <translation>The plan is closed and can only be read. Open it again among the file&apos;s plans to change it.</translation>
    </message>
    <message>
        <source>Filen är öppen för läsning. Välj Börja arbeta för att ändra i den.</source>
        <translation>The file is open for reading. Choose Begin to work to change it.</translation>
    </message>
    <message>
        <source>Posten har ändrats under tiden. Inget har gjorts.</source>
        <translation>The item has been changed meanwhile. Nothing has been done.</translation>
    </message>
</context>
<context>
    <name>ReminderView</name>
    <message>
        <source>egenkontroll</source>
        <translation>control</translation>
    </message>
    <message>
        <source>egenkontroller</source>
        <translation>controls</translation>
    </message>
    <message>
        <source>{0} utan fasta dagar (vid behov)</source>
        <translation>{0} without fixed days (as needed)</translation>
    </message>
    <message>
        <source>Kalender för Outlook</source>
        <translation>Calendar for Outlook</translation>
    </message>
    <message>
        <source>Påminnelser</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>&amp;Bara från i dag och framåt</source>
        <translation>&amp;Only from today on</translation>
    </message>
    <message>
        <source>Frekvens utan dagar</source>
        <translation>Frequency without days</translation>
    </message>
    <message>
        <source>Spara kalenderfil (.ics)…</source>
        <translation>Save calendar file (.ics)…</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>&amp;Lägg tillbaka arbetet</source>
        <translation>&amp;Put the work back</translation>
    </message>
    <message>
        <source>&amp;Rör den inte</source>
        <translation>&amp;Do not touch it</translation>
    </message>
    <message>
        <source>&amp;Arbeta vidare</source>
        <translation>&amp;Work on</translation>
    </message>
    <message>
        <source>&amp;Bara läsa</source>
        <translation>&amp;Only read</translation>
    </message>
    <message>
        <source>A&amp;vbryt</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>(utan namn)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>försenad</source>
        <translation>late</translation>
    </message>
    <message>
        <source>{0} av {1} klara</source>
        <translation>{0} of {1} done</translation>
    </message>
    <message>
        <source>status {0}</source>
        <translation>status {0}</translation>
    </message>
    <message>
        <source>, urklippt</source>
        <translation>, cut</translation>
    </message>
    <message>
        <source>ingen uppgift</source>
        <translation>not given</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Skala och gränser</source>
        <translation>Scale and limits</translation>
    </message>
    <message>
        <source>Gäller alla planer i filen. Bedömningar som redan är gjorda ändras aldrig.</source>
        <translation>Holds for all plans in the file. Assessments already made are never changed.</translation>
    </message>
    <message>
        <source>Sannolikhet</source>
        <translation>Likelihood</translation>
    </message>
    <message>
        <source>Konsekvens</source>
        <translation>Consequence</translation>
    </message>
    <message>
        <source>Alla bedömda risker passar skalan.</source>
        <translation>All assessed risks fit the scale.</translation>
    </message>
    <message>
        <source>{0} passar inte skalan. De behåller sin bedömning och visas bredvid matrisen.</source>
        <translation>{0} do not fit the scale. They keep their assessment and are shown beside the matrix.</translation>
    </message>
    <message>
        <source>visa alla</source>
        <translation>show all</translation>
    </message>
    <message>
        <source>&amp;Minsta antal svar för att ett utfall ska visas</source>
        <translation>&amp;Least number of answers for an outcome to be shown</translation>
    </message>
    <message>
        <source>Färre svar visas inte i diagram, PDF, Excel eller data: personer kan kännas igen.</source>
        <translation>Fewer answers are not shown in charts, PDF, Excel or data: people might be recognised.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Standardskala</source>
        <translation>Standard scale</translation>
    </message>
</context>
<context>
    <name>RunningText</name>
    <message>
        <source>Löpande text</source>
        <translation>Running text</translation>
    </message>
    <message>
        <source>Skriv här. Ctrl+Alt+1 gör en rubrik, Ctrl+Shift+L en punkt.</source>
        <translation>Write here. Ctrl+Alt+1 makes a heading, Ctrl+Shift+L a bullet.</translation>
    </message>
    <message>
        <source>Ställ markören i en punkt först: punkter kan bli åtgärder.</source>
        <translation>Put the cursor in a bullet first: bullets can become measures.</translation>
    </message>
    <message>
        <source>Kapitlet ”{0}”</source>
        <translation>The chapter “{0}”</translation>
    </message>
    <message>
        <source>Ny åtgärd under ”{0}”. Punkten står kvar. Ångra med Ctrl+Z.</source>
        <translation>New measure under “{0}”. The bullet stays. Undo with Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>Osannolik</source>
        <translation>Unlikely</translation>
    </message>
    <message>
        <source>Mindre sannolik</source>
        <translation>Less likely</translation>
    </message>
    <message>
        <source>Möjlig</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>Sannolik</source>
        <translation>Likely</translation>
    </message>
    <message>
        <source>Försumbar</source>
        <translation>Negligible</translation>
    </message>
    <message>
        <source>Lindrig</source>
        <translation>Slight</translation>
    </message>
    <message>
        <source>Kännbar</source>
        <translation>Noticeable</translation>
    </message>
    <message>
        <source>Allvarlig</source>
        <translation>Severe</translation>
    </message>
    <message>
        <source>låg</source>
        <translation>low</translation>
    </message>
    <message>
        <source>medel</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>hög</source>
        <translation>high</translation>
    </message>
    <message>
        <source>mycket hög</source>
        <translation>very high</translation>
    </message>
    <message>
        <source>1 – huvudrubrik</source>
        <translation>1 – main heading</translation>
    </message>
    <message>
        <source>2 – underrubrik</source>
        <translation>2 – subheading</translation>
    </message>
    <message>
        <source>3 – mellanrubrik</source>
        <translation>3 – minor heading</translation>
    </message>
</context>
<context>
    <name>SeriesImport</name>
    <message>
        <source>Hämta värden</source>
        <translation>Fetch values</translation>
    </message>
    <message>
        <source>Säg vad varje kolumn innehåller. Valet kommer ihåg till nästa fil.</source>
        <translation>Say what each column holds. The choice is remembered for the next file.</translation>
    </message>
    <message>
        <source>Indikator i filen</source>
        <translation>Indicator in the file</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Filens första rader</source>
        <translation>The file&apos;s first rows</translation>
    </message>
    <message>
        <source>tomt</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>Kolumnen {0} innehåller</source>
        <translation>The column {0} holds</translation>
    </message>
    <message>
        <source>Används inte</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Indikator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Utfall</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Utfall (rubriken är perioden)</source>
        <translation>Outcome (the heading is the period)</translation>
    </message>
    <message>
        <source>Mål</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Antal svar</source>
        <translation>Number of answers</translation>
    </message>
    <message>
        <source>Enhet i organisationen</source>
        <translation>Unit of the organisation</translation>
    </message>
    <message>
        <source>Varför resultat saknas</source>
        <translation>Why there is no result</translation>
    </message>
    <message>
        <source>utfall</source>
        <translation>outcomes</translation>
    </message>
    <message>
        <source>Hittat: {0}.</source>
        <translation>Found: {0}.</translation>
    </message>
    <message>
        <source> {0} att titta på efteråt: texter som inte är tal blir skäl till att resultat saknas, och kolumner som inte används läses inte.</source>
        <translation> {0} to look at afterwards: texts that are not numbers become reasons for there being no result, and columns that are not used are not read.</translation>
    </message>
    <message>
        <source>sak</source>
        <translation>thing</translation>
    </message>
    <message>
        <source>saker</source>
        <translation>things</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Ditt namn</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Färger</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Stavning</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>Mapp för planfiler</source>
        <translation>Folder for plan files</translation>
    </message>
    <message>
        <source>Kommunens profil</source>
        <translation>The municipality&apos;s profile</translation>
    </message>
    <message>
        <source>Mappar för export</source>
        <translation>Folders for export</translation>
    </message>
    <message>
        <source>Som systemet</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Ljusa</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mörka</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Bestämt av organisationen</source>
        <translation>Decided by the organisation</translation>
    </message>
    <message>
        <source>Organisationens inställningar går inte att läsa ({0}). Tills de har rättats gäller standardvärden, och export är avstängd.</source>
        <translation>The organisation&apos;s settings cannot be read ({0}). Until they are mended, defaults hold and export is off.</translation>
    </message>
    <message>
        <source>Organisationens inställning ”{0}” har ett värde som QPDesk inte förstår. Standardvärdet gäller tills it-avdelningen har rättat det.</source>
        <translation>The organisation&apos;s setting “{0}” has a value that QPDesk does not understand. The default holds until the IT department has mended it.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Var som helst</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Märk felstavade ord</source>
        <translation>&amp;Mark misspelt words</translation>
    </message>
    <message>
        <source>&amp;Välj mapp…</source>
        <translation>&amp;Choose folder…</translation>
    </message>
    <message>
        <source>Visa &amp;profilen…</source>
        <translation>Show the &amp;profile…</translation>
    </message>
    <message>
        <source>&amp;Ta tillbaka mina val</source>
        <translation>&amp;Take back my choices</translation>
    </message>
    <message>
        <source>Står i historiken, och visas för den som öppnar samma fil.</source>
        <translation>Stands in the history, and is shown to whoever opens the same file.</translation>
    </message>
    <message>
        <source>Byts när du stänger. Språket i dokumenten är alltid svenska.</source>
        <translation>Changes when you close. The language of the documents is always Swedish.</translation>
    </message>
</context>
<context>
    <name>SmallPages</name>
    <message>
        <source>Sida {0}</source>
        <translation>Page {0}</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Ordlistan kan inte läsas på den här datorn. Allt annat fungerar.</source>
        <translation>The dictionary cannot be read on this computer. Everything else works.</translation>
    </message>
    <message>
        <source>Stavningskontrollen är avstängd. Slå på den under Visa.</source>
        <translation>Spell checking is off. Turn it on under View.</translation>
    </message>
    <message>
        <source>Inga felstavade ord i texten.</source>
        <translation>No misspelt words in the text.</translation>
    </message>
    <message>
        <source>Okänt ord: {0}. Inga förslag.</source>
        <translation>Unknown word: {0}. No suggestions.</translation>
    </message>
    <message>
        <source>Okänt ord: {0}. Förslag: {1}. Välj med menytangenten.</source>
        <translation>Unknown word: {0}. Suggestions: {1}. Choose with the menu key.</translation>
    </message>
    <message>
        <source>(inga förslag)</source>
        <translation>(no suggestions)</translation>
    </message>
    <message>
        <source>&amp;Lägg till i ordlistan</source>
        <translation>&amp;Add to the word list</translation>
    </message>
    <message>
        <source>&amp;Ta bort ur ordlistan</source>
        <translation>&amp;Remove from the word list</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>filen skrivs när mappen är tillbaka</source>
        <translation>the file is written when the folder is back</translation>
    </message>
    <message>
        <source>filen är borta och skrivs igen om en stund</source>
        <translation>the file is gone and is written again in a while</translation>
    </message>
    <message>
        <source>filen skrivs när disken har plats</source>
        <translation>the file is written when the disk has room</translation>
    </message>
    <message>
        <source>filen är skrivskyddad eller öppen i ett annat program</source>
        <translation>the file is write-protected or open in another program</translation>
    </message>
    <message>
        <source>filen är upptagen</source>
        <translation>the file is in use</translation>
    </message>
    <message>
        <source>filen har skadats av något annat</source>
        <translation>the file has been damaged by something else</translation>
    </message>
    <message>
        <source>en annan sorts fil ligger på filens plats</source>
        <translation>another kind of file lies in the file&apos;s place</translation>
    </message>
    <message>
        <source>filen är sparad av en nyare version</source>
        <translation>the file has been saved by a newer version</translation>
    </message>
    <message>
        <source>filen skrivs när den går att nå</source>
        <translation>the file is written when it can be reached</translation>
    </message>
    <message>
        <source>Sparat på den här datorn – {0}</source>
        <translation>Saved on this computer – {0}</translation>
    </message>
    <message>
        <source>Sparat på den här datorn – väntar på filens plats …</source>
        <translation>Saved on this computer – waiting for the file&apos;s place …</translation>
    </message>
    <message>
        <source>Sparat på den här datorn – skriver filen …</source>
        <translation>Saved on this computer – writing the file …</translation>
    </message>
    <message>
        <source>Arbetet är sparat på den här datorn. QPDesk väntar på att {0} ska skrivas i {1}. Svarar platsen inte, stängs filen ändå om en stund och skrivs nästa gång den öppnas här.</source>
        <translation>Your work is saved on this computer. QPDesk is waiting for {0} to be written in {1}. If that place does not answer, the file is closed anyway in a while, and is written the next time it is opened here.</translation>
    </message>
    <message>
        <source>Stäng ändå</source>
        <translation>Close anyway</translation>
    </message>
    <message>
        <source>Disken på den här datorn är full, så {0} kan inte skrivas. Det som redan står i planen är sparat. Frigör plats; filen skrivs sedan av sig själv.</source>
        <translation>This computer&apos;s disk is full, so {0} cannot be written. What already stands in the plan is saved. Make room; the file is then written by itself.</translation>
    </message>
    <message>
        <source>{0} har sparats av någon med QPDesk {1}, och här är QPDesk {2}. Filen rörs inte, och ditt arbete är sparat på den här datorn. Uppdatera programmet till version {1} eller senare; då läggs det ihop.</source>
        <translation>{0} has been saved by somebody with QPDesk {1}, and this is QPDesk {2}. The file is left alone, and your work is saved on this computer. Update the program to version {1} or later; then it is joined.</translation>
    </message>
    <message>
        <source>{0} går inte att nå: nätverket eller disken svarar inte. Arbeta vidare; allt sparas på den här datorn, och filen skrivs av sig själv när den går att nå igen.</source>
        <translation>{0} cannot be reached: the network or the disk does not answer. Work on; everything is saved on this computer, and the file is written by itself when it can be reached again.</translation>
    </message>
    <message>
        <source> Den rörs inte, och ditt arbete är sparat på den här datorn. Lägg tillbaka det, så sparas det som nu ligger där bland säkerhetskopiorna, eller spara en kopia på en annan plats.</source>
        <translation> It is not touched, and your work is saved on this computer. Put it back, and what lies there now is kept among the backups, or save a copy in another place.</translation>
    </message>
    <message>
        <source>Mappen där {0} ligger går inte att nå: nätverket, stickan eller mappen är borta. Arbeta vidare; allt sparas på den här datorn, och filen skrivs av sig själv när mappen är tillbaka.</source>
        <translation>The folder where {0} lies cannot be reached: the network, the stick or the folder is gone. Work on; everything is saved on this computer, and the file is written by itself when the folder is back.</translation>
    </message>
    <message>
        <source>{0} har tagits bort, flyttats eller fått ett annat namn av någon. Arbeta vidare; allt är sparat på den här datorn, och filen skrivs igen på samma plats om en stund.</source>
        <translation>Somebody has deleted, moved or renamed {0}. Work on; everything is saved on this computer, and the file is written again in the same place in a while.</translation>
    </message>
    <message>
        <source>Disken där {0} ligger är full. Arbeta vidare; allt sparas på den här datorn, och filen skrivs av sig själv när disken har plats.</source>
        <translation>The disk where {0} lies is full. Work on; everything is saved on this computer, and the file is written by itself when the disk has room.</translation>
    </message>
    <message>
        <source>{0} går inte att skriva: den är skrivskyddad, öppen i ett annat program, eller så saknar du skrivrätt. Arbeta vidare; allt sparas på den här datorn, och filen skrivs av sig själv när det går.</source>
        <translation>{0} cannot be written: it is write-protected, open in another program, or you may not write it. Work on; everything is saved on this computer, and the file is written by itself when that is possible.</translation>
    </message>
    <message>
        <source>{0} har skadats av något annat.</source>
        <translation>{0} has been damaged by something else.</translation>
    </message>
    <message>
        <source>Där {0} låg ligger nu en annan sorts fil.</source>
        <translation>Where {0} was there is now another kind of file.</translation>
    </message>
    <message>
        <source>{0} har sparats av någon med en nyare version av programmet. Filen rörs inte, och ditt arbete är sparat på den här datorn. Uppdatera programmet; då läggs det ihop.</source>
        <translation>Somebody has saved {0} with a newer version of the program. The file is not touched, and your work is saved on this computer. Update the program; then they are joined.</translation>
    </message>
    <message>
        <source>{0} är skriven igen. Allt är sparat.</source>
        <translation>{0} is written again. Everything is saved.</translation>
    </message>
    <message>
        <source>{0} hade tagits bort, flyttats eller fått ett annat namn. Ditt arbete är skrivet till en ny fil på samma plats.</source>
        <translation>{0} had been deleted, moved or renamed. Your work is written to a new file in the same place.</translation>
    </message>
    <message>
        <source>{0} är öppen hos {1} sedan {2}, på datorn {3}.</source>
        <translation>{0} is open at {1} since {2}, on the computer {3}.</translation>
    </message>
    <message>
        <source>okänd</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Arbetar du vidare läggs era ändringar ihop av sig själva, och inget skrivs över. Läser du bara visas den andras ändringar efter hand.</source>
        <translation>If you work on, your changes are joined by themselves and nothing is overwritten. If you only read, the other&apos;s changes are shown as they come.</translation>
    </message>
    <message>
        <source>{0} arbetar också i filen (sedan {1}, på datorn {2}). Era ändringar läggs ihop efter hand.</source>
        <translation>{0} is also working in the file (since {1}, on the computer {2}). Your changes are joined as you go.</translation>
    </message>
    <message>
        <source>Filen är öppen för läsning. Andras ändringar visas efter hand.</source>
        <translation>The file is open for reading. Others&apos; changes are shown as they come.</translation>
    </message>
    <message>
        <source>{0} arbetar i den.</source>
        <translation>{0} is working in it.</translation>
    </message>
    <message>
        <source>Öppen för läsning</source>
        <translation>Open for reading</translation>
    </message>
    <message>
        <source>{0} från {1} lades till</source>
        <translation>{0} from {1} were added</translation>
    </message>
    <message>
        <source>{0}: två har skrivit olika om samma sak. Båda uppgifterna är kvar.</source>
        <translation>{0}: two people have written differently about the same thing. Both remain.</translation>
    </message>
    <message>
        <source>{0} att ta ställning till</source>
        <translation>{0} to decide</translation>
    </message>
    <message>
        <source>Bredvid filen ligger en kopia, {0}, med ändringar som saknas här. Slås de ihop är kopian kvar som den är.</source>
        <translation>Beside the file lies a copy, {0}, with changes that are missing here. If they are joined, the copy stays as it is.</translation>
    </message>
    <message>
        <source>{0} har flyttats eller fått ett nytt namn. Det du har gjort här följde med.</source>
        <translation>{0} has been moved or renamed. What you have done here came along.</translation>
    </message>
    <message>
        <source>Arbetskopian av {0} på den här datorn var skadad och har gjorts om ur sin historik. Inget har gått förlorat.</source>
        <translation>The working copy of {0} on this computer was damaged and has been made anew from its history. Nothing is lost.</translation>
    </message>
    <message>
        <source>Arbetskopian av {0} på den här datorn var skadad. Det som visas är filen som den senast skrevs; den skadade kopian är undanlagd bland säkerhetskopiorna.</source>
        <translation>The working copy of {0} on this computer was damaged. What is shown is the file as last written; the damaged copy is kept among the backups.</translation>
    </message>
    <message>
        <source>{0} var skadad eller tom. Den är återställd från versionen som låg bredvid. Kontrollera det som skrevs sist.</source>
        <translation>{0} was damaged or empty. It is restored from the version that lay beside it. Check what was written last.</translation>
    </message>
    <message>
        <source>{0} var skadad. Den är återställd från den senaste hela säkerhetskopian. Kontrollera det som skrevs sist; den skadade filen är sparad bland säkerhetskopiorna.</source>
        <translation>{0} was damaged. It is restored from the latest whole backup. Check what was written last; the damaged file is kept among the backups.</translation>
    </message>
    <message>
        <source>{0} var skadad. Den är återställd från arbetskopian på den här datorn, med allt som gjorts här. Den skadade filen är sparad bland säkerhetskopiorna.</source>
        <translation>{0} was damaged. It is restored from the working copy on this computer, with all that was done here. The damaged file is kept among the backups.</translation>
    </message>
    <message>
        <source>Arbetet som gjorts i filen finns kvar på den här datorn och kan läggas tillbaka.</source>
        <translation>The work done in the file remains on this computer and can be put back.</translation>
    </message>
    <message>
        <source>{0} är inte längre en planfil: den har skadats eller bytts ut. Arbetet som gjorts i den finns kvar på den här datorn. Ska det läggas tillbaka? Det som ligger där nu sparas bland säkerhetskopiorna.</source>
        <translation>{0} is no longer a plan file: it has been damaged or exchanged. The work done in it remains on this computer. Shall it be put back? What lies there now is kept among the backups.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Hittas inte i {0}</source>
        <translation>Not found in {0}</translation>
    </message>
    <message>
        <source>Välkommen till QPDesk</source>
        <translation>Welcome to QPDesk</translation>
    </message>
    <message>
        <source>Öppna ett exempel</source>
        <translation>Open an example</translation>
    </message>
    <message>
        <source>En påhittad kommuns kvalitetsplan att prova på.</source>
        <translation>The quality plan of an invented municipality, to try things on.</translation>
    </message>
    <message>
        <source>Börja på en ny fil</source>
        <translation>Begin a new file</translation>
    </message>
    <message>
        <source>En tom plan, eller en mall med kapitel och processer.</source>
        <translation>An empty plan, or a template with chapters and processes.</translation>
    </message>
    <message>
        <source>Importera</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>En plan eller uppföljning ur Word, Excel eller JSON.</source>
        <translation>A plan or follow-up from Word, Excel or JSON.</translation>
    </message>
    <message>
        <source>Öppna en fil</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>En .qpd-fil som redan finns.</source>
        <translation>A .qpd file that is there already.</translation>
    </message>
    <message>
        <source>Senaste filer</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>Leta upp…</source>
        <translation>Find it…</translation>
    </message>
    <message>
        <source>Ta bort ur listan</source>
        <translation>Remove from the list</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ej påbörjad</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>Pågår</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Fortsätter nästa år</source>
        <translation>Goes on next year</translation>
    </message>
    <message>
        <source>Utgått</source>
        <translation>Discontinued</translation>
    </message>
    <message>
        <source>ej påbörjade</source>
        <translation>not started</translation>
    </message>
    <message>
        <source>pågår</source>
        <translation>ongoing</translation>
    </message>
    <message>
        <source>klara</source>
        <translation>done</translation>
    </message>
    <message>
        <source>fortsätter nästa år</source>
        <translation>going on next year</translation>
    </message>
    <message>
        <source>utgått</source>
        <translation>discontinued</translation>
    </message>
</context>
<context>
    <name>StatusChoice</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>TogetherPanel</name>
    <message>
        <source>Uppgifter för alla markerade</source>
        <translation>Details of all selected</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Verktyg</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Fler verktyg</source>
        <translation>More tools</translation>
    </message>
    <message>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Lägg till en risk, egenkontroll, åtgärd …</source>
        <translation>Add a risk, control, measure …</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Uppföljning</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Indikatorer</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Riskmatris</source>
        <translation>Risk matrix</translation>
    </message>
    <message>
        <source>Översikt</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Ångra</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gör om</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Filen kunde inte läsas eller skrivas. Inget i planen har ändrats. Kontrollera platsen och försök igen.</source>
        <translation>The file could not be read or written. Nothing in the plan has been changed. Check the place and try again.</translation>
    </message>
    <message>
        <source>Något gick fel. Det som står i planen är sparat. Försök igen.</source>
        <translation>Something went wrong. What stands in the plan is saved. Try again.</translation>
    </message>
    <message>
        <source>{0} är skriven med QPDesk {1}, och här är QPDesk {2}. Filen är orörd. Uppdatera programmet till version {1} eller senare.</source>
        <translation>{0} was written with QPDesk {1}, and this is QPDesk {2}. The file is untouched. Update the program to version {1} or later.</translation>
    </message>
    <message>
        <source>{0} kunde inte läsas eller skrivas. Det som redan står i planen är sparat på den här datorn. Försök igen.</source>
        <translation>{0} could not be read or written. What already stands in the plan is saved on this computer. Try again.</translation>
    </message>
    <message>
        <source>{0} finns inte längre på sin plats. Leta upp den igen.</source>
        <translation>{0} is no longer in its place. Find it again.</translation>
    </message>
    <message>
        <source>{0} har tagits bort eller flyttats. Ditt arbete är sparat på den här datorn och skrivs till en ny fil på samma plats.</source>
        <translation>{0} has been deleted or moved. Your work is saved on this computer and is written to a new file in the same place.</translation>
    </message>
    <message>
        <source>{0} är ingen planfil. Filen är orörd. Välj en .qpd-fil.</source>
        <translation>{0} is no plan file. The file is untouched. Choose a .qpd file.</translation>
    </message>
    <message>
        <source>{0} är skadad. Filen är orörd. Hämta en säkerhetskopia eller be om hjälp.</source>
        <translation>{0} is damaged. The file is untouched. Fetch a backup or ask for help.</translation>
    </message>
    <message>
        <source>{0} är skriven med en nyare version av programmet. Filen är orörd. Uppdatera programmet.</source>
        <translation>{0} was written with a newer version of the program. The file is untouched. Update the program.</translation>
    </message>
    <message>
        <source>{0} är redan öppen på den här datorn. Använd det andra fönstret.</source>
        <translation>{0} is already open on this computer. Use the other window.</translation>
    </message>
    <message>
        <source>Det finns ingen plats kvar på disken för {0}. Det som redan står i planen är sparat. Frigör plats och försök igen.</source>
        <translation>There is no room left on the disk for {0}. What already stands in the plan is saved. Make room and try again.</translation>
    </message>
    <message>
        <source>{0} ändras av någon annan just nu. Ditt arbete är sparat på den här datorn. Försök igen om en stund.</source>
        <translation>{0} is being changed by somebody else just now. Your work is saved on this computer. Try again in a while.</translation>
    </message>
    <message>
        <source>{0} får inte skrivas här. Det som redan står i planen är sparat på den här datorn. Be om skrivrätt eller spara på en annan plats.</source>
        <translation>{0} may not be written here. What already stands in the plan is saved on this computer. Ask for the right to write, or save in another place.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>&amp;Ångra</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Gör om</source>
        <translation>&amp;Redo</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>procent</source>
        <translation>per cent</translation>
    </message>
    <message>
        <source>antal</source>
        <translation>number</translation>
    </message>
    <message>
        <source>skala 1–5</source>
        <translation>scale 1–5</translation>
    </message>
    <message>
        <source>fritext</source>
        <translation>free text</translation>
    </message>
</context>
<context>
    <name>Version</name>
    <message>
        <source>Läggs tillbaka</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>Tas bort</source>
        <translation>Is deleted</translation>
    </message>
    <message>
        <source>Flyttas</source>
        <translation>Is moved</translation>
    </message>
    <message>
        <source>Ändras</source>
        <translation>Is changed</translation>
    </message>
    <message>
        <source>(utan namn)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Ingen skillnad: allt är som i den här versionen.</source>
        <translation>No difference: everything is as in this version.</translation>
    </message>
    <message>
        <source>Om du går tillbaka: {0}.</source>
        <translation>If you go back: {0}.</translation>
    </message>
    <message>
        <source>Den här versionen är skadad och kan inte visas eller läggas tillbaka.</source>
        <translation>This version is damaged and can neither be shown nor put back.</translation>
    </message>
    <message>
        <source>Den här arbetskopian lades åt sidan: den var skadad, eller hörde till en annan fil på samma plats. Spara den som en egen fil för att se vad den har.</source>
        <translation>This working copy was set aside: it was damaged, or belonged to another file in the same place. Save it as a file of its own to see what it has.</translation>
    </message>
    <message>
        <source>Ersatt version</source>
        <translation>Replaced version</translation>
    </message>
    <message>
        <source>Undanlagd kopia</source>
        <translation>Copy set aside</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>WastebasketDialog</name>
    <message>
        <source>Papperskorg</source>
        <translation>Wastebasket</translation>
    </message>
    <message>
        <source>Återställt: {0}. Ångra med Ctrl+Z.</source>
        <translation>Restored: {0}. Undo with Ctrl+Z.</translation>
    </message>
    <message>
        <source>(utan namn)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Papperskorgen är tom.</source>
        <translation>The wastebasket is empty.</translation>
    </message>
    <message>
        <source>Inga träffar.</source>
        <translation>No hits.</translation>
    </message>
    <message>
        <source>Sök bland det borttagna</source>
        <translation>Search what has been deleted</translation>
    </message>
    <message>
        <source>Borttagna poster</source>
        <translation>Deleted items</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Låg under</source>
        <translation>Stood under</translation>
    </message>
    <message>
        <source>Togs bort</source>
        <translation>Was deleted</translation>
    </message>
    <message>
        <source>Av</source>
        <translation>By</translation>
    </message>
    <message>
        <source>&amp;Återställ</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>&amp;Stäng</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Hur långt arbetet har kommit</source>
        <translation>How far the work has come</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>WritingTools</name>
    <message>
        <source>Höj rubrikens nivå</source>
        <translation>Raise the level of the heading</translation>
    </message>
    <message>
        <source>Sänk rubrikens nivå</source>
        <translation>Lower the level of the heading</translation>
    </message>
    <message>
        <source>{0} (i löpande text)</source>
        <translation>{0} (in running text)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Vad stycket är</source>
        <translation>What the paragraph is</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>Rubrik 1</source>
        <translation>Heading 1</translation>
    </message>
    <message>
        <source>Rubrik 2</source>
        <translation>Heading 2</translation>
    </message>
    <message>
        <source>Rubrik 3</source>
        <translation>Heading 3</translation>
    </message>
    <message>
        <source>Stycke</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <source>Punkt</source>
        <translation>Bullet</translation>
    </message>
    <message>
        <source>Fotnot</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>Länk…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>Gör till åtgärd…</source>
        <translation>Make it a measure…</translation>
    </message>
</context>
<context>
    <name>_Bands</name>
    <message>
        <source>Risknivåernas namn, från vilken nivå</source>
        <translation>Names of the risk levels, from which level</translation>
    </message>
    <message>
        <source>Band {0}, från nivå</source>
        <translation>Band {0}, from level</translation>
    </message>
    <message>
        <source>används inte</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>Band {0}, namn</source>
        <translation>Band {0}, name</translation>
    </message>
</context>
<context>
    <name>_ReminderModel</name>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Klar senast</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Egenkontroll</source>
        <translation>Control</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Varning</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>Meddelande</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Dölj meddelandet</source>
        <translation>Hide the notice</translation>
    </message>
</context>
<context>
    <name>_Steps</name>
    <message>
        <source>{0}: antal steg</source>
        <translation>{0}: number of steps</translation>
    </message>
    <message>
        <source>{0}, antal steg</source>
        <translation>{0}, number of steps</translation>
    </message>
    <message>
        <source>{0}, steg {1}</source>
        <translation>{0}, step {1}</translation>
    </message>
</context>
</TS>
