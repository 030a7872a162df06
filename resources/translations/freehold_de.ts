<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSettings</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Freehold %1</source>
        <translation>Freehold %1</translation>
    </message>
    <message>
        <source>Free software under the GNU GPL, version 3 or later. No account needed.</source>
        <translation>Freie Software unter der GNU GPL, Version 3 oder neuer. Kein Konto nötig.</translation>
    </message>
</context>
<context>
    <name>AddMachineSheet</name>
    <message>
        <source>Add a machine to %1</source>
        <translation>Einen Rechner zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Type the six digits that %1 shows.</source>
        <translation>Tippe die sechs Ziffern ein, die %1 zeigt.</translation>
    </message>
    <message>
        <source>The digits are right. Somebody at %1 has to say yes now.</source>
        <translation>Die Ziffern stimmen. Jetzt muss an %1 jemand Ja sagen.</translation>
    </message>
    <message>
        <source>%1 belongs to %2 now. It is getting its copy of the house and shows when it is there.</source>
        <translation>%1 gehört jetzt zu %2. Es holt seine Kopie des Hauses und sagt, wann sie da ist.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Es hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>What it will mean</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>%1 will hold a copy of the house and its history.</source>
        <translation>%1 wird eine Kopie des Hauses und seines Verlaufs haben.</translation>
    </message>
    <message>
        <source>You can forget it later, from any other machine of the house.</source>
        <translation>Du kannst es später vergessen, von jedem anderen Rechner des Hauses aus.</translation>
    </message>
    <message>
        <source>Next you type the six digits that it shows.</source>
        <translation>Als Nächstes tippst du die sechs Ziffern ein, die er zeigt.</translation>
    </message>
    <message>
        <source>Choose a machine that asks.</source>
        <translation>Wähle einen Rechner, der fragt.</translation>
    </message>
    <message>
        <source>%1 left, one try</source>
        <translation>Noch %1, ein Versuch</translation>
    </message>
    <message>
        <source>Waiting for %1, %2 left</source>
        <translation>Warten auf %1, noch %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type its digits</source>
        <translation>Ziffern eintippen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AddPersonSheet</name>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Year of birth, if you like</source>
        <translation>Geburtsjahr, wenn du magst</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>AfterLossSheet</name>
    <message>
        <source>%1 is forgotten</source>
        <translation>%1 ist vergessen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan ist</translation>
    </message>
    <message>
        <source>No machine of the house talks to %1 any more, and nothing that it changes counts.</source>
        <translation>Kein Rechner des Hauses spricht mehr mit %1, und nichts zählt mehr, was es ändert.</translation>
    </message>
    <message>
        <source>If it was lost or stolen</source>
        <translation>Wenn es verloren oder gestohlen ist</translation>
    </message>
    <message>
        <source>The backups made on %1 let nobody in any more.</source>
        <translation>Die Sicherungen von %1 lassen niemanden mehr herein.</translation>
    </message>
    <message>
        <source>Backups made on %1 can let a machine into the house, for whoever knows their passphrase.</source>
        <translation>Mit Sicherungen von %1 kommt ein Gerät ins Haus, wenn jemand ihre Passphrase kennt.</translation>
    </message>
    <message>
        <source>%1 knows the Wi-Fi password: whoever has it gets onto your network. Change it at the router.</source>
        <translation>%1 kennt das WLAN-Passwort: Wer es hat, kommt in dein Netz. Ändere es am Router.</translation>
    </message>
    <message>
        <source>Open the router</source>
        <translation>Router öffnen</translation>
    </message>
    <message>
        <source>It is changed</source>
        <translation>Ist geändert</translation>
    </message>
    <message>
        <source>Mail, bank, shops: whatever was signed in on %1 still is. Sign it out from another machine, and change those passwords.</source>
        <translation>Mail, Bank, Läden: Was auf %1 angemeldet war, ist es noch. Melde es von einem anderen Gerät ab und ändere diese Passwörter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your machines have new secrets among themselves, which %1 does not know.</source>
        <translation>Deine Geräte haben untereinander neue Geheimnisse, die %1 nicht kennt.</translation>
    </message>
    <message>
        <source>Make invalid</source>
        <translation>Ungültig machen</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation>Sprache und Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>BackupSettings</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>The house in one file</source>
        <translation>Das Haus in einer Datei</translation>
    </message>
    <message>
        <source>With its history, sealed with a passphrase. It brings the house back when all its machines are gone.</source>
        <translation>Mit seinem Verlauf, mit einer Passphrase versiegelt. Sie bringt das Haus zurück, wenn alle seine Geräte weg sind.</translation>
    </message>
    <message>
        <source>Only an owner can make one</source>
        <translation>Nur wer das Haus besitzt, kann eine machen</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Backup made on %1</source>
        <translation>Sicherung von %1</translation>
    </message>
    <message>
        <source>%1. Who has the file and its passphrase can let one machine in with it.</source>
        <translation>%1. Wer die Datei und ihre Passphrase hat, kann damit ein Gerät hereinlassen.</translation>
    </message>
    <message>
        <source>Make invalid…</source>
        <translation>Ungültig machen …</translation>
    </message>
</context>
<context>
    <name>BackupSheet</name>
    <message>
        <source>The backup is made</source>
        <translation>Die Sicherung ist fertig</translation>
    </message>
    <message>
        <source>Back up the house</source>
        <translation>Das Haus sichern</translation>
    </message>
    <message>
        <source>Writing: %1 so far.</source>
        <translation>Wird geschrieben: bisher %1.</translation>
    </message>
    <message>
        <source>Writing.</source>
        <translation>Wird geschrieben.</translation>
    </message>
    <message>
        <source>The file holds the house, its history, and what lets a machine back in. Who has it and the passphrase has the house: keep the two apart, and neither on this machine alone. Nobody can bring the passphrase back if it is forgotten.</source>
        <translation>Die Datei enthält das Haus, seinen Verlauf und was ein Gerät wieder hineinlässt. Wer sie und die Passphrase hat, hat das Haus: Bewahre beide getrennt auf, und keine nur auf diesem Gerät. Niemand kann die Passphrase zurückholen, wenn sie vergessen ist.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Wohin sie kommt</translation>
    </message>
    <message>
        <source>Backups of Freehold (*.freehold)</source>
        <translation>Sicherungen von Freehold (*.freehold)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Also what this machine has seen: the devices around it, and what happened. The house does not need it.</source>
        <translation>Auch, was dieses Gerät gesehen hat: die Geräte ringsum und was geschah. Das Haus braucht es nicht.</translation>
    </message>
    <message>
        <source>Also what this machine has seen</source>
        <translation>Auch, was dieses Gerät gesehen hat</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Was sie bewirkte</translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. This would go.</source>
        <translation>%1. Würde zurückgenommen.</translation>
    </message>
    <message>
        <source>would go</source>
        <translation>würde gehen</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Taking effect, goes on %1</source>
        <translation>Wird wirksam, nächster Schritt: %1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back, %1</source>
        <translation>Zurückgenommen, %1</translation>
    </message>
    <message>
        <source>%1 took it back, %2</source>
        <translation>%1 nahm sie zurück, %2</translation>
    </message>
    <message>
        <source>Trying, %1 left</source>
        <translation>Auf Probe, noch %1</translation>
    </message>
    <message>
        <source>Went back by itself</source>
        <translation>Von selbst zurückgegangen</translation>
    </message>
    <message>
        <source>Trial ended, not kept</source>
        <translation>Erprobt, nicht behalten</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>By hand, in the files on %1</source>
        <translation>Von Hand, in den Dateien auf %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, auf %2</translation>
    </message>
    <message>
        <source>Which machines belong to the house, and what each may do, stays as it is now.</source>
        <translation>Welche Rechner zum Haus gehören und was jeder darf, bleibt, wie es jetzt ist.</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Nothing that the house does changed</source>
        <translation>Am Haus hat sich nichts geändert</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, und %n weitere</numerusform>
            <numerusform>%1, und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Took a change back. Now: %1</source>
        <translation>Eine Änderung zurückgenommen. Jetzt: %1</translation>
    </message>
    <message>
        <source>Made a change again. Now: %1</source>
        <translation>Eine Änderung wiederholt. Jetzt: %1</translation>
    </message>
    <message>
        <source>Put the house back. Now: %1</source>
        <translation>Das Haus zurückversetzt. Jetzt: %1</translation>
    </message>
    <message>
        <source>Went back by itself. Now: %1</source>
        <translation>Von selbst zurückgegangen. Jetzt: %1</translation>
    </message>
    <message>
        <source>Edited by hand: %1</source>
        <translation>Von Hand bearbeitet: %1</translation>
    </message>
    <message>
        <source>Repaired: %1</source>
        <translation>Repariert: %1</translation>
    </message>
</context>
<context>
    <name>ChooseMachine</name>
    <message>
        <source>It needs Freehold on it. Phones, printers and televisions appear by themselves.</source>
        <translation>Er braucht Freehold. Telefone, Drucker und Fernseher erscheinen von selbst.</translation>
    </message>
    <message>
        <source>Machines that ask</source>
        <translation>Rechner, die fragen</translation>
    </message>
    <message>
        <source>This machine has no network just now, so none can ask.</source>
        <translation>Dieser Rechner hat gerade kein Netz, darum kann keiner fragen.</translation>
    </message>
    <message>
        <source>Or invite one without a screen</source>
        <translation>Oder einen ohne Bildschirm einladen</translation>
    </message>
    <message>
        <source>What may it do?</source>
        <translation>Was darf er?</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Holds a copy of the house. May change nothing.</source>
        <translation>Hat eine Kopie des Hauses. Darf nichts ändern.</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Holds a copy of the house. May name devices, and not change people or rules.</source>
        <translation>Hat eine Kopie des Hauses. Darf Geräte benennen, aber weder Personen noch Regeln ändern.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Holds a copy of the house. May change everything, also people and machines.</source>
        <translation>Hat eine Kopie des Hauses. Darf alles ändern, auch Personen und Rechner.</translation>
    </message>
    <message>
        <source>Another one? Start Freehold there and choose to join a house. Where this machine is not found, type %1.</source>
        <translation>Ein anderer? Starte dort Freehold und wähle, einem Haus beizutreten. Wird dieser Rechner nicht gefunden, tippe %1 ein.</translation>
    </message>
    <message>
        <source>None asks yet. On the other machine start Freehold and choose to join a house: it finds this one while this sheet is open, or you type %1 there. Then it appears here.</source>
        <translation>Noch fragt keiner. Starte Freehold auf dem anderen Rechner und wähle, einem Haus beizutreten: Er findet diesen, solange dieses Blatt offen ist, oder du tippst dort %1 ein. Dann erscheint er hier.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>See “freeholdctl %1”</source>
        <translation>Siehe „freeholdctl %1“</translation>
    </message>
    <message>
        <source>There is no command “%1”</source>
        <translation>Es gibt keinen Befehl „%1“</translation>
    </message>
    <message>
        <source>“%1” is one word too many</source>
        <translation>„%1“ ist ein Wort zu viel</translation>
    </message>
    <message>
        <source>“%1” is not of the form DOCUMENT=FILE</source>
        <translation>„%1“ hat nicht die Form DOCUMENT=FILE</translation>
    </message>
    <message>
        <source>Standard input can be only one of the documents</source>
        <translation>Die Standardeingabe kann nur eines der Dokumente sein</translation>
    </message>
    <message>
        <source>There is no option “%1” here</source>
        <translation>Eine Option „%1“ gibt es hier nicht</translation>
    </message>
    <message>
        <source>The option “%1” takes no value</source>
        <translation>Die Option „%1“ nimmt keinen Wert</translation>
    </message>
    <message>
        <source>The option “%1” needs a value</source>
        <translation>Die Option „%1“ braucht einen Wert</translation>
    </message>
    <message>
        <source>“%1” needs the number of an open file, not “%2”</source>
        <translation>„%1“ braucht die Nummer einer offenen Datei, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 needs a whole number, not “%2”</source>
        <translation>%1 braucht eine ganze Zahl, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 can&apos;t be “%2”, only one of these: %3</source>
        <translation>%1 kann nicht „%2“ sein, nur eines von diesen: %3</translation>
    </message>
    <message>
        <source>No command was given</source>
        <translation>Es wurde kein Befehl gegeben</translation>
    </message>
    <message>
        <source>“%1” is only the beginning of a command</source>
        <translation>„%1“ ist erst der Anfang eines Befehls</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>New passphrase:</source>
        <translation>Neue Passphrase:</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>Passphrase:</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>Noch einmal derselbe:</translation>
    </message>
    <message>
        <source>This can&apos;t be taken back.</source>
        <translation>Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>This can be taken back only for a time.</source>
        <translation>Das lässt sich nur eine Zeit lang zurücknehmen.</translation>
    </message>
    <message>
        <source>Change:</source>
        <translation>Änderung:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Wann:</translation>
    </message>
    <message>
        <source>Who:</source>
        <translation>Wer:</translation>
    </message>
    <message>
        <source>From:</source>
        <translation>Von:</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Warum:</translation>
    </message>
    <message>
        <source>Summary:</source>
        <translation>Kurz:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>Stand:</translation>
    </message>
    <message>
        <source>Ends:</source>
        <translation>Endet:</translation>
    </message>
    <message>
        <source>Goes on:</source>
        <translation>Geht weiter:</translation>
    </message>
    <message>
        <source>Taken back by:</source>
        <translation>Zurückgenommen durch:</translation>
    </message>
    <message>
        <source>Rolled back by:</source>
        <translation>Zurückgegangen durch:</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Weil:</translation>
    </message>
    <message>
        <source>Refers to:</source>
        <translation>Bezieht sich auf:</translation>
    </message>
    <message>
        <source>What it did:</source>
        <translation>Was sie tat:</translation>
    </message>
    <message>
        <source>Differences:</source>
        <translation>Unterschiede:</translation>
    </message>
    <message>
        <source>Keep it with “freeholdctl change confirm %1”; it goes back by itself otherwise.</source>
        <translation>Behalte sie mit „freeholdctl change confirm %1“; sonst geht sie von selbst zurück.</translation>
    </message>
    <message>
        <source>Take it back with “freeholdctl change undo %1”.</source>
        <translation>Nimm sie zurück mit „freeholdctl change undo %1“.</translation>
    </message>
    <message>
        <source>See “freeholdctl change show %1”.</source>
        <translation>Siehe „freeholdctl change show %1“.</translation>
    </message>
    <message>
        <source>Use it with “freeholdctl change choose %1”.</source>
        <translation>Wähle sie mit „freeholdctl change choose %1“.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This can&apos;t be done:</source>
        <translation>Das geht nicht:</translation>
    </message>
    <message>
        <source>Nothing has changed yet. This would happen:</source>
        <translation>Noch hat sich nichts geändert. Das würde geschehen:</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>These changes go:</source>
        <translation>Diese Änderungen gehen verloren:</translation>
    </message>
    <message>
        <source>These only go forward and stay as they are:</source>
        <translation>Diese gehen nur vorwärts und bleiben, wie sie sind:</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Unterschrieben von %1</translation>
    </message>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Noch hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>locked (sealed by: %1)</source>
        <translation>verschlossen (durch: %1)</translation>
    </message>
    <message>
        <source>open (sealed by: %1)</source>
        <translation>offen (verschlossen durch: %1)</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>noch nicht gesagt</translation>
    </message>
    <message>
        <source>the whole house</source>
        <translation>das ganze Haus</translation>
    </message>
    <message>
        <source>online</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>away</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>away since %1</source>
        <translation>unterwegs seit %1</translation>
    </message>
    <message>
        <source>its own key</source>
        <translation>seinem eigenen Schlüssel</translation>
    </message>
    <message>
        <source>its network address, which can be imitated</source>
        <translation>seiner Netzadresse, die sich nachahmen lässt</translation>
    </message>
    <message>
        <source>its name alone, which is easily imitated</source>
        <translation>seinem Namen allein, der sich leicht nachahmen lässt</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>Kennung:</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>Art:</translation>
    </message>
    <message>
        <source>%1 (a guess)</source>
        <translation>%1 (geraten)</translation>
    </message>
    <message>
        <source>Whose:</source>
        <translation>Gehört:</translation>
    </message>
    <message>
        <source>Member:</source>
        <translation>Mitglied:</translation>
    </message>
    <message>
        <source>This machine:</source>
        <translation>Dieser Rechner:</translation>
    </message>
    <message>
        <source>Gateway:</source>
        <translation>Gateway:</translation>
    </message>
    <message>
        <source>Recognised by:</source>
        <translation>Erkannt an:</translation>
    </message>
    <message>
        <source>Addresses:</source>
        <translation>Adressen:</translation>
    </message>
    <message>
        <source>Hardware:</source>
        <translation>Hardware:</translation>
    </message>
    <message>
        <source>%1 (made up by the device, may change)</source>
        <translation>%1 (vom Gerät erfunden, kann wechseln)</translation>
    </message>
    <message>
        <source>First seen:</source>
        <translation>Zuerst gesehen:</translation>
    </message>
    <message>
        <source>Last seen:</source>
        <translation>Zuletzt gesehen:</translation>
    </message>
    <message>
        <source>What it offers:</source>
        <translation>Was es anbietet:</translation>
    </message>
    <message>
        <source>Freehold:</source>
        <translation>Freehold:</translation>
    </message>
    <message>
        <source>%1 on %2, running for %3</source>
        <translation>%1 auf %2, läuft seit %3</translation>
    </message>
    <message>
        <source>Data:</source>
        <translation>Daten:</translation>
    </message>
    <message>
        <source>Gates:</source>
        <translation>Tore:</translation>
    </message>
    <message>
        <source>Vault:</source>
        <translation>Tresor:</translation>
    </message>
    <message>
        <source>House:</source>
        <translation>Haus:</translation>
    </message>
    <message>
        <source>House id:</source>
        <translation>Kennung des Hauses:</translation>
    </message>
    <message>
        <source>Devices:</source>
        <translation>Geräte:</translation>
    </message>
    <message>
        <source>%1 online of %2 known</source>
        <translation>%1 verbunden von %2 bekannten</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>goes back unless it is confirmed</source>
        <translation>geht zurück, wenn sie nicht bestätigt wird</translation>
    </message>
    <message>
        <source>goes back unless its checks succeed</source>
        <translation>geht zurück, wenn ihre Prüfungen nicht gelingen</translation>
    </message>
    <message>
        <source>On trial:</source>
        <translation>In der Probe:</translation>
    </message>
    <message>
        <source>Needs attention:</source>
        <translation>Braucht Aufmerksamkeit:</translation>
    </message>
    <message>
        <source>Vault: %1</source>
        <translation>Tresor: %1</translation>
    </message>
    <message>
        <source>No device has been seen yet.</source>
        <translation>Es wurde noch kein Gerät gesehen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Written to %1. Keep it away from this machine, and its passphrase elsewhere.</source>
        <translation>In %1 geschrieben. Bewahre die Datei nicht auf diesem Rechner auf, und die Passphrase woanders.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>can&apos;t be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Type these digits at “%1” within two minutes: %2 %3</source>
        <translation>Tippe diese Ziffern innerhalb von zwei Minuten an „%1“ ein: %2 %3</translation>
    </message>
    <message>
        <source>There: “freeholdctl pair requests”, then “freeholdctl pair accept REQUEST --digits %1”</source>
        <translation>Dort: „freeholdctl pair requests“, dann „freeholdctl pair accept ANFRAGE --digits %1“</translation>
    </message>
    <message>
        <source>Then here: “freeholdctl pair confirm %1”</source>
        <translation>Dann hier: „freeholdctl pair confirm %1“</translation>
    </message>
    <message>
        <source>“%1” may join. Its own “freeholdctl pair confirm” is what is missing.</source>
        <translation>„%1“ darf dazukommen. Es fehlt nur noch „freeholdctl pair confirm“ an diesem Gerät selbst.</translation>
    </message>
    <message>
        <source>No machine wants to join.</source>
        <translation>Kein Gerät will dazukommen.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>“%1” lets this machine into the house “%2”. To join it: “freeholdctl pair confirm %3”</source>
        <translation>„%1“ lässt diesen Rechner in das Haus „%2“. Um beizutreten: „freeholdctl pair confirm %3“</translation>
    </message>
    <message>
        <source>On the machine that is to join, until %1: “freeholdctl pair join INVITATION”. It is good once, and for whoever reads it.</source>
        <translation>Auf dem Rechner, der beitreten soll, bis %1: „freeholdctl pair join EINLADUNG“. Sie gilt einmal, und für jeden, der sie liest.</translation>
    </message>
    <message>
        <source>Written to %1 (%2), and read again to its last signature. Keep it away from this machine, and its passphrase elsewhere: together they let a machine into the house.</source>
        <translation>Nach %1 geschrieben (%2) und bis zur letzten Signatur wieder gelesen. Bewahre sie nicht bei diesem Gerät auf, und ihre Passphrase woanders: Zusammen lassen sie ein Gerät ins Haus.</translation>
    </message>
    <message>
        <source>No backup but one with the house&apos;s root lets a machine in.</source>
        <translation>Keine Sicherung lässt ein Gerät herein, außer einer mit der Wurzel des Hauses.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Gemacht auf</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>online, from another network</source>
        <translation>online, aus einem anderen Netz</translation>
    </message>
</context>
<context>
    <name>DetailRow</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>DeviceDetail</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>Was es anbietet</translation>
    </message>
    <message>
        <source>Nothing that it tells the network about.</source>
        <translation>Nichts, soweit es das Netz wissen lässt.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>addresses, hardware, when it was seen</source>
        <translation>Adressen, Hardware, wann gesehen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Its name and whose it is go. It is new again when it is next seen. You can undo this.</source>
        <translation>Sein Name und die Angabe, wem es gehört, werden vergessen. Wird es wieder gesehen, ist es neu. Du kannst das zurücknehmen.</translation>
    </message>
    <message>
        <source>Forget %1…</source>
        <translation>%1 vergessen …</translation>
    </message>
    <message>
        <source>Sold, given away or stolen: it then hears nothing more of the house and can change nothing in it.</source>
        <translation>Verkauft, verschenkt oder gestohlen: Es erfährt dann nichts mehr vom Haus und kann nichts mehr darin ändern.</translation>
    </message>
    <message>
        <source>Show what %1 shows</source>
        <translation>Zeigen, was %1 zeigt</translation>
    </message>
</context>
<context>
    <name>DeviceFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Noch nicht gesagt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Gerätetyp</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>No device is called that.</source>
        <translation>So heißt kein Gerät.</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Zuletzt gesehen: %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <extracomment>the name of a device that nobody has named yet</extracomment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>New, first seen %1</source>
        <translation>Neu, zuerst gesehen: %1</translation>
    </message>
    <message>
        <source>%1, last seen %2</source>
        <translation>%1, zuletzt gesehen: %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1, this machine</source>
        <translation>%1, dieser Rechner</translation>
    </message>
    <message>
        <source>Member, the way to the internet</source>
        <translation>Mitglied, der Weg ins Internet</translation>
    </message>
    <message>
        <source>The way to the internet</source>
        <translation>Der Weg ins Internet</translation>
    </message>
    <message>
        <source>Member, %1</source>
        <translation>Mitglied, %1</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Allen gemeinsam</translation>
    </message>
    <message>
        <source>New: whose is it?</source>
        <translation>Neu: Wem gehört es?</translation>
    </message>
    <message>
        <source>To the internet</source>
        <translation>Ins Internet</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
</context>
<context>
    <name>DevicesEmpty</name>
    <message>
        <source>Only this machine so far</source>
        <translation>Bisher nur dieser Rechner</translation>
    </message>
    <message>
        <source>Phones, printers and televisions appear here by themselves as soon as they answer on your network. There is nothing to do but switch one on.</source>
        <translation>Telefone, Drucker und Fernseher erscheinen hier von selbst, sobald sie in deinem Netz antworten. Du musst nur ein Gerät einschalten.</translation>
    </message>
    <message>
        <source>Looking. Nothing else has answered yet.</source>
        <translation>Die Suche läuft. Sonst hat noch nichts geantwortet.</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Find a device</source>
        <translation>Gerät suchen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a machine…</source>
        <translation>Rechner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a machine</source>
        <translation>Rechner hinzufügen</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>The house “%1” is created, with this machine as its first member.</source>
        <translation>Das Haus „%1“ wird angelegt, mit diesem Rechner als erstem Mitglied.</translation>
    </message>
    <message>
        <source>The house “%1” is called “%2” from now on.</source>
        <translation>Das Haus „%1“ heißt von jetzt an „%2“.</translation>
    </message>
    <message>
        <source>The house no longer has the domain name “%1”.</source>
        <translation>Das Haus hat den Domainnamen „%1“ nicht mehr.</translation>
    </message>
    <message>
        <source>The house has the domain name “%1” from now on.</source>
        <translation>Das Haus hat von jetzt an den Domainnamen „%1“.</translation>
    </message>
    <message>
        <source>The house&apos;s domain name is “%2” instead of “%1” from now on.</source>
        <translation>Der Domainname des Hauses ist von jetzt an „%2“ statt „%1“.</translation>
    </message>
    <message>
        <source>The house follows the clock of %2 instead of %1 from now on.</source>
        <translation>Das Haus richtet sich von jetzt an nach der Uhr von %2 statt von %1.</translation>
    </message>
    <message>
        <source>The machine “%1” joins the house and may do what the role “%2” allows.</source>
        <translation>Der Rechner „%1“ kommt ins Haus und darf, was die Rolle „%2“ erlaubt.</translation>
    </message>
    <message>
        <source>The machine “%1” may do what the role “%3” allows, no longer what “%2” did.</source>
        <translation>Der Rechner „%1“ darf, was die Rolle „%3“ erlaubt, nicht mehr, was „%2“ erlaubte.</translation>
    </message>
    <message>
        <source>The machine “%1” no longer belongs to the house.</source>
        <translation>Der Rechner „%1“ gehört nicht mehr zum Haus.</translation>
    </message>
    <message>
        <source>“%1” joins the house and may do what the role “%2” allows.</source>
        <translation>„%1“ kommt ins Haus und darf, was die Rolle „%2“ erlaubt.</translation>
    </message>
    <message>
        <source>“%1” is called “%2” from now on.</source>
        <translation>„%1“ heißt von jetzt an „%2“.</translation>
    </message>
    <message>
        <source>“%1” may do what the role “%3” allows, no longer what “%2” did.</source>
        <translation>„%1“ darf, was die Rolle „%3“ erlaubt, nicht mehr, was „%2“ erlaubte.</translation>
    </message>
    <message>
        <source>The year in which “%1” was born is no longer known.</source>
        <translation>Das Geburtsjahr von „%1“ ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>“%1” was born in %2, as far as the house knows from now on.</source>
        <translation>Als Geburtsjahr von „%1“ gilt von jetzt an %2.</translation>
    </message>
    <message>
        <source>“%1” no longer belongs to the house.</source>
        <translation>„%1“ gehört nicht mehr zum Haus.</translation>
    </message>
    <message>
        <source>The user “%1” of “%3” may use its engine as %2.</source>
        <translation>„%1“ darf auf „%3“ den Dienst von Freehold benutzen, in der Rolle „%2“.</translation>
    </message>
    <message>
        <source>The user “%1” of “%4” may use its engine as %3 instead of %2.</source>
        <translation>„%1“ darf auf „%4“ den Dienst von Freehold in der Rolle „%3“ statt „%2“ benutzen.</translation>
    </message>
    <message>
        <source>The user “%1” of “%2” may no longer use its engine.</source>
        <translation>„%1“ darf auf „%2“ den Dienst von Freehold nicht mehr benutzen.</translation>
    </message>
    <message>
        <source>The device “%1” is called “%2” from now on.</source>
        <translation>Das Gerät „%1“ heißt von jetzt an „%2“.</translation>
    </message>
    <message>
        <source>The device “%1” belongs to “%2” from now on.</source>
        <translation>Das Gerät „%1“ gehört von jetzt an „%2“.</translation>
    </message>
    <message>
        <source>The device “%1” belongs to the whole house from now on.</source>
        <translation>Das Gerät „%1“ gehört von jetzt an dem ganzen Haushalt.</translation>
    </message>
    <message>
        <source>The name and owner of the device “%1” are forgotten; it is new again when it is next seen.</source>
        <translation>Name und Besitzer des Geräts „%1“ werden vergessen; wird es wieder gesehen, ist es neu.</translation>
    </message>
    <message>
        <source>The device “%1” is recognised as %2 from now on.</source>
        <translation>Das Gerät „%1“ wird von nun an als %2 erkannt.</translation>
    </message>
    <message>
        <source>Only comments or layout of %1 change, nothing that the house does.</source>
        <translation>Nur Kommentare oder Gestaltung von %1 ändern sich, am Haus nichts.</translation>
    </message>
    <message>
        <source>The house “%1” was created</source>
        <translation>Das Haus „%1“ wurde angelegt</translation>
    </message>
    <message>
        <source>“%1” is called “%2”</source>
        <translation>„%1“ heißt „%2“</translation>
    </message>
    <message>
        <source>The house has the domain name “%1”</source>
        <translation>Das Haus hat den Domainnamen „%1“</translation>
    </message>
    <message>
        <source>The house has no domain name</source>
        <translation>Das Haus hat keinen Domainnamen</translation>
    </message>
    <message>
        <source>The house follows the clock of %1</source>
        <translation>Das Haus richtet sich nach der Uhr von %1</translation>
    </message>
    <message>
        <source>The machine “%1” joined the house</source>
        <translation>Der Rechner „%1“ kam ins Haus</translation>
    </message>
    <message>
        <source>The machine “%1” left the house</source>
        <translation>Der Rechner „%1“ verließ das Haus</translation>
    </message>
    <message>
        <source>“%1” has the role “%2”</source>
        <translation>„%1“ hat die Rolle „%2“</translation>
    </message>
    <message>
        <source>“%1” joined the house</source>
        <translation>„%1“ kam ins Haus</translation>
    </message>
    <message>
        <source>“%1” was born in %2</source>
        <translation>„%1“ wurde %2 geboren</translation>
    </message>
    <message>
        <source>The year of birth of “%1” was removed</source>
        <translation>Das Geburtsjahr von „%1“ wurde entfernt</translation>
    </message>
    <message>
        <source>“%1” left the house</source>
        <translation>„%1“ verließ das Haus</translation>
    </message>
    <message>
        <source>“%1” may use the engine of “%2”</source>
        <translation>„%1“ darf Freehold auf „%2“ benutzen</translation>
    </message>
    <message>
        <source>“%1” may use the engine of “%2” as %3</source>
        <translation>„%1“ darf Freehold auf „%2“ benutzen, in der Rolle „%3“</translation>
    </message>
    <message>
        <source>“%1” may no longer use the engine of “%2”</source>
        <translation>„%1“ darf Freehold auf „%2“ nicht mehr benutzen</translation>
    </message>
    <message>
        <source>“%1” belongs to “%2”</source>
        <translation>„%1“ gehört „%2“</translation>
    </message>
    <message>
        <source>“%1” belongs to the whole house</source>
        <translation>„%1“ gehört dem ganzen Haushalt</translation>
    </message>
    <message>
        <source>The name and owner of “%1” were forgotten</source>
        <translation>Wie „%1“ heißt und wem es gehört, wurde vergessen</translation>
    </message>
    <message>
        <source>“%1” is another device now</source>
        <translation>„%1“ ist jetzt ein anderes Gerät</translation>
    </message>
    <message>
        <source>Comments in %1 changed</source>
        <translation>Kommentare in %1 geändert</translation>
    </message>
    <message>
        <source>The kind of the device “%1” is “%3” instead of “%2” from now on.</source>
        <translation>Der Gerätetyp von „%1“ ist von jetzt an „%3“ statt „%2“.</translation>
    </message>
    <message>
        <source>The kind of “%1” is “%2”</source>
        <translation>Der Gerätetyp von „%1“ ist „%2“</translation>
    </message>
    <message>
        <source>The machine “%2” takes the place of “%1”, which no longer belongs to the house.</source>
        <translation>Der Rechner „%2“ tritt an die Stelle von „%1“, der nicht mehr zum Haus gehört.</translation>
    </message>
    <message>
        <source>The machine “%2” took the place of “%1”</source>
        <translation>Der Rechner „%2“ ist an die Stelle von „%1“ getreten</translation>
    </message>
    <message>
        <source>Whoever has this backup of “%1” and its passphrase can let one machine into the house, as %2.</source>
        <translation>Wer diese Sicherung von „%1“ und ihre Passphrase hat, kann ein Gerät ins Haus lassen, als %2.</translation>
    </message>
    <message>
        <source>The backup of “%1” lets no machine into the house any more.</source>
        <translation>Die Sicherung von „%1“ lässt kein Gerät mehr ins Haus.</translation>
    </message>
    <message>
        <source>“%1” made a backup</source>
        <translation>„%1“ hat eine Sicherung gemacht</translation>
    </message>
    <message>
        <source>A backup of “%1” lets no machine in any more</source>
        <translation>Eine Sicherung von „%1“ lässt kein Gerät mehr hinein</translation>
    </message>
</context>
<context>
    <name>ElsewhereBar</name>
    <message>
        <source>You see %1</source>
        <translation>Du siehst %1</translation>
    </message>
    <message>
        <source>Back to this machine</source>
        <translation>Zurück zu diesem Rechner</translation>
    </message>
</context>
<context>
    <name>EndBackupSheet</name>
    <message>
        <source>Make the backup of %1 invalid?</source>
        <translation>Die Sicherung von %1 ungültig machen?</translation>
    </message>
    <message>
        <source>No machine gets into the house by it any more. This can&apos;t be undone.</source>
        <translation>Kein Gerät kommt mit ihr mehr ins Haus. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Who has the file and its passphrase can still read what is in it.</source>
        <translation>Wer die Datei und ihre Passphrase hat, kann immer noch lesen, was darin ist.</translation>
    </message>
    <message>
        <source>You can make another backup whenever you like.</source>
        <translation>Du kannst jederzeit eine neue Sicherung machen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Make invalid</source>
        <translation>Ungültig machen</translation>
    </message>
</context>
<context>
    <name>EngineGonePage</name>
    <message>
        <source>Freehold has stopped on this machine</source>
        <translation>Freehold läuft auf diesem Rechner nicht mehr</translation>
    </message>
    <message>
        <source>Freehold is not running on this machine</source>
        <translation>Freehold läuft auf diesem Rechner nicht</translation>
    </message>
    <message>
        <source>Your house goes on without it.</source>
        <translation>Dein Haus läuft ohne es weiter.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Start Freehold</source>
        <translation>Freehold starten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>what the engine, the part that works in the background, said last</source>
        <translation>was der Dienst, der Teil im Hintergrund, zuletzt gesagt hat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <extracomment>a time, then sentences</extracomment>
        <translation>Um %1: %2</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>%1 ist nicht zu erreichen</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>“%1” is empty</source>
        <translation>„%1“ ist leer</translation>
    </message>
    <message>
        <source>Write something there</source>
        <translation>Schreibe dort etwas hin</translation>
    </message>
    <message>
        <source>“%1” is too long</source>
        <translation>„%1“ ist zu lang</translation>
    </message>
    <message>
        <source>Use %1 bytes at most</source>
        <translation>Nimm höchstens %1 Byte</translation>
    </message>
    <message>
        <source>“%1” contains characters that can&apos;t be seen</source>
        <translation>„%1“ enthält Zeichen, die man nicht sieht</translation>
    </message>
    <message>
        <source>Write it on one line, in ordinary letters of any language</source>
        <translation>Schreibe es in eine Zeile, in gewöhnlichen Zeichen irgendeiner Sprache</translation>
    </message>
    <message>
        <source>“%1” is not a text that can be used here</source>
        <translation>„%1“ ist hier kein brauchbarer Text</translation>
    </message>
    <message>
        <source>The engine was sent something that is not a message it understands</source>
        <translation>Der Dienst von Freehold bekam etwas, das keine ihm verständliche Nachricht ist</translation>
    </message>
    <message>
        <source>Use a program of the same version as the engine, or look the form up in the API&apos;s page</source>
        <translation>Nimm ein Programm derselben Version wie der Dienst, oder lies die Form auf der Seite der Schnittstelle nach</translation>
    </message>
    <message>
        <source>The message is larger than the engine takes</source>
        <translation>Die Nachricht ist größer, als der Dienst annimmt</translation>
    </message>
    <message>
        <source>Send fewer or smaller documents at once</source>
        <translation>Schicke weniger oder kleinere Dokumente auf einmal</translation>
    </message>
    <message>
        <source>The answer is larger than a message may be</source>
        <translation>Die Antwort ist größer, als eine Nachricht sein darf</translation>
    </message>
    <message>
        <source>Ask for less at once</source>
        <translation>Frage nach weniger auf einmal</translation>
    </message>
    <message>
        <source>The engine has no call “%1”</source>
        <translation>Der Dienst kennt den Aufruf „%1“ nicht</translation>
    </message>
    <message>
        <source>Use a program of the same version as the engine</source>
        <translation>Nimm ein Programm derselben Version wie der Dienst</translation>
    </message>
    <message>
        <source>“%1” is not what was expected there</source>
        <translation>„%1“ ist nicht, was dort erwartet wurde</translation>
    </message>
    <message>
        <source>Give %1</source>
        <translation>Gib Folgendes an: %1</translation>
    </message>
    <message>
        <source>You have no access to Freehold on this machine</source>
        <translation>Du hast auf diesem Rechner keinen Zugang zu Freehold</translation>
    </message>
    <message>
        <source>Ask an owner of the house to do it, or to give you access</source>
        <translation>Bitte jemanden, dem das Haus gehört, es zu tun oder dir Zugang zu geben</translation>
    </message>
    <message>
        <source>This program and the engine are of different versions and don&apos;t understand each other</source>
        <translation>Dieses Programm und der Dienst haben verschiedene Versionen und verstehen sich nicht</translation>
    </message>
    <message>
        <source>Install the same version of both, then start the engine again</source>
        <translation>Installiere beide in derselben Version und starte den Dienst neu</translation>
    </message>
    <message>
        <source>Freehold&apos;s engine is not running on this machine</source>
        <translation>Der Dienst von Freehold läuft auf diesem Rechner nicht</translation>
    </message>
    <message>
        <source>Nothing can be shown or changed until it runs</source>
        <translation>Bis er läuft, lässt sich nichts zeigen oder ändern</translation>
    </message>
    <message>
        <source>Use that one, or end it first</source>
        <translation>Nimm diesen, oder beende ihn zuerst</translation>
    </message>
    <message>
        <source>The engine can&apos;t be reached under “%1”</source>
        <translation>Der Dienst ist unter „%1“ nicht erreichbar</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written, or name another place with --socket</source>
        <translation>Prüfe, dass der Ordner da und beschreibbar ist, oder nenne mit --socket einen anderen Ort</translation>
    </message>
    <message>
        <source>Another engine already serves under “%1”</source>
        <translation>Unter „%1“ antwortet schon ein anderer Dienst</translation>
    </message>
    <message>
        <source>Use that one, or name another place with --socket</source>
        <translation>Nimm diesen, oder nenne mit --socket einen anderen Ort</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full</source>
        <translation>Der Datenträger mit „%1“ ist voll</translation>
    </message>
    <message>
        <source>Nothing that was kept is lost, and nothing new can be kept</source>
        <translation>Was behalten wurde, ist nicht verloren; Neues lässt sich nicht behalten</translation>
    </message>
    <message>
        <source>Free some space, then try again</source>
        <translation>Schaffe Platz und versuche es noch einmal</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written to</source>
        <translation>In „%1“ lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Make it writable for the user who runs the engine, then try again</source>
        <translation>Mache es für den Benutzer des Dienstes beschreibbar und versuche es noch einmal</translation>
    </message>
    <message>
        <source>The file “%1” can&apos;t be read</source>
        <translation>Die Datei „%1“ lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it</source>
        <translation>Prüfe, ob es sie gibt und ob du sie lesen darfst</translation>
    </message>
    <message>
        <source>The file “%1” can&apos;t be written</source>
        <translation>Die Datei „%1“ lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Choose another place, or a name that is not taken</source>
        <translation>Nimm einen anderen Ort oder einen freien Namen</translation>
    </message>
    <message>
        <source>The record of what was seen on the network is damaged</source>
        <translation>Die Aufzeichnung dessen, was im Netz gesehen wurde, ist beschädigt</translation>
    </message>
    <message>
        <source>Names, people and settings are kept elsewhere and are unharmed</source>
        <translation>Namen, Personen und Einstellungen liegen woanders und sind unversehrt</translation>
    </message>
    <message>
        <source>Start the engine again: it sets the damaged file aside and begins a new one</source>
        <translation>Starte den Dienst neu: Er legt die beschädigte Datei beiseite und beginnt eine neue</translation>
    </message>
    <message>
        <source>The house&apos;s history in “%1” is damaged</source>
        <translation>Der Verlauf des Hauses in „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>The house goes on as it is, and changes have to wait</source>
        <translation>Das Haus läuft weiter wie bisher; Änderungen müssen warten</translation>
    </message>
    <message>
        <source>Run “git fsck” there to see what is damaged, or put your own copy of the folder back</source>
        <translation>Lass dort „git fsck“ laufen, um den Schaden zu sehen, oder lege deine eigene Kopie des Ordners zurück</translation>
    </message>
    <message>
        <source>Another program is writing to the house&apos;s history</source>
        <translation>Ein anderes Programm schreibt gerade in den Verlauf des Hauses</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again</source>
        <translation>Warte, bis es fertig ist, und versuche es noch einmal</translation>
    </message>
    <message>
        <source>Freehold made a mistake of its own</source>
        <translation>Freehold selbst hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the engine&apos;s log</source>
        <translation>Versuche es noch einmal; passiert es wieder, melde es mit dem Protokoll des Dienstes</translation>
    </message>
    <message>
        <source>There is no house on this machine yet</source>
        <translation>Auf diesem Rechner gibt es noch kein Haus</translation>
    </message>
    <message>
        <source>Create one with “freeholdctl house create NAME”, or in the Freehold app</source>
        <translation>Lege eines an, mit „freeholdctl house create NAME“ oder in der Freehold-App</translation>
    </message>
    <message>
        <source>Go on with that house</source>
        <translation>Mache mit diesem Haus weiter</translation>
    </message>
    <message>
        <source>The vault, which holds this machine&apos;s keys, is damaged</source>
        <translation>Der Tresor mit den Schlüsseln dieses Rechners ist beschädigt</translation>
    </message>
    <message>
        <source>The house can be looked at, and nothing can be changed</source>
        <translation>Das Haus lässt sich ansehen, und nichts lässt sich ändern</translation>
    </message>
    <message>
        <source>Put your own copy of its file, “vault” in the engine&apos;s folder, back and start the engine again</source>
        <translation>Lege deine eigene Kopie seiner Datei, „vault“ im Ordner des Dienstes, zurück und starte den Dienst neu</translation>
    </message>
    <message>
        <source>The passphrase is wrong</source>
        <translation>Die Passphrase stimmt nicht</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Gib ihn noch einmal ein</translation>
    </message>
    <message>
        <source>A passphrase is needed</source>
        <translation>Es wird eine Passphrase gebraucht</translation>
    </message>
    <message>
        <source>Type one, or give it through --passphrase-fd</source>
        <translation>Gib einen ein, oder übergib ihn mit --passphrase-fd</translation>
    </message>
    <message>
        <source>A signature does not fit what it signs</source>
        <translation>Eine Unterschrift passt nicht zu dem, was sie unterschreibt</translation>
    </message>
    <message>
        <source>It was not taken in</source>
        <translation>Es wurde nicht übernommen</translation>
    </message>
    <message>
        <source>Take it from where it was signed again</source>
        <translation>Hole es noch einmal von dort, wo es unterschrieben wurde</translation>
    </message>
    <message>
        <source>The documents can&apos;t be used as they are</source>
        <translation>Die Dokumente sind so nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Mend what is listed, then try again</source>
        <translation>Behebe, was aufgeführt ist, und versuche es noch einmal</translation>
    </message>
    <message>
        <source>“%1” is not a path that a document can have</source>
        <translation>„%1“ kann kein Pfad eines Dokuments sein</translation>
    </message>
    <message>
        <source>Use a path as in devices/attic-nas.toml: small letters, digits and hyphens</source>
        <translation>Nimm einen Pfad wie devices/attic-nas.toml: kleine Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>There is no kind of document for the path “%1”</source>
        <translation>Für den Pfad „%1“ gibt es keine Art von Dokument</translation>
    </message>
    <message>
        <source>See “freeholdctl config list” for the documents that there are</source>
        <translation>Welche Dokumente es gibt, zeigt „freeholdctl config list“</translation>
    </message>
    <message>
        <source>“%1” is too large</source>
        <translation>„%1“ ist zu groß</translation>
    </message>
    <message>
        <source>Keep it under %1 bytes</source>
        <translation>Bleibe unter %1 Byte</translation>
    </message>
    <message>
        <source>There is no document “%1”</source>
        <translation>Es gibt kein Dokument „%1“</translation>
    </message>
    <message>
        <source>This is not valid TOML: %1</source>
        <translation>Das ist kein gültiges TOML: %1</translation>
    </message>
    <message>
        <source>Mend that line</source>
        <translation>Behebe es in dieser Zeile</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8</source>
        <translation>Der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Save it as UTF-8, then try again</source>
        <translation>Speichere ihn als UTF-8 und versuche es noch einmal</translation>
    </message>
    <message>
        <source>“%1” is not a setting of this document</source>
        <translation>„%1“ ist keine Einstellung dieses Dokuments</translation>
    </message>
    <message>
        <source>Use one of these: %1</source>
        <translation>Nimm eine von diesen: %1</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entferne es</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Füge es hinzu</translation>
    </message>
    <message>
        <source>“%1” is not of the right kind</source>
        <translation>„%1“ ist nicht von der richtigen Art</translation>
    </message>
    <message>
        <source>“%1” is out of range</source>
        <translation>„%1“ liegt außerhalb des Erlaubten</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2</source>
        <translation>Gib eine Zahl von %1 bis %2 an</translation>
    </message>
    <message>
        <source>“%1” is not written as “%2” has to be</source>
        <translation>„%1“ ist nicht so geschrieben, wie „%2“ es sein muss</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be chosen for “%2”</source>
        <translation>„%1“ lässt sich für „%2“ nicht wählen</translation>
    </message>
    <message>
        <source>Choose one of these: %1</source>
        <translation>Wähle eines von diesen: %1</translation>
    </message>
    <message>
        <source>“%1” does not exist</source>
        <translation>„%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Add it first, or name another</source>
        <translation>Füge es zuerst hinzu, oder nenne etwas anderes</translation>
    </message>
    <message>
        <source>“%1” leads back to itself</source>
        <translation>„%1“ führt zu sich selbst zurück</translation>
    </message>
    <message>
        <source>Take one of the references of this circle out</source>
        <translation>Nimm einen der Verweise dieses Kreises heraus</translation>
    </message>
    <message>
        <source>“%1” is already used by another</source>
        <translation>„%1“ ist schon vergeben</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Wähle etwas anderes</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be taken back: such documents only go forward</source>
        <translation>„%1“ lässt sich nicht zurücknehmen: Solche Dokumente gehen nur vorwärts</translation>
    </message>
    <message>
        <source>Make a new change instead</source>
        <translation>Mache stattdessen eine neue Änderung</translation>
    </message>
    <message>
        <source>“%1” belongs to another machine</source>
        <translation>„%1“ gehört zu einem anderen Rechner</translation>
    </message>
    <message>
        <source>Change it on that machine, or as an owner of the house</source>
        <translation>Ändere es auf jenem Rechner oder als jemand, dem das Haus gehört</translation>
    </message>
    <message>
        <source>The house was written by a newer version of Freehold</source>
        <translation>Das Haus wurde von einer neueren Version von Freehold geschrieben</translation>
    </message>
    <message>
        <source>It is kept as it is, and this machine can&apos;t change it</source>
        <translation>Es bleibt, wie es ist; dieser Rechner kann es nicht ändern</translation>
    </message>
    <message>
        <source>Update Freehold on this machine</source>
        <translation>Aktualisiere Freehold auf diesem Rechner</translation>
    </message>
    <message>
        <source>There are too many documents</source>
        <translation>Es sind zu viele Dokumente</translation>
    </message>
    <message>
        <source>Keep to %1 at most</source>
        <translation>Bleibe bei höchstens %1</translation>
    </message>
    <message>
        <source>“%1” is a link or another thing that is not a plain document</source>
        <translation>„%1“ ist eine Verknüpfung oder sonst kein gewöhnliches Dokument</translation>
    </message>
    <message>
        <source>Put a plain file in its place, or remove it</source>
        <translation>Lege eine gewöhnliche Datei an die Stelle, oder entferne es</translation>
    </message>
    <message>
        <source>The house&apos;s id and root key can&apos;t be changed</source>
        <translation>Kennung und Wurzelschlüssel des Hauses lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Put “id” and “root” in house.toml back to what they were</source>
        <translation>Setze „id“ und „root“ in house.toml auf das zurück, was sie waren</translation>
    </message>
    <message>
        <source>It is so already: there is nothing to change</source>
        <translation>Es ist schon so: Es gibt nichts zu ändern</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mache weiter</translation>
    </message>
    <message>
        <source>There is no change “%1”</source>
        <translation>Es gibt keine Änderung „%1“</translation>
    </message>
    <message>
        <source>See “freeholdctl change list” for the changes that there are</source>
        <translation>Welche Änderungen es gibt, zeigt „freeholdctl change list“</translation>
    </message>
    <message>
        <source>More than one change begins with “%1”</source>
        <translation>Mehr als eine Änderung beginnt mit „%1“</translation>
    </message>
    <message>
        <source>Give more digits of its id</source>
        <translation>Gib mehr Stellen ihrer Kennung an</translation>
    </message>
    <message>
        <source>The change “%1” to the same settings is still being tried</source>
        <translation>Die Änderung „%1“ an denselben Einstellungen ist noch in der Probe</translation>
    </message>
    <message>
        <source>Keep it or take it back first</source>
        <translation>Behalte sie zuerst, oder nimm sie zurück</translation>
    </message>
    <message>
        <source>The change “%1” is not being tried</source>
        <translation>Die Änderung „%1“ ist nicht in der Probe</translation>
    </message>
    <message>
        <source>It was kept or taken back already</source>
        <translation>Sie wurde schon behalten oder zurückgenommen</translation>
    </message>
    <message>
        <source>See “freeholdctl change list” for how it stands</source>
        <translation>Wie es um sie steht, zeigt „freeholdctl change list“</translation>
    </message>
    <message>
        <source>The change “%1” was taken back already</source>
        <translation>Die Änderung „%1“ wurde schon zurückgenommen</translation>
    </message>
    <message>
        <source>Make it again with “freeholdctl change redo”</source>
        <translation>Wiederhole sie mit „freeholdctl change redo“</translation>
    </message>
    <message>
        <source>The change “%1” was never taken back</source>
        <translation>Die Änderung „%1“ wurde nie zurückgenommen</translation>
    </message>
    <message>
        <source>There is nothing to make again</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>The change “%1” can&apos;t be taken back</source>
        <translation>Die Änderung „%1“ lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>A later change stands in the way: it also set “%1” in “%2”</source>
        <translation>Eine spätere Änderung steht im Weg: Auch sie setzte „%1“ in „%2“</translation>
    </message>
    <message>
        <source>Take the later change back first, or set it anew</source>
        <translation>Nimm zuerst die spätere Änderung zurück, oder setze es neu</translation>
    </message>
    <message>
        <source>“%1” is being edited by hand right now</source>
        <translation>„%1“ wird gerade von Hand bearbeitet</translation>
    </message>
    <message>
        <source>Finish or discard that edit, then try again</source>
        <translation>Beende oder verwirf das Bearbeiten und versuche es noch einmal</translation>
    </message>
    <message>
        <source>“%1” is neither a change nor a time</source>
        <translation>„%1“ ist weder eine Änderung noch eine Zeit</translation>
    </message>
    <message>
        <source>Write a time as in 2026-11-22T20:31:00+01:00</source>
        <translation>Schreibe eine Zeit wie 2026-11-22T20:31:00+01:00</translation>
    </message>
    <message>
        <source>The change “%1” leaves nothing to choose</source>
        <translation>Bei der Änderung „%1“ gibt es nichts zu wählen</translation>
    </message>
    <message>
        <source>See “freeholdctl change list” for those that do</source>
        <translation>Bei welchen es etwas zu wählen gibt, zeigt „freeholdctl change list“</translation>
    </message>
    <message>
        <source>The change could not be put into force</source>
        <translation>Die Änderung ließ sich nicht in Kraft setzen</translation>
    </message>
    <message>
        <source>The house is as it was before</source>
        <translation>Das Haus ist, wie es vorher war</translation>
    </message>
    <message>
        <source>See the engine&apos;s log for what failed, then try again</source>
        <translation>Sieh im Protokoll des Dienstes nach, was misslang, und versuche es noch einmal</translation>
    </message>
    <message>
        <source>There is no device “%1”</source>
        <translation>Es gibt kein Gerät „%1“</translation>
    </message>
    <message>
        <source>See “freeholdctl device list” for the devices that there are</source>
        <translation>Welche Geräte es gibt, zeigt „freeholdctl device list“</translation>
    </message>
    <message>
        <source>More than one device is called “%1”</source>
        <translation>Mehr als ein Gerät heißt „%1“</translation>
    </message>
    <message>
        <source>Give its id, as “freeholdctl device list” shows it</source>
        <translation>Gib seine Kennung an, wie „freeholdctl device list“ sie zeigt</translation>
    </message>
    <message>
        <source>The house keeps nothing about the device “%1”</source>
        <translation>Über das Gerät „%1“ weiß das Haus nichts</translation>
    </message>
    <message>
        <source>It is only seen on the network</source>
        <translation>Es ist nur im Netz zu sehen</translation>
    </message>
    <message>
        <source>Give it a name or an owner first</source>
        <translation>Gib ihm zuerst einen Namen oder einen Besitzer</translation>
    </message>
    <message>
        <source>“%1” is a machine of the house, which is recognised by its own key</source>
        <translation>„%1“ ist ein Rechner des Hauses, der an seinem eigenen Schlüssel erkannt wird</translation>
    </message>
    <message>
        <source>Choose a device that is only seen on the network</source>
        <translation>Wähle ein Gerät, das nur im Netz zu sehen ist</translation>
    </message>
    <message>
        <source>There is no person “%1” in this house</source>
        <translation>In diesem Haus gibt es keine Person „%1“</translation>
    </message>
    <message>
        <source>See “freeholdctl person list”, or add the person first</source>
        <translation>Sieh in „freeholdctl person list“ nach, oder füge die Person zuerst hinzu</translation>
    </message>
    <message>
        <source>“%1” still has devices</source>
        <translation>„%1“ hat noch Geräte</translation>
    </message>
    <message>
        <source>Give them to somebody else first</source>
        <translation>Gib sie zuerst jemand anderem</translation>
    </message>
    <message>
        <source>This machine has no user “%1”</source>
        <translation>Auf diesem Rechner gibt es keinen Benutzer „%1“</translation>
    </message>
    <message>
        <source>Give a login name, as “getent passwd” lists them</source>
        <translation>Gib einen Anmeldenamen an, wie „getent passwd“ sie auflistet</translation>
    </message>
    <message>
        <source>“%1” has no access to this machine&apos;s engine</source>
        <translation>„%1“ hat auf diesem Rechner keinen Zugang zu Freehold</translation>
    </message>
    <message>
        <source>See “freeholdctl access list” for who has</source>
        <translation>Wer Zugang hat, zeigt „freeholdctl access list“</translation>
    </message>
    <message>
        <source>Open the Freehold app, or start freeholdd</source>
        <translation>Öffne die Freehold-App oder starte freeholdd</translation>
    </message>
    <message>
        <source>This needs the role “%1”, and yours is “%2”</source>
        <translation>Das braucht die Rolle „%1“, und deine ist „%2“</translation>
    </message>
    <message>
        <source>The system says: %1</source>
        <translation>Das System sagt: %1</translation>
    </message>
    <message>
        <source>This machine already belongs to a house</source>
        <translation>Dieser Rechner gehört schon zu einem Haus</translation>
    </message>
    <message>
        <source>“%1” is already used in %2</source>
        <translation>„%1“ ist schon in %2 vergeben</translation>
    </message>
    <message>
        <source>Take the change “%1” back first, or set it anew</source>
        <translation>Nimm zuerst die Änderung „%1“ zurück, oder setze es neu</translation>
    </message>
    <message>
        <source>What was typed the second time is not the same passphrase</source>
        <translation>Beim zweiten Mal war es eine andere Passphrase</translation>
    </message>
    <message>
        <source>Another engine already works on “%1”: process %2</source>
        <translation>Ein anderer Dienst arbeitet schon an „%1“: Prozess %2</translation>
    </message>
    <message>
        <source>A change to the same settings is still being tried: %1</source>
        <translation>Eine Änderung an denselben Einstellungen ist noch auf Probe: %1</translation>
    </message>
    <message>
        <source>A change to the same settings is still being tried</source>
        <translation>Eine Änderung an denselben Einstellungen ist noch auf Probe</translation>
    </message>
    <message>
        <source>This change is not being tried any more</source>
        <translation>Diese Änderung ist nicht mehr auf Probe</translation>
    </message>
    <message>
        <source>See in History how it stands</source>
        <translation>Sieh im Verlauf nach, wie es um sie steht</translation>
    </message>
    <message>
        <source>This change was taken back already</source>
        <translation>Diese Änderung wurde schon zurückgenommen</translation>
    </message>
    <message>
        <source>Make it again in History if it is wanted</source>
        <translation>Mach sie im Verlauf noch einmal, wenn du sie willst</translation>
    </message>
    <message>
        <source>This change was never taken back</source>
        <translation>Diese Änderung wurde nie zurückgenommen</translation>
    </message>
    <message>
        <source>This change can&apos;t be taken back</source>
        <translation>Diese Änderung lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>A later change stands in the way: %1</source>
        <translation>Eine spätere Änderung steht im Weg: %1</translation>
    </message>
    <message>
        <source>A later change to the same thing stands in the way</source>
        <translation>Eine spätere Änderung an derselben Sache steht im Weg</translation>
    </message>
    <message>
        <source>Take that one back first, or set it anew</source>
        <translation>Nimm zuerst diese zurück oder lege den Wert neu fest</translation>
    </message>
    <message>
        <source>This change leaves nothing to choose</source>
        <translation>Bei dieser Änderung gibt es nichts zu wählen</translation>
    </message>
    <message>
        <source>There is no such change</source>
        <translation>Diese Änderung gibt es nicht</translation>
    </message>
    <message>
        <source>See History for the changes that there are</source>
        <translation>Sieh im Verlauf nach, welche es gibt</translation>
    </message>
    <message>
        <source>Try again as soon as it is back</source>
        <translation>Versuche es noch einmal, sobald es zurück ist</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written</source>
        <translation>Prüfe, ob der Ordner da ist und beschrieben werden darf</translation>
    </message>
    <message>
        <source>Create one first</source>
        <translation>Lege zuerst eines an</translation>
    </message>
    <message>
        <source>Type one</source>
        <translation>Tippe eine ein</translation>
    </message>
    <message>
        <source>Look again: it may have been removed meanwhile</source>
        <translation>Sieh noch einmal nach: Vielleicht wurde es inzwischen entfernt</translation>
    </message>
    <message>
        <source>It may have been forgotten meanwhile. See the page Devices for those there are</source>
        <translation>Vielleicht wurde es inzwischen vergessen. Welche es gibt, zeigt die Seite Geräte</translation>
    </message>
    <message>
        <source>Give one of them another name first, on the page Devices</source>
        <translation>Gib zuerst einem davon einen anderen Namen, auf der Seite Geräte</translation>
    </message>
    <message>
        <source>Add the person first, in Settings</source>
        <translation>Füge die Person zuerst hinzu, in den Einstellungen</translation>
    </message>
    <message>
        <source>Use that one</source>
        <translation>Nimm diesen</translation>
    </message>
    <message>
        <source>One change names the document twice</source>
        <translation>Eine Änderung nennt das Dokument zweimal</translation>
    </message>
    <message>
        <source>Name it once, as it is to be in the end</source>
        <translation>Nenne es einmal, so wie es am Ende sein soll</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be reached</source>
        <translation>„%1“ ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>It is off, elsewhere, or Freehold doesn&apos;t run there</source>
        <translation>Das Gerät ist aus, woanders, oder Freehold läuft dort nicht</translation>
    </message>
    <message>
        <source>Switch it on and connect both machines to the same network, then try again</source>
        <translation>Schalte es ein und verbinde beide Geräte mit demselben Netz, dann versuche es noch einmal</translation>
    </message>
    <message>
        <source>No machine is waiting with this request</source>
        <translation>Kein Gerät wartet mit dieser Anfrage</translation>
    </message>
    <message>
        <source>It ended or ran out meanwhile</source>
        <translation>Sie ist inzwischen zu Ende oder abgelaufen</translation>
    </message>
    <message>
        <source>Begin again at the machine that wants to join</source>
        <translation>Fang an dem Gerät, das dazukommen will, von vorn an</translation>
    </message>
    <message>
        <source>Too many machines want to join at once</source>
        <translation>Zu viele Geräte wollen auf einmal dazukommen</translation>
    </message>
    <message>
        <source>Refuse those that you don&apos;t know, or wait two minutes, then try again</source>
        <translation>Lehne die ab, die du nicht kennst, oder warte zwei Minuten, dann versuche es noch einmal</translation>
    </message>
    <message>
        <source>These are not the digits that “%1” shows</source>
        <translation>Das sind nicht die Ziffern, die „%1“ zeigt</translation>
    </message>
    <message>
        <source>The request is over. If they were typed rightly, another machine is between the two</source>
        <translation>Die Anfrage ist zu Ende. Wenn sie richtig abgetippt waren, steht ein anderes Gerät zwischen den beiden</translation>
    </message>
    <message>
        <source>“%1” refused</source>
        <translation>„%1“ hat abgelehnt</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>Ask whoever sits there, then begin again</source>
        <translation>Frag, wer dort sitzt, dann fang von vorn an</translation>
    </message>
    <message>
        <source>The two minutes for joining are over</source>
        <translation>Die zwei Minuten für das Dazukommen sind vorbei</translation>
    </message>
    <message>
        <source>“%1” went in the midst of joining</source>
        <translation>„%1“ ist mitten im Dazukommen verschwunden</translation>
    </message>
    <message>
        <source>Begin again when it is back</source>
        <translation>Fang von vorn an, wenn es wieder da ist</translation>
    </message>
    <message>
        <source>“%1” has not said yes</source>
        <translation>„%1“ hat noch nicht zugestimmt</translation>
    </message>
    <message>
        <source>First type the digits there, then confirm here</source>
        <translation>Tippe erst dort die Ziffern ein, dann bestätige hier</translation>
    </message>
    <message>
        <source>“%1” is this machine, which can&apos;t remove itself from the house</source>
        <translation>„%1“ ist dieser Rechner, und der kann sich nicht selbst aus dem Haus entfernen</translation>
    </message>
    <message>
        <source>Remove it at another machine of the house</source>
        <translation>Entferne ihn an einem anderen Rechner des Hauses</translation>
    </message>
    <message>
        <source>Use “freeholdctl device forget” at another machine of the house</source>
        <translation>Nimm „freeholdctl device forget“ an einem anderen Rechner des Hauses</translation>
    </message>
    <message>
        <source>No machine would be left that may change the house</source>
        <translation>Es bliebe kein Rechner, der das Haus ändern darf</translation>
    </message>
    <message>
        <source>Make another machine an owner&apos;s first</source>
        <translation>Mach zuerst einen anderen Rechner zu dem eines Besitzers</translation>
    </message>
    <message>
        <source>“%1” is no machine of the house, and can&apos;t take the place of one</source>
        <translation>„%1“ ist kein Rechner des Hauses und kann nicht an die Stelle von einem treten</translation>
    </message>
    <message>
        <source>Let it join the house first</source>
        <translation>Lass ihn zuerst dem Haus beitreten</translation>
    </message>
    <message>
        <source>The house was changed while another machine&apos;s changes were looked at</source>
        <translation>Das Haus wurde geändert, während die Änderungen eines anderen Rechners geprüft wurden</translation>
    </message>
    <message>
        <source>They are looked at again by themselves</source>
        <translation>Sie werden von selbst noch einmal geprüft</translation>
    </message>
    <message>
        <source>The invitation is not valid</source>
        <translation>Die Einladung gilt nicht</translation>
    </message>
    <message>
        <source>It was used already, its time is over, or it was not copied as a whole</source>
        <translation>Sie wurde schon benutzt, ihre Zeit ist um, oder sie wurde nicht ganz kopiert</translation>
    </message>
    <message>
        <source>Ask for a new one: “freeholdctl pair invite” at a machine of the house</source>
        <translation>Bitte um eine neue: „freeholdctl pair invite“ an einem Rechner des Hauses</translation>
    </message>
    <message>
        <source>%1 invitations are open already</source>
        <translation>Es sind schon %1 Einladungen offen</translation>
    </message>
    <message>
        <source>Wait until some of them are over</source>
        <translation>Warte, bis die Zeit einiger um ist</translation>
    </message>
    <message>
        <source>A machine at “%1” is not the one that gave the invitation</source>
        <translation>Ein Rechner unter „%1“ ist nicht der, der eingeladen hat</translation>
    </message>
    <message>
        <source>It has another key, whatever it calls itself</source>
        <translation>Er hat einen anderen Schlüssel, wie auch immer er sich nennt</translation>
    </message>
    <message>
        <source>Look at what has that address; if the right machine has another one now, ask it for a new invitation</source>
        <translation>Sieh nach, was diese Adresse hat; hat der richtige Rechner jetzt eine andere, bitte ihn um eine neue Einladung</translation>
    </message>
    <message>
        <source>Other machines can&apos;t reach this one</source>
        <translation>Andere Rechner können diesen nicht erreichen</translation>
    </message>
    <message>
        <source>It is connected to no network, or its member port can&apos;t be opened</source>
        <translation>Er ist mit keinem Netz verbunden, oder sein Mitgliederport lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Ask for a new one at a machine of the house</source>
        <translation>Bitte an einem Rechner des Hauses um eine neue</translation>
    </message>
    <message>
        <source>Check the network; the engine&apos;s log says why the port can&apos;t be opened</source>
        <translation>Prüfe das Netz; warum sich der Port nicht öffnen lässt, sagt das Protokoll der Engine</translation>
    </message>
    <message>
        <source>It does not begin as a backup of Freehold does</source>
        <translation>Sie beginnt nicht wie eine Sicherung von Freehold</translation>
    </message>
    <message>
        <source>Its end is missing, or something follows it</source>
        <translation>Ihr Ende fehlt, oder es folgt noch etwas</translation>
    </message>
    <message>
        <source>It lets no machine into the house that is in it</source>
        <translation>Sie lässt kein Gerät in das Haus, das darin ist</translation>
    </message>
    <message>
        <source>Something in it was changed after it was written</source>
        <translation>Etwas darin wurde geändert, nachdem sie geschrieben war</translation>
    </message>
    <message>
        <source>The file is larger than any backup of a house</source>
        <translation>Die Datei ist größer als jede Sicherung eines Hauses</translation>
    </message>
    <message>
        <source>Look whether it is the right one</source>
        <translation>Sieh nach, ob es die richtige ist</translation>
    </message>
    <message>
        <source>This file is no backup that can be restored</source>
        <translation>Diese Datei ist keine Sicherung, die sich wiederherstellen lässt</translation>
    </message>
    <message>
        <source>Nothing has changed. Take another copy of it, or an earlier backup</source>
        <translation>Nichts hat sich geändert. Nimm eine andere Kopie davon oder eine frühere Sicherung</translation>
    </message>
    <message>
        <source>This backup is not on its way any more</source>
        <translation>Diese Sicherung ist nicht mehr unterwegs</translation>
    </message>
    <message>
        <source>Another was begun meanwhile, or nothing was heard for some minutes</source>
        <translation>Inzwischen wurde eine andere begonnen, oder einige Minuten lang war nichts zu hören</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Beginne von vorn</translation>
    </message>
    <message>
        <source>A backup is just being looked at</source>
        <translation>Eine Sicherung wird gerade angesehen</translation>
    </message>
    <message>
        <source>Wait for that to end, and try again</source>
        <translation>Warte, bis das zu Ende ist, und versuche es noch einmal</translation>
    </message>
    <message>
        <source>The house&apos;s root key is not on this machine</source>
        <translation>Der Wurzelschlüssel des Hauses ist nicht auf diesem Gerät</translation>
    </message>
    <message>
        <source>Do this on the machine that made the house, or on one that was restored from its backup</source>
        <translation>Tu das auf dem Gerät, das das Haus angelegt hat, oder auf einem, das aus dessen Sicherung wiederhergestellt wurde</translation>
    </message>
    <message>
        <source>No machine of the house is called “%1”</source>
        <translation>Kein Rechner des Hauses heißt „%1“</translation>
    </message>
    <message>
        <source>See the page Devices for those there are</source>
        <translation>Die Seite Geräte zeigt, welche es gibt</translation>
    </message>
    <message>
        <source>See “freeholdctl house show” for those that there are</source>
        <translation>„freeholdctl house show“ zeigt, welche es gibt</translation>
    </message>
    <message>
        <source>“%1” is being asked by too many programs of this machine</source>
        <translation>Zu viele Programme dieses Rechners fragen „%1“ zugleich</translation>
    </message>
    <message>
        <source>End some of them, then try again</source>
        <translation>Beende einige davon und versuche es dann noch einmal</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A new %1 joined: “%2”</source>
        <translation>Neu im Netz (%1): „%2“</translation>
    </message>
    <message>
        <source>Nobody has said yet whose it is</source>
        <translation>Noch hat niemand gesagt, wem es gehört</translation>
    </message>
    <message>
        <source>Say whose it is: “freeholdctl device assign %1 PERSON”, or in the Freehold app</source>
        <translation>Sage, wem es gehört: „freeholdctl device assign %1 PERSON“, oder in der Freehold-App</translation>
    </message>
    <message>
        <source>The change “%1” is not in force on this machine</source>
        <translation>Die Änderung „%1“ ist auf diesem Rechner nicht in Kraft</translation>
    </message>
    <message>
        <source>It is tried again by itself; take it back if it is not wanted</source>
        <translation>Es wird von selbst noch einmal versucht; nimm sie zurück, wenn du sie nicht willst</translation>
    </message>
    <message>
        <source>An edit of “%1” by hand was not taken in, because of line %2</source>
        <translation>Eine Bearbeitung von „%1“ von Hand wurde wegen Zeile %2 nicht übernommen</translation>
    </message>
    <message>
        <source>An edit of “%1” by hand was not taken in</source>
        <translation>Eine Bearbeitung von „%1“ von Hand wurde nicht übernommen</translation>
    </message>
    <message>
        <source>Mend it there; the edit itself is kept as %1</source>
        <translation>Behebe es dort; die Bearbeitung selbst ist als %1 aufgehoben</translation>
    </message>
    <message>
        <source>The key of the vault lies on the same disk as the vault</source>
        <translation>Der Schlüssel des Tresors liegt auf demselben Datenträger wie der Tresor</translation>
    </message>
    <message>
        <source>Whoever takes the disk can read what the vault holds</source>
        <translation>Wer den Datenträger mitnimmt, kann lesen, was im Tresor liegt</translation>
    </message>
    <message>
        <source>Seal it with a passphrase: “freeholdctl vault set-passphrase”</source>
        <translation>Verschließe ihn mit einer Passphrase: „freeholdctl vault set-passphrase“</translation>
    </message>
    <message>
        <source>There is no house on this machine yet</source>
        <translation>Auf diesem Rechner gibt es noch kein Haus</translation>
    </message>
    <message>
        <source>Devices are seen, but nothing about them can be kept</source>
        <translation>Geräte werden gesehen, aber nichts über sie lässt sich behalten</translation>
    </message>
    <message>
        <source>Create one with “freeholdctl house create NAME”, or in the Freehold app</source>
        <translation>Lege eines an, mit „freeholdctl house create NAME“ oder in der Freehold-App</translation>
    </message>
    <message>
        <source>The configuration&apos;s folder shows the branch “%1”, not the house as it is</source>
        <translation>Der Ordner der Konfiguration zeigt den Zweig „%1“, nicht das Haus, wie es ist</translation>
    </message>
    <message>
        <source>Edits made there by hand are not taken in</source>
        <translation>Was dort von Hand bearbeitet wird, wird nicht übernommen</translation>
    </message>
    <message>
        <source>Run “git switch main” in it when you are done</source>
        <translation>Rufe darin „git switch main“ auf, wenn du fertig bist</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Freehold</source>
        <translation>„%1“ wurde von einer neueren Version von Freehold geschrieben</translation>
    </message>
    <message>
        <source>It is kept, and not in force on this machine</source>
        <translation>Es ist aufgehoben und auf diesem Rechner nicht in Kraft</translation>
    </message>
    <message>
        <source>Update Freehold on this machine</source>
        <translation>Aktualisiere Freehold auf diesem Rechner</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read as it is, and is not in force</source>
        <translation>„%1“ lässt sich so nicht lesen und ist nicht in Kraft</translation>
    </message>
    <message>
        <source>Mend it in the configuration&apos;s folder</source>
        <translation>Behebe es im Ordner der Konfiguration</translation>
    </message>
    <message>
        <source>The record of what was seen on the network was damaged and has been begun anew</source>
        <translation>Die Aufzeichnung dessen, was im Netz gesehen wurde, war beschädigt und wurde neu begonnen</translation>
    </message>
    <message>
        <source>Names, people and settings are kept elsewhere and are unharmed</source>
        <translation>Namen, Personen und Einstellungen liegen woanders und sind unversehrt</translation>
    </message>
    <message>
        <source>Nothing needs to be done; the damaged file is kept as %1</source>
        <translation>Es ist nichts zu tun; die beschädigte Datei ist als %1 aufgehoben</translation>
    </message>
    <message>
        <source>Check the date and time of this machine</source>
        <translation>Prüfe Datum und Uhrzeit dieses Rechners</translation>
    </message>
    <message>
        <source>Devices on the network can&apos;t be looked for right now</source>
        <translation>Nach Geräten im Netz lässt sich gerade nicht suchen</translation>
    </message>
    <message>
        <source>Those that are shown may be out of date</source>
        <translation>Was gezeigt wird, kann veraltet sein</translation>
    </message>
    <message>
        <source>Check that this machine is connected to a network; it is tried again by itself</source>
        <translation>Prüfe, ob dieser Rechner mit einem Netz verbunden ist; es wird von selbst noch einmal versucht</translation>
    </message>
    <message>
        <source>More devices show themselves on the network than Freehold keeps in mind</source>
        <translation>Im Netz zeigen sich mehr Geräte, als Freehold sich merkt</translation>
    </message>
    <message>
        <source>The network offers more services than Freehold looks at</source>
        <translation>Das Netz bietet mehr Dienste, als Freehold ansieht</translation>
    </message>
    <message>
        <source>The network offers more than this machine&apos;s discovery service can look at at once</source>
        <translation>Das Netz bietet mehr, als der Suchdienst dieses Rechners auf einmal ansehen kann</translation>
    </message>
    <message>
        <source>The network offers more types of services than Freehold looks at</source>
        <translation>Das Netz bietet mehr Arten von Diensten, als Freehold ansieht</translation>
    </message>
    <message>
        <source>Some devices may not be shown</source>
        <translation>Manche Geräte fehlen vielleicht</translation>
    </message>
    <message>
        <source>Look for a device that announces far too much, and switch it off</source>
        <translation>Suche ein Gerät, das viel zu viel anbietet, und schalte es aus</translation>
    </message>
    <message numerus="yes">
        <source>This machine&apos;s clock is %n hour(s) behind the newest change</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der neuesten Änderung %n Stunde nach</numerusform>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der neuesten Änderung %n Stunden nach</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost, and times in the history may be off</source>
        <translation>Nichts ist verloren; Zeiten im Verlauf können falsch sein</translation>
    </message>
    <message>
        <source>The change “%1” was to be taken back, and could not be yet</source>
        <translation>Die Änderung „%1“ sollte zurückgenommen werden; das ging noch nicht</translation>
    </message>
    <message>
        <source>It is tried again every half minute</source>
        <translation>Es wird jede halbe Minute wieder versucht</translation>
    </message>
    <message>
        <source>Say whose it is</source>
        <translation>Sage, wem es gehört</translation>
    </message>
    <message>
        <source>A change is not in force on this machine: %1</source>
        <translation>Eine Änderung ist auf diesem Rechner nicht in Kraft: %1</translation>
    </message>
    <message>
        <source>The newest change is not in force on this machine</source>
        <translation>Die neueste Änderung ist auf diesem Rechner nicht in Kraft</translation>
    </message>
    <message>
        <source>Mend it there; what was written is kept, and stands first in History</source>
        <translation>Behebe es dort; was geschrieben wurde, ist aufgehoben und steht im Verlauf ganz oben</translation>
    </message>
    <message>
        <source>Seal it with a passphrase</source>
        <translation>Verschließe ihn mit einer Passphrase</translation>
    </message>
    <message>
        <source>Create one first</source>
        <translation>Lege zuerst eines an</translation>
    </message>
    <message>
        <source>Switch that folder back to “main” when you are done</source>
        <translation>Stelle den Ordner wieder auf „main“, wenn du fertig bist</translation>
    </message>
    <message>
        <source>Nothing needs to be done</source>
        <translation>Es ist nichts zu tun</translation>
    </message>
    <message>
        <source>A change was to be taken back, and could not be yet: %1</source>
        <translation>Eine Änderung sollte zurückgenommen werden; das ging noch nicht: %1</translation>
    </message>
    <message>
        <source>A change was to be taken back, and could not be yet</source>
        <translation>Eine Änderung sollte zurückgenommen werden; das ging noch nicht</translation>
    </message>
    <message>
        <source>“%1” says that this machine was removed from the house</source>
        <translation>„%1“ sagt, dass dieser Rechner aus dem Haus entfernt wurde</translation>
    </message>
    <message>
        <source>What is changed on this machine reaches no other any more, and what others change does not reach it</source>
        <translation>Was an diesem Rechner geändert wird, erreicht keinen anderen mehr, und was andere ändern, erreicht ihn nicht</translation>
    </message>
    <message>
        <source>If that was not meant, ask whoever removed it, and let this machine join again with an engine that begins anew, in an empty data folder</source>
        <translation>Wenn das nicht gewollt war, frag, wer ihn entfernt hat, und lass diesen Rechner mit einem neuen Anfang in einem leeren Datenordner wieder beitreten</translation>
    </message>
    <message>
        <source>It answers at %1, where “%2” was, and does not have its key. It was told nothing</source>
        <translation>Es antwortet unter %1, wo „%2“ war, und hat dessen Schlüssel nicht. Ihm wurde nichts gesagt</translation>
    </message>
    <message>
        <source>If “%1” was set up anew, forget the former one and add it again. Otherwise look for what is at this address</source>
        <translation>Wurde „%1“ neu eingerichtet, vergiss das frühere und füge es wieder hinzu. Sonst sieh nach, was unter dieser Adresse ist</translation>
    </message>
    <message>
        <source>Other machines of the house can&apos;t reach this one</source>
        <translation>Andere Rechner des Hauses können diesen nicht erreichen</translation>
    </message>
    <message>
        <source>It can still reach them. The system says: %1</source>
        <translation>Er selbst erreicht sie noch. Das System sagt: %1</translation>
    </message>
    <message>
        <source>End the other program that uses the port, or start Freehold again with another one</source>
        <translation>Beende das andere Programm, das den Port benutzt, oder starte Freehold neu mit einem anderen</translation>
    </message>
    <message>
        <source>A device answers in the place of “%1”, but isn&apos;t</source>
        <translation>Ein Gerät antwortet an der Stelle von „%1“, ist es aber nicht</translation>
    </message>
    <message>
        <source>This machine was restored from a backup of “%1”</source>
        <translation>Dieses Gerät wurde aus einer Sicherung von „%1“ wiederhergestellt</translation>
    </message>
    <message>
        <source>“%1” has not been seen since. If it was lost or stolen, it still belongs to the house</source>
        <translation>„%1“ wurde seither nicht gesehen. Ging es verloren oder wurde es gestohlen, so gehört es immer noch zum Haus</translation>
    </message>
    <message>
        <source>If “%1” is gone, forget it on its page. If it is still there, switch it on, and this goes</source>
        <translation>Ist „%1“ weg, dann vergiss es auf seiner Seite. Ist es noch da, dann schalte es ein, und das hier verschwindet</translation>
    </message>
    <message>
        <source>If this machine replaces it: freeholdctl device replace %1 %2. If it is still there, switch it on, and this goes</source>
        <translation>Ersetzt dieses Gerät es: freeholdctl device replace %1 %2. Ist es noch da, dann schalte es ein, und das hier verschwindet</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Freehold</source>
        <translation>Freehold</translation>
    </message>
    <message>
        <source>Step %1 of 4</source>
        <translation>Schritt %1 von 4</translation>
    </message>
    <message>
        <source>Step %1 of 4. You can close this window and go on later.</source>
        <translation>Schritt %1 von 4. Du kannst das Fenster schließen und später weitermachen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ForgetMemberSheet</name>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>What it will mean</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>No machine of the house talks to %1 any more, and nothing that it changes counts.</source>
        <translation>Kein Rechner des Hauses spricht mehr mit %1, und nichts zählt mehr, was es ändert.</translation>
    </message>
    <message>
        <source>What it changed before stays, and can be taken back in History.</source>
        <translation>Was es vorher geändert hat, bleibt und lässt sich im Verlauf zurücknehmen.</translation>
    </message>
    <message>
        <source>What can&apos;t be undone</source>
        <translation>Was sich nicht zurücknehmen lässt</translation>
    </message>
    <message>
        <source>%1 keeps the copy of the house that it has: names, people, devices and history as they are now. Whoever unlocks it can read that.</source>
        <translation>%1 behält die Kopie des Hauses, die es hat: Namen, Personen, Geräte und Verlauf, wie sie jetzt sind. Wer es entsperrt, kann das lesen.</translation>
    </message>
    <message>
        <source>Was it stolen? Then change the Wi-Fi password and what was signed in on it, too: Freehold doesn&apos;t know those.</source>
        <translation>Wurde es gestohlen? Dann ändere auch das WLAN-Passwort und alles, wo es angemeldet war: Das kennt Freehold nicht.</translation>
    </message>
    <message>
        <source>To come back it joins anew, as a new machine.</source>
        <translation>Um zurückzukommen, tritt es neu bei, als neuer Rechner.</translation>
    </message>
    <message>
        <source>Type %1 to say that you mean it:</source>
        <translation>Tippe %1 ein, um zu sagen, dass du es meinst:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Ask to join</source>
        <translation>Um Beitritt bitten</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Ctrl+1 to Ctrl+4</source>
        <translation>Strg+1 bis Strg+4</translation>
    </message>
    <message>
        <source>Go to Home, Devices, History or Settings</source>
        <translation>Zu Zuhause, Geräte, Verlauf oder Einstellungen gehen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Tab, Enter, Space</source>
        <translation>Tabulator, Eingabe, Leertaste</translation>
    </message>
    <message>
        <source>Move to the next control, and press it</source>
        <translation>Zum nächsten Bedienelement gehen und es drücken</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Your house is kept on your own machines and nowhere else. Whatever you change here stands in History and can be taken back, so there is nothing to be afraid of.</source>
        <translation>Dein Haus liegt auf deinen eigenen Rechnern und nirgends sonst. Was du hier änderst, steht im Verlauf und lässt sich zurücknehmen: Du kannst nichts kaputt machen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a device, or a change in History</source>
        <translation>Ein Gerät suchen, oder im Verlauf eine Änderung</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>Quit Freehold on this screen; your house goes on</source>
        <translation>Freehold auf diesem Bildschirm beenden; dein Haus läuft weiter</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Changes, newest first</source>
        <translation>Änderungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>No change says that.</source>
        <translation>In keiner Änderung steht das.</translation>
    </message>
    <message>
        <source>Looking further back…</source>
        <translation>Es wird weiter zurück gesucht …</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Find a change</source>
        <translation>Änderung suchen</translation>
    </message>
    <message>
        <source>Nothing has changed yet</source>
        <translation>Noch hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Whatever you or anyone else changes in the house stands here from then on, with who did it and why, and can be taken back.</source>
        <translation>Was du oder andere am Haus ändern, steht von da an hier, mit Namen und Grund, und lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Put the house back…</source>
        <translation>Haus zurückversetzen …</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Being tried now</source>
        <translation>Wird gerade erprobt</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
</context>
<context>
    <name>HouseMap</name>
    <message>
        <source>At home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Gerätetyp</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>Länger nicht gesehen</translation>
    </message>
    <message>
        <source>Same network</source>
        <translation>Im selben Netz</translation>
    </message>
    <message>
        <source>No line: no connection right now</source>
        <translation>Keine Linie: gerade keine Verbindung</translation>
    </message>
</context>
<context>
    <name>HouseSettings</name>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Only an owner can change this</source>
        <translation>Das kann nur ein Besitzer ändern</translation>
    </message>
    <message>
        <source>Name of the house</source>
        <translation>Name des Hauses</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The house follows this clock everywhere</source>
        <translation>Das Haus folgt überall dieser Uhr</translation>
    </message>
</context>
<context>
    <name>HouseStep</name>
    <message>
        <source>What is your house called?</source>
        <translation>Wie heißt dein Haus?</translation>
    </message>
    <message>
        <source>A house is your household&apos;s own cloud: its people and its devices. It lives on your own machines and nowhere else.</source>
        <translation>Ein Haus ist die eigene Cloud deines Haushalts: seine Menschen und seine Geräte. Es liegt auf deinen eigenen Rechnern und nirgends sonst.</translation>
    </message>
    <message>
        <source>Create the house %1</source>
        <translation>Das Haus %1 anlegen</translation>
    </message>
    <message>
        <source>Create the house</source>
        <translation>Das Haus anlegen</translation>
    </message>
    <message>
        <source>Name of the house</source>
        <translation>Name des Hauses</translation>
    </message>
    <message>
        <source>A family name, for example</source>
        <translation>Zum Beispiel ein Familienname</translation>
    </message>
    <message>
        <source>%1 is its first machine. You can change the name later.</source>
        <translation>%1 ist sein erster Rechner. Den Namen kannst du später ändern.</translation>
    </message>
    <message>
        <source>Is there a house already, on another machine? Then this one joins it and holds the same.</source>
        <translation>Gibt es schon ein Haus auf einem anderen Rechner? Dann tritt dieser ihm bei und hat dasselbe.</translation>
    </message>
    <message>
        <source>Join a house…</source>
        <translation>Einem Haus beitreten …</translation>
    </message>
    <message>
        <source>Are its machines gone, and is there a backup? Then this one takes up where that left off.</source>
        <translation>Sind seine Geräte weg, und gibt es eine Sicherung? Dann macht dieses dort weiter, wo sie aufgehört hat.</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Aus einer Sicherung wiederherstellen …</translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>It joins by a text that works once, for one day. Nobody has to compare digits, so give it to nobody else.</source>
        <translation>Er tritt mit einem Text bei, der einmal gilt, einen Tag lang. Niemand muss Ziffern vergleichen, also gib ihn niemand anderem.</translation>
    </message>
    <message>
        <source>Make an invitation</source>
        <translation>Einladung machen</translation>
    </message>
    <message>
        <source>The invitation as a picture to scan</source>
        <translation>Die Einladung als Bild zum Scannen</translation>
    </message>
    <message>
        <source>Scan it, or paste it on that machine:</source>
        <translation>Scanne sie, oder füge sie auf dem Rechner ein:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Works once, until %1, for what is chosen below.</source>
        <translation>Gilt einmal, bis %1, für das, was unten gewählt ist.</translation>
    </message>
</context>
<context>
    <name>JoinStep</name>
    <message>
        <source>Join %1</source>
        <translation>%1 beitreten</translation>
    </message>
    <message>
        <source>Type these digits on %1</source>
        <translation>Tippe diese Ziffern auf %1 ein</translation>
    </message>
    <message>
        <source>Which house does it join?</source>
        <translation>Welchem Haus tritt er bei?</translation>
    </message>
    <message>
        <source>In Freehold there, choose Devices, then Add a machine.</source>
        <translation>Wähle dort in Freehold „Geräte“ und dann „Rechner hinzufügen“.</translation>
    </message>
    <message>
        <source>%1 says yes. Now this machine has to.</source>
        <translation>%1 sagt Ja. Jetzt muss dieser Rechner es auch.</translation>
    </message>
    <message>
        <source>Copying the house: %1 so far.</source>
        <translation>Das Haus wird kopiert: bisher %1.</translation>
    </message>
    <message>
        <source>Copying the house.</source>
        <translation>Das Haus wird kopiert.</translation>
    </message>
    <message>
        <source>This machine has not joined.</source>
        <translation>Dieser Rechner ist nicht beigetreten.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>Um Beitritt bitten</translation>
    </message>
    <message>
        <source>Address or invitation</source>
        <translation>Adresse oder Einladung</translation>
    </message>
    <message>
        <source>An address, or an invitation</source>
        <translation>Eine Adresse oder eine Einladung</translation>
    </message>
    <message>
        <source>Asking.</source>
        <translation>Es wird gefragt.</translation>
    </message>
    <message>
        <source>What it will mean</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>This machine will hold a copy of the house and its history.</source>
        <translation>Dieser Rechner wird eine Kopie des Hauses und seines Verlaufs haben.</translation>
    </message>
    <message>
        <source>Who lives there will see when it is online, and can change what it does for the house.</source>
        <translation>Wer dort wohnt, sieht, wann er verbunden ist, und kann ändern, was er für das Haus tut.</translation>
    </message>
    <message>
        <source>Your files stay yours: nothing on it is shared until you say so.</source>
        <translation>Deine Dateien bleiben deine: Nichts davon wird geteilt, bis du es sagst.</translation>
    </message>
    <message>
        <source>Waiting for %1, %2 left.</source>
        <translation>Warten auf %1, noch %2.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>Noch %1.</translation>
    </message>
    <message>
        <source>If the digits are said to be wrong, another machine may stand between the two. Nothing was shared then; begin again.</source>
        <translation>Heißt es, die Ziffern seien falsch, steht vielleicht ein anderer Rechner dazwischen. Geteilt wurde dann nichts; beginne von vorn.</translation>
    </message>
    <message>
        <source>In Freehold on a machine of that house, choose Devices, then Add a machine. It is then found here, or shows what to type.</source>
        <translation>Wähle in Freehold auf einem Rechner jenes Hauses „Geräte“ und dann „Rechner hinzufügen“. Dann wird er hier gefunden, oder er zeigt, was einzutippen ist.</translation>
    </message>
    <message>
        <source>Near you</source>
        <translation>In der Nähe</translation>
    </message>
    <message>
        <source>Or type where it is:</source>
        <translation>Oder tippe ein, wo es ist:</translation>
    </message>
</context>
<context>
    <name>MachineSettings</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the others see</source>
        <translation>Was die anderen sehen</translation>
    </message>
    <message>
        <source>Name of this machine</source>
        <translation>Name dieses Rechners</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Freehold waits in the tray</source>
        <translation>Freehold wartet im Infobereich</translation>
    </message>
    <message>
        <source>Quit Freehold on this screen</source>
        <translation>Freehold auf diesem Bildschirm beenden</translation>
    </message>
    <message>
        <source>Your house goes on</source>
        <translation>Dein Haus läuft weiter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>MachineStep</name>
    <message>
        <source>What is this machine called?</source>
        <translation>Wie heißt dieser Rechner?</translation>
    </message>
    <message>
        <source>Freehold shows the devices around you by name and keeps your house&apos;s settings on your own machines. The others will see this one by the name you give it.</source>
        <translation>Freehold zeigt die Geräte um dich herum beim Namen und bewahrt die Einstellungen deines Hauses auf deinen eigenen Rechnern auf. Die anderen sehen diesen unter dem Namen, den du ihm gibst.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Name of this machine</source>
        <translation>Name dieses Rechners</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – Freehold</source>
        <translation>%1 – Freehold</translation>
    </message>
    <message>
        <source>Freehold</source>
        <translation>Freehold</translation>
    </message>
</context>
<context>
    <name>MapRoom</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Und %n weiteres</numerusform>
            <numerusform>Und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>MapTileItem</name>
    <message numerus="yes">
        <source>%1, %n device(s)</source>
        <translation>
            <numerusform>%1, %n Gerät</numerusform>
            <numerusform>%1, %n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a group and how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>%1 %2</source>
        <extracomment>a day of the week and a time</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>television</source>
        <translation>Fernseher</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>game console</source>
        <translation>Spielkonsole</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Lampe</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>in der Probe</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>kept, still taking effect</source>
        <translation>behalten, wirkt noch nicht ganz</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>went back by itself</source>
        <translation>von selbst zurückgegangen</translation>
    </message>
    <message>
        <source>waiting to take effect</source>
        <translation>wartet auf Wirkung</translation>
    </message>
    <message>
        <source>not taken in</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>left out: a choice is needed</source>
        <translation>weggelassen: eine Wahl ist nötig</translation>
    </message>
    <message>
        <source>a text, in quotation marks</source>
        <translation>einen Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a time, as in 2026-11-23T16:40:00Z</source>
        <translation>eine Zeit wie 2026-11-23T16:40:00Z</translation>
    </message>
    <message>
        <source>a public key, as in “ssh-ed25519 AAAA…”</source>
        <translation>einen öffentlichen Schlüssel wie „ssh-ed25519 AAAA…“</translation>
    </message>
    <message>
        <source>base64 text</source>
        <translation>Text in Base64</translation>
    </message>
    <message>
        <source>the name of a time zone, as in Europe/Berlin</source>
        <translation>den Namen einer Zeitzone wie Europe/Berlin</translation>
    </message>
    <message>
        <source>a domain name, as in smith.example</source>
        <translation>einen Domainnamen wie smith.example</translation>
    </message>
    <message>
        <source>a network address, as in 9c:6b:00:2f:41:d8</source>
        <translation>eine Netzadresse wie 9c:6b:00:2f:41:d8</translation>
    </message>
    <message>
        <source>the name of a user of this machine</source>
        <translation>den Namen eines Benutzers dieses Rechners</translation>
    </message>
    <message>
        <source>an id: small letters, digits and hyphens</source>
        <translation>eine Kennung: kleine Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>the desktop&apos;s key store</source>
        <translation>Schlüsselbund der Arbeitsumgebung</translation>
    </message>
    <message>
        <source>this machine&apos;s security chip</source>
        <translation>Sicherheitschip dieses Rechners</translation>
    </message>
    <message>
        <source>a passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>a credential of the system&apos;s</source>
        <translation>Zugangsdaten des Systems</translation>
    </message>
    <message>
        <source>a key on the same disk</source>
        <translation>Schlüssel auf demselben Datenträger</translation>
    </message>
    <message>
        <source>the digits that it shows</source>
        <translation>die Ziffern, die es zeigt</translation>
    </message>
    <message>
        <source>a yes over there</source>
        <translation>ein Ja dort drüben</translation>
    </message>
    <message>
        <source>its copy of the house</source>
        <translation>seine Kopie des Hauses</translation>
    </message>
    <message>
        <source>nothing: it has joined</source>
        <translation>nichts: es ist dabei</translation>
    </message>
    <message>
        <source>nothing: it is over</source>
        <translation>nichts: es ist vorbei</translation>
    </message>
    <message>
        <source>the six digits that the other machine shows</source>
        <translation>die sechs Ziffern, die das andere Gerät zeigt</translation>
    </message>
    <message>
        <source>what removing the machine on this one writes there by itself</source>
        <translation>was das Entfernen des Rechners an diesem hier von selbst dort hineinschreibt</translation>
    </message>
    <message>
        <source>a change that this machine could still take back</source>
        <translation>eine Änderung, die dieser Rechner noch zurücknehmen könnte</translation>
    </message>
</context>
<context>
    <name>NewDeviceCard</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Whose is this?</source>
        <translation>Wem gehört es?</translation>
    </message>
    <message>
        <source>%1 belongs to %2</source>
        <translation>%1 gehört: %2</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>NotificationSettings</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>What needs me</source>
        <translation>Was mich braucht</translation>
    </message>
    <message>
        <source>New devices, and changes that went back by themselves</source>
        <translation>Neue Geräte und Änderungen, die von selbst zurückgingen</translation>
    </message>
    <message>
        <source>What others change</source>
        <translation>Was andere ändern</translation>
    </message>
    <message>
        <source>From any other machine of the house</source>
        <translation>Von jedem anderen Rechner des Hauses</translation>
    </message>
</context>
<context>
    <name>OpenedGroup</name>
    <message>
        <source>The devices of this group</source>
        <translation>Die Geräte dieser Gruppe</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PairingDigits</name>
    <message>
        <source>The six digits</source>
        <translation>Die sechs Ziffern</translation>
    </message>
</context>
<context>
    <name>PeopleSettings</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Only an owner can change this</source>
        <translation>Das kann nur ein Besitzer ändern</translation>
    </message>
    <message>
        <source>Owners may change everything. Members may name devices and say whose they are. Guests only look. Whoever you remove can be brought back in History, with Undo.</source>
        <translation>Besitzer dürfen alles ändern. Mitglieder dürfen Geräte benennen und sagen, wem sie gehören. Gäste schauen nur. Wen du entfernst, den holst du im Verlauf mit „Zurücknehmen“ zurück.</translation>
    </message>
</context>
<context>
    <name>PeopleStep</name>
    <message>
        <source>Who lives in %1?</source>
        <translation>Wer wohnt in %1?</translation>
    </message>
    <message>
        <source>With people you can say whose a device is. Begin with yourself. You can add, change and remove people at any time in Settings.</source>
        <translation>Mit Personen kannst du sagen, wem ein Gerät gehört. Fang mit dir selbst an. In den Einstellungen kannst du jederzeit Personen hinzufügen, ändern und entfernen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Erst einmal überspringen</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Noch ein Name</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Freehold</source>
        <translation>Freehold</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n Sache braucht dich</numerusform>
            <numerusform>%n Sachen brauchen dich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RawDetails</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>who signed it, raw difference</source>
        <translation>wer unterschrieben hat, genauer Wortlaut</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <source>Copy the difference</source>
        <translation>Wortlaut kopieren</translation>
    </message>
</context>
<context>
    <name>ReadyStep</name>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) have answered on your network so far. You can name them now, or whenever you like; whatever you do can be undone.</source>
        <translation>
            <numerusform>%n Gerät hat bisher in deinem Netz geantwortet. Du kannst es jetzt benennen oder wann du magst; alles lässt sich zurücknehmen.</numerusform>
            <numerusform>%n Geräte haben bisher in deinem Netz geantwortet. Du kannst sie jetzt benennen oder wann du magst; alles lässt sich zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other device has answered on your network yet. They appear by themselves; whatever you do can be undone.</source>
        <translation>Noch hat kein anderes Gerät in deinem Netz geantwortet. Sie erscheinen von selbst; alles, was du tust, lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Show me my house</source>
        <translation>Mein Haus zeigen</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>Freehold waits in the tray, and tells you when a new device joins</source>
        <translation>Freehold wartet im Infobereich und sagt dir, wenn ein neues Gerät dazukommt</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Put the house back</source>
        <translation>Das Haus zurückversetzen</translation>
    </message>
    <message>
        <source>Names, owners and settings become what they were then. Nothing is lost: the changes that go stay in History, and this can be undone too.</source>
        <translation>Namen, Zuordnungen und Einstellungen werden, wie sie damals waren. Nichts ist verloren: Was zurückgenommen wird, bleibt im Verlauf, und auch dies lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>A day earlier</source>
        <translation>Einen Tag früher</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Einen Tag später</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message>
        <source>Restore %1?</source>
        <translation>%1 wiederherstellen?</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>Welche Sicherung?</translation>
    </message>
    <message>
        <source>Every signature in it is looked at.</source>
        <translation>Jede Signatur darin wird angesehen.</translation>
    </message>
    <message>
        <source>Restoring the house.</source>
        <translation>Das Haus wird wiederhergestellt.</translation>
    </message>
    <message>
        <source>The file that Back up made, and the passphrase that it was sealed with.</source>
        <translation>Die Datei, die beim Sichern entstand, und die Passphrase, mit der sie versiegelt wurde.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The backup&apos;s file</source>
        <translation>Die Datei der Sicherung</translation>
    </message>
    <message>
        <source>Backups of Freehold (*.freehold)</source>
        <translation>Sicherungen von Freehold (*.freehold)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>What it will mean</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>This machine has the house and its history as they were then, as a new machine with a key of its own.</source>
        <translation>Dieses Gerät hat das Haus und seinen Verlauf, wie sie damals waren, als neues Gerät mit eigenem Schlüssel.</translation>
    </message>
    <message>
        <source>Other machines of the house that are still there let it in, and bring it up to date.</source>
        <translation>Andere Geräte des Hauses, die es noch gibt, lassen es herein und bringen es auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>The machine that made the backup stays in the house until you say that it is gone.</source>
        <translation>Das Gerät, das die Sicherung gemacht hat, bleibt im Haus, bis du sagst, dass es weg ist.</translation>
    </message>
</context>
<context>
    <name>RoomCount</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RoomCounts</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>Und %n weiteres</numerusform>
            <numerusform>Und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>tap to see</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Zuhause</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>Länger nicht gesehen</translation>
    </message>
</context>
<context>
    <name>SealSheet</name>
    <message>
        <source>Choose a passphrase for the vault</source>
        <translation>Eine Passphrase für den Tresor wählen</translation>
    </message>
    <message>
        <source>The vault holds the keys with which this machine signs changes. From its next start on Freehold asks for this passphrase before anything can be changed. Nobody can bring it back if it is forgotten.</source>
        <translation>Der Tresor enthält die Schlüssel, mit denen dieser Rechner Änderungen unterschreibt. Vom nächsten Start an fragt Freehold nach dieser Passphrase, bevor sich etwas ändern lässt. Wird sie vergessen, kann niemand sie zurückholen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Diese Passphrase verwenden</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Time Machine backup</source>
        <translation>Sicherung mit Time Machine</translation>
    </message>
    <message>
        <source>Shared files (Apple)</source>
        <translation>Gemeinsame Dateien (Apple)</translation>
    </message>
    <message>
        <source>Screen and sound over AirPlay</source>
        <translation>Bild und Ton über AirPlay</translation>
    </message>
    <message>
        <source>Fire TV</source>
        <translation>Fire TV</translation>
    </message>
    <message>
        <source>Remote control (Android TV)</source>
        <translation>Fernbedienung (Android TV)</translation>
    </message>
    <message>
        <source>Working together with Apple devices</source>
        <translation>Zusammenarbeit mit Apple-Geräten</translation>
    </message>
    <message>
        <source>Shared music</source>
        <translation>Gemeinsame Musik</translation>
    </message>
    <message>
        <source>Information about the device</source>
        <translation>Angaben zum Gerät</translation>
    </message>
    <message>
        <source>Home automation (ESPHome)</source>
        <translation>Haussteuerung (ESPHome)</translation>
    </message>
    <message>
        <source>Freehold</source>
        <translation>Freehold</translation>
    </message>
    <message>
        <source>Files over FTP</source>
        <translation>Dateien über FTP</translation>
    </message>
    <message>
        <source>Screen and sound over Google Cast</source>
        <translation>Bild und Ton über Google Cast</translation>
    </message>
    <message>
        <source>Speaker group (Google Cast)</source>
        <translation>Lautsprechergruppe (Google Cast)</translation>
    </message>
    <message>
        <source>Home automation (HomeKit)</source>
        <translation>Haussteuerung (HomeKit)</translation>
    </message>
    <message>
        <source>Home automation (Home Assistant)</source>
        <translation>Haussteuerung (Home Assistant)</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Web page, encrypted</source>
        <translation>Webseite, verschlüsselt</translation>
    </message>
    <message>
        <source>Lights (Hue)</source>
        <translation>Lampen (Hue)</translation>
    </message>
    <message>
        <source>Shared printer</source>
        <translation>Freigegebener Drucker</translation>
    </message>
    <message>
        <source>Shared printer, encrypted</source>
        <translation>Freigegebener Drucker, verschlüsselt</translation>
    </message>
    <message>
        <source>Printer on USB</source>
        <translation>Drucker an USB</translation>
    </message>
    <message>
        <source>KDE Connect</source>
        <translation>KDE Connect</translation>
    </message>
    <message>
        <source>Home automation (Matter)</source>
        <translation>Haussteuerung (Matter)</translation>
    </message>
    <message>
        <source>Messages of home automation (MQTT)</source>
        <translation>Nachrichten der Haussteuerung (MQTT)</translation>
    </message>
    <message>
        <source>Messages of home automation (MQTT), encrypted</source>
        <translation>Nachrichten der Haussteuerung (MQTT), verschlüsselt</translation>
    </message>
    <message>
        <source>Shared files (NFS)</source>
        <translation>Gemeinsame Dateien (NFS)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Cloud printer</source>
        <translation>Cloud-Drucker</translation>
    </message>
    <message>
        <source>Sound over AirPlay</source>
        <translation>Ton über AirPlay</translation>
    </message>
    <message>
        <source>Remote desktop</source>
        <translation>Entfernter Arbeitsplatz</translation>
    </message>
    <message>
        <source>Remote screen</source>
        <translation>Entfernter Bildschirm</translation>
    </message>
    <message>
        <source>Live video</source>
        <translation>Live-Bild</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Files over SSH</source>
        <translation>Dateien über SSH</translation>
    </message>
    <message>
        <source>Answers for sleeping devices</source>
        <translation>Antworten für schlafende Geräte</translation>
    </message>
    <message>
        <source>Shared files</source>
        <translation>Gemeinsame Dateien</translation>
    </message>
    <message>
        <source>Speaker (Sonos)</source>
        <translation>Lautsprecher (Sonos)</translation>
    </message>
    <message>
        <source>Spotify</source>
        <translation>Spotify</translation>
    </message>
    <message>
        <source>Remote command line</source>
        <translation>Entfernte Befehlszeile</translation>
    </message>
    <message>
        <source>Remote command line, not encrypted</source>
        <translation>Entfernte Befehlszeile, unverschlüsselt</translation>
    </message>
    <message>
        <source>Remote control (Apple)</source>
        <translation>Fernbedienung (Apple)</translation>
    </message>
    <message>
        <source>Scanner, encrypted</source>
        <translation>Scanner, verschlüsselt</translation>
    </message>
    <message>
        <source>Files over WebDAV</source>
        <translation>Dateien über WebDAV</translation>
    </message>
    <message>
        <source>Files over WebDAV, encrypted</source>
        <translation>Dateien über WebDAV, verschlüsselt</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What concerns the house shows in History and can be undone; the rest stays on %1.</source>
        <translation>Was das Haus betrifft, steht im Verlauf und lässt sich zurücknehmen; der Rest bleibt auf %1.</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>Freehold is starting…</source>
        <translation>Freehold startet …</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of 4: %2</source>
        <translation>Schritt %1 von 4: %2</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>Zu tun</translation>
    </message>
</context>
<context>
    <name>TrialCard</name>
    <message>
        <source>Trying: %1</source>
        <extracomment>%1 is a change, in a sentence</extracomment>
        <translation>Auf Probe: %1</translation>
    </message>
    <message>
        <source>%1 left. Then it goes back by itself, unless someone keeps it.</source>
        <translation>Noch %1. Dann wird sie von selbst zurückgenommen, wenn niemand sie behält.</translation>
    </message>
    <message>
        <source>%1 left. It is kept if all goes well, and goes back by itself if not.</source>
        <translation>Noch %1. Geht alles gut, bleibt sie; sonst wird sie von selbst zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Noch %1</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>Unlock the vault</source>
        <translation>Den Tresor öffnen</translation>
    </message>
    <message>
        <source>The vault holds the keys with which this machine signs changes. While it is locked everything goes on as it is, and nothing can be changed.</source>
        <translation>Der Tresor enthält die Schlüssel, mit denen dieser Rechner Änderungen unterschreibt. Solange er zu ist, geht alles weiter wie bisher, und nichts lässt sich ändern.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ValueChanges</name>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1: vorher %2, jetzt %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Gerätetyp</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>the whole house</source>
        <translation>dem ganzen Haushalt</translation>
    </message>
</context>
<context>
    <name>VaultWords</name>
    <message>
        <source>Everything goes on as it is, and nothing can be changed until it is opened</source>
        <translation>Alles läuft weiter wie bisher; ändern lässt sich nichts, bis er geöffnet ist</translation>
    </message>
    <message>
        <source>The vault is locked</source>
        <translation>Der Tresor ist verschlossen</translation>
    </message>
    <message>
        <source>Unlock it with “freeholdctl vault unlock”, or in the Freehold app</source>
        <translation>Öffne ihn mit „freeholdctl vault unlock“ oder in der Freehold-App</translation>
    </message>
    <message>
        <source>The key is not there</source>
        <translation>Der Schlüssel ist nicht da</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>Er wurde verweigert</translation>
    </message>
    <message>
        <source>What came does not fit this vault</source>
        <translation>Was kam, passt nicht zu diesem Tresor</translation>
    </message>
    <message>
        <source>It can&apos;t be reached, or does not answer</source>
        <translation>Die Stelle ist nicht erreichbar oder antwortet nicht</translation>
    </message>
    <message>
        <source>This machine&apos;s security chip (TPM) does not give the vault&apos;s key</source>
        <translation>Der Sicherheitschip (TPM) dieses Geräts gibt den Schlüssel des Tresors nicht heraus</translation>
    </message>
    <message>
        <source>Check that the engine may use this machine&apos;s security chip, then run “freeholdctl vault unlock”</source>
        <translation>Sieh nach, ob der Dienst den Sicherheitschip dieses Geräts benutzen darf, und gib dann „freeholdctl vault unlock“ ein</translation>
    </message>
    <message>
        <source>The system does not give the vault&apos;s key to the service</source>
        <translation>Das System gibt dem Dienst den Schlüssel des Tresors nicht</translation>
    </message>
    <message>
        <source>Put the credential “freehold-vault-key” back where it was, then restart the service</source>
        <translation>Lege die Zugangsdaten „freehold-vault-key“ zurück an ihren Ort und starte den Dienst neu</translation>
    </message>
    <message>
        <source>The file with the vault&apos;s key, vault.key beside it, can&apos;t be used</source>
        <translation>Die Datei mit dem Schlüssel des Tresors, vault.key neben ihm, ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Put your copy of the file vault.key back beside the vault, then run “freeholdctl vault unlock”</source>
        <translation>Lege deine Kopie der Datei vault.key zurück neben den Tresor und gib dann „freeholdctl vault unlock“ ein</translation>
    </message>
    <message>
        <source>The vault&apos;s key could not be made from the passphrase</source>
        <translation>Der Schlüssel des Tresors ließ sich aus dem Kennsatz nicht bilden</translation>
    </message>
    <message>
        <source>Free some memory, then try again</source>
        <translation>Schaffe freien Speicher und versuche es dann noch einmal</translation>
    </message>
    <message>
        <source>The desktop&apos;s key store does not give the vault&apos;s key</source>
        <translation>Der Schlüsselbund der Arbeitsumgebung gibt den Schlüssel des Tresors nicht heraus</translation>
    </message>
    <message>
        <source>Unlock the desktop&apos;s key store, then run “freeholdctl vault unlock”</source>
        <translation>Öffne den Schlüsselbund der Arbeitsumgebung und gib dann „freeholdctl vault unlock“ ein</translation>
    </message>
    <message>
        <source>Unlock it on the page Home</source>
        <translation>Öffne ihn auf der Seite Zuhause</translation>
    </message>
    <message>
        <source>Check that the engine may use this machine&apos;s security chip, then try again</source>
        <translation>Sieh nach, ob der Dienst den Sicherheitschip dieses Geräts benutzen darf, und versuche es dann noch einmal</translation>
    </message>
    <message>
        <source>Put your copy of the file vault.key back beside the vault, then try again</source>
        <translation>Lege deine Kopie der Datei vault.key zurück neben den Tresor und versuche es dann noch einmal</translation>
    </message>
    <message>
        <source>Unlock the desktop&apos;s key store, then try again</source>
        <translation>Entsperre den Schlüsselbund der Arbeitsumgebung und versuche es dann noch einmal</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Runs Freehold, shows six digits</source>
        <translation>Mit Freehold, zeigt sechs Ziffern</translation>
    </message>
</context>
<context>
    <name>WaysBack</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Noch einmal machen</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Diese verwenden</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::AddMachineView</name>
    <message>
        <source>As an owner it may change everything, and let in or forget others.</source>
        <translation>Als Eigentümer darf er alles ändern und andere einlassen oder vergessen.</translation>
    </message>
    <message>
        <source>As a member it may name devices and say whose they are, and nothing else.</source>
        <translation>Als Mitglied darf er Geräte benennen und sagen, wem sie gehören, sonst nichts.</translation>
    </message>
    <message>
        <source>As a guest it may change nothing.</source>
        <translation>Als Gast darf er nichts ändern.</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::BackupView</name>
    <message>
        <source>%1 holds the house now (%2), and was read again to its last signature.</source>
        <translation>%1 enthält jetzt das Haus (%2) und wurde bis zur letzten Signatur wieder gelesen.</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::ChangeView</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a day and a time</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. “%2”</source>
        <translation>%1. „%2“</translation>
    </message>
    <message>
        <source>Only this change goes.</source>
        <translation>Nur diese Änderung wird zurückgenommen.</translation>
    </message>
    <message>
        <source>Put the house back to %1, just after this change</source>
        <translation>Das Haus zurückversetzen auf %1, gleich nach dieser Änderung</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::Desktop</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <extracomment>%1 is a change, in a sentence</extracomment>
        <translation>Zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::DeviceView</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Online, same network</source>
        <translation>Verbunden, im selben Netz</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Zuletzt gesehen: %1</translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation>Nie gesehen</translation>
    </message>
    <message>
        <source>A member: it holds a copy of the house.</source>
        <translation>Ein Mitglied: Es bewahrt eine Kopie des Hauses auf.</translation>
    </message>
    <message>
        <source>Nobody has said yet whose it is.</source>
        <translation>Noch hat niemand gesagt, wem es gehört.</translation>
    </message>
    <message>
        <source>The way from this house to the internet.</source>
        <translation>Der Weg von diesem Haus ins Internet.</translation>
    </message>
    <message>
        <source>It shows this network a made-up hardware address, as phones do for privacy.</source>
        <translation>Es zeigt diesem Netz eine erfundene Hardware-Adresse, wie Telefone es zum Schutz der Privatsphäre tun.</translation>
    </message>
    <message>
        <source>Recognised by its network address, which can be imitated.</source>
        <translation>Erkannt an seiner Netzwerkadresse, die sich nachahmen lässt.</translation>
    </message>
    <message>
        <source>Recognised by its name alone, which any device could use.</source>
        <translation>Nur an seinem Namen erkannt, den jedes Gerät tragen könnte.</translation>
    </message>
    <message>
        <source>The whole house</source>
        <translation>Dem ganzen Haushalt</translation>
    </message>
    <message>
        <source>%1, made up for this network</source>
        <translation>%1, für dieses Netz erfunden</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>jetzt, %1</translation>
    </message>
    <message>
        <source>by its own key</source>
        <translation>an seinem eigenen Schlüssel</translation>
    </message>
    <message>
        <source>by its network address</source>
        <translation>an seiner Netzwerkadresse</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>an seinem Namen</translation>
    </message>
    <message>
        <source>Online, from another network</source>
        <translation>Online, aus einem anderen Netz</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::DevicesModel</name>
    <message>
        <source>At home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Not seen lately</source>
        <translation>Länger nicht gesehen</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::FoundModel</name>
    <message>
        <source>Lets machines join, at %1</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Lässt Rechner beitreten, unter %1</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::FrameView</name>
    <message>
        <source>%1, %2</source>
        <extracomment>the people and the devices of a house, each with its number</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Freehold is running</source>
        <translation>Freehold läuft</translation>
    </message>
    <message>
        <source>Freehold stopped at %1</source>
        <translation>Freehold endete um %1</translation>
    </message>
    <message>
        <source>Freehold is not running</source>
        <translation>Freehold läuft nicht</translation>
    </message>
    <message>
        <source>Freehold is starting</source>
        <translation>Freehold startet</translation>
    </message>
    <message>
        <source>This machine&apos;s own Freehold service doesn&apos;t answer.</source>
        <translation>Der Freehold-Dienst dieses Rechners antwortet nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Freehold ended, and did not come back. It was started %n time(s).</source>
        <translation>
            <numerusform>Freehold endete und kam nicht zurück. Es wurde %n-mal gestartet.</numerusform>
            <numerusform>Freehold endete und kam nicht zurück. Es wurde %n-mal gestartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Freehold ended unexpectedly. It is being started again, try %1 of 3.</source>
        <translation>Freehold endete unerwartet. Es wird neu gestartet, Versuch %1 von 3.</translation>
    </message>
    <message>
        <source>Freehold ended unexpectedly.</source>
        <translation>Freehold endete unerwartet.</translation>
    </message>
    <message>
        <source>Nothing that was kept is lost. Until it is back, new devices aren&apos;t noticed and nothing can be changed.</source>
        <translation>Nichts, was behalten wurde, ist verloren. Bis es zurück ist, werden neue Geräte nicht bemerkt, und nichts lässt sich ändern.</translation>
    </message>
    <message>
        <source>Start it with “systemctl start freeholdd”, or ask whoever looks after this machine.</source>
        <translation>Starte ihn mit „systemctl start freeholdd“ oder frage, wer sich um diesen Rechner kümmert.</translation>
    </message>
    <message>
        <source>Nothing: it carries on where it was as soon as it is back.</source>
        <translation>Nichts: Sobald es zurück ist, macht es weiter, wo es war.</translation>
    </message>
    <message>
        <source>Start Freehold again. It carries on where it was.</source>
        <translation>Starte Freehold neu. Es macht weiter, wo es war.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, the place that FREEHOLD_SOCKET names.</source>
        <translation>Unter %1, dem Ort, den FREEHOLD_SOCKET nennt, antwortet nichts.</translation>
    </message>
    <message>
        <source>Start the engine that serves this place, or start Freehold without FREEHOLD_SOCKET.</source>
        <translation>Starte den Dienst, der dort antworten soll, oder starte Freehold ohne FREEHOLD_SOCKET.</translation>
    </message>
    <message>
        <source>Install Freehold again: its program “freeholdd” is missing.</source>
        <translation>Installiere Freehold neu: Sein Programm „freeholdd“ fehlt.</translation>
    </message>
    <message>
        <source>What it shows can&apos;t be seen from here now. This machine and your house go on.</source>
        <translation>Was er zeigt, ist von hier aus gerade nicht zu sehen. Dieser Rechner und dein Haus laufen weiter.</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::HomeView</name>
    <message>
        <source>A new device joined at %1. Whose is it?</source>
        <translation>Ein neues Gerät ist seit %1 im Netz. Wem gehört es?</translation>
    </message>
    <message>
        <source>A new device joined on %1. Whose is it?</source>
        <translation>Ein neues Gerät ist seit %1 im Netz. Wem gehört es?</translation>
    </message>
    <message>
        <source>A new %1 joined at %2. Whose is it?</source>
        <translation>Neu im Netz seit %2: %1. Wem gehört es?</translation>
    </message>
    <message>
        <source>A new %1 joined on %2. Whose is it?</source>
        <translation>Neu im Netz seit %2: %1. Wem gehört es?</translation>
    </message>
    <message>
        <source>It calls itself “%1”.</source>
        <extracomment>%1 is the name that a device gives itself</extracomment>
        <translation>Es nennt sich „%1“.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>One thing needs you. All else is well.</source>
        <translation>Eine Sache braucht dich. Sonst ist alles in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you.</source>
        <translation>
            <numerusform>%n Sache braucht dich.</numerusform>
            <numerusform>%n Sachen brauchen dich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) are at home.</source>
        <translation>
            <numerusform>%n Gerät ist zuhause.</numerusform>
            <numerusform>%n Geräte sind zuhause.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are elsewhere.</source>
        <translation>
            <numerusform>%n ist unterwegs.</numerusform>
            <numerusform>%n sind unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not been seen lately.</source>
        <translation>
            <numerusform>%n wurde länger nicht gesehen.</numerusform>
            <numerusform>%n wurden länger nicht gesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at home, %2 elsewhere, %3 not seen lately.</source>
        <translation>%1 zuhause, %2 unterwegs, %3 länger nicht gesehen.</translation>
    </message>
    <message>
        <source>Say whose it is</source>
        <translation>Sagen, wem es gehört</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Tresor öffnen …</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Passphrase wählen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>“%1” wants to join %2.</source>
        <translation>„%1“ will %2 beitreten.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) want to join %1.</source>
        <translation>
            <numerusform>%n Rechner will %1 beitreten.</numerusform>
            <numerusform>%n Rechner wollen %1 beitreten.</numerusform>
        </translation>
    </message>
    <message>
        <source>You let it in by the digits that it shows. If nobody here asked for this, refuse it.</source>
        <translation>Du lässt ihn mit den Ziffern ein, die er zeigt. Hat hier niemand darum gebeten, lehne ab.</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>Ansehen …</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::MapModel</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::News</name>
    <message>
        <source>Went back by itself: %1</source>
        <extracomment>%1 is a change, in a sentence</extracomment>
        <translation>Von selbst zurückgegangen: %1</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::PeopleModel</name>
    <message>
        <source>age %1</source>
        <translation>%1 Jahre</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::RestoreBackupView</name>
    <message numerus="yes">
        <source>Backup of %1, made on %2 at %3, with %n change(s)</source>
        <extracomment>%1 is a machine, %2 a day and %3 a time of it</extracomment>
        <translation>
            <numerusform>Sicherung von %1, gemacht am %2 um %3, mit %n Änderung</numerusform>
            <numerusform>Sicherung von %1, gemacht am %2 um %3, mit %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and with what that machine had seen</source>
        <extracomment>%1 is the sentence &quot;Backup of study, made on Monday at 10:00, with 12 changes&quot;</extracomment>
        <translation>%1, und mit dem, was jenes Gerät gesehen hatte</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::RestoreToTime</name>
    <message>
        <source>Write the day as in %1.</source>
        <extracomment>%1 is today, as people write it</extracomment>
        <translation>Schreibe den Tag wie in %1.</translation>
    </message>
    <message>
        <source>Write the time as in %1.</source>
        <translation>Schreibe die Uhrzeit wie in %1.</translation>
    </message>
    <message>
        <source>Put the house back to %1</source>
        <translation>Zurückversetzen auf %1</translation>
    </message>
    <message>
        <source>Put the house back to %1, %2</source>
        <translation>Zurückversetzen auf %1, %2</translation>
    </message>
    <message>
        <source>That is still to come.</source>
        <translation>Das liegt noch in der Zukunft.</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::RestoreView</name>
    <message>
        <source>The house is still as it was then.</source>
        <translation>Das Haus ist noch, wie es damals war.</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) go:</source>
        <translation>
            <numerusform>%n spätere Änderung wird zurückgenommen:</numerusform>
            <numerusform>%n spätere Änderungen werden zurückgenommen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>freehold::desktop::SettingsView</name>
    <message>
        <source>As the system: %1</source>
        <translation>Wie das System: %1</translation>
    </message>
</context>
<context>
    <name>freehold::desktop::Tray</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open Freehold</source>
        <translation>Freehold öffnen</translation>
    </message>
    <message>
        <source>Copy %1, %2</source>
        <extracomment>this machine&apos;s name and address</extracomment>
        <translation>%1 kopieren, %2</translation>
    </message>
    <message>
        <source>Quit Freehold (your house goes on)</source>
        <translation>Freehold beenden (dein Haus läuft weiter)</translation>
    </message>
    <message>
        <source>Keep: %1 (%2 left)</source>
        <extracomment>%1 is a change, %2 is how much time it has left</extracomment>
        <translation>Behalten: %1 (noch %2)</translation>
    </message>
</context>
</TS>
