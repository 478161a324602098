<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n messages, to be read together</source>
        <translation>
            <numerusform>%n Nachricht, im Zusammenhang zu lesen</numerusform>
            <numerusform>%n Nachrichten, im Zusammenhang zu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>one announcement, the text in a session in band</source>
        <translation>eine Ankündigung, der Text in einer In-Band-Sitzung</translation>
    </message>
    <message>
        <source>the start of the text, the rest behind a link</source>
        <translation>der Anfang des Textes, der Rest hinter einem Link</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Lost, or only in the original:</source>
        <translation>Verloren oder nur im Original:</translation>
    </message>
    <message>
        <source>header fields: a room gets the text alone</source>
        <translation>Kopfzeilen: ein Raum erhält nur den Text</translation>
    </message>
    <message>
        <source>the signature: nobody has verified it</source>
        <translation>die Signatur: niemand hat sie geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): listed by name, fetched on demand</source>
        <translation>
            <numerusform>%n Datei: mit Namen aufgeführt, auf Wunsch geholt</numerusform>
            <numerusform>%n Dateien: mit Namen aufgeführt, auf Wunsch geholt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not passed on (%2)</source>
        <translation>%1 wird nicht weitergegeben (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) beyond the hundredth</source>
        <translation>
            <numerusform>%n Empfänger nach dem hundertsten</numerusform>
            <numerusform>%n Empfänger nach dem hundertsten</numerusform>
        </translation>
    </message>
    <message>
        <source>the end of the subject: only with the original</source>
        <translation>das Ende des Betreffs: nur im Original</translation>
    </message>
    <message>
        <source>the end of the text: over the limit of 4 MiB</source>
        <translation>das Ende des Textes: über der Grenze von 4 MiB</translation>
    </message>
    <message>
        <source>the sender&apos;s display name: it was another address</source>
        <translation>der Anzeigename des Absenders: er war eine andere Adresse</translation>
    </message>
    <message>
        <source>a text: the mail has none that can be shown</source>
        <translation>ein Text: die E-Mail hat keinen, der gezeigt werden kann</translation>
    </message>
    <message>
        <source>layout, fonts, pictures and other header fields: in the mail view only</source>
        <translation>Gestaltung, Schriften, Bilder und weitere Kopfzeilen: nur in der E-Mail-Ansicht</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Gesendet als</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sender proven</source>
        <translation>Absender belegt</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>the text in other languages</source>
        <translation>der Text in anderen Sprachen</translation>
    </message>
    <message>
        <source>files that were not fetched: their links stay in the text</source>
        <translation>nicht geholte Dateien: ihre Links bleiben im Text</translation>
    </message>
    <message>
        <source>the request for receipts, unless the mail server and the reader answer it</source>
        <translation>die Bitte um Bestätigungen, wenn Mailserver und Leser sie nicht beantworten</translation>
    </message>
    <message>
        <source>the nickname</source>
        <translation>der Spitzname</translation>
    </message>
    <message>
        <source>the typing state</source>
        <translation>der Schreibstatus</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>Zugestellt an</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwort auf</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>es fehlen Teile</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::RemoveAccountDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from Isthmus?</source>
        <translation>%1 aus Isthmus entfernen?</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password leaves the keyring.</source>
        <translation>Die Verbindungen werden getrennt, und das Passwort wird aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password is forgotten.</source>
        <translation>Die Verbindungen werden getrennt, und das Passwort wird vergessen.</translation>
    </message>
    <message>
        <source>On the servers nothing changes: e-mails, chat archive and contacts stay there.</source>
        <translation>Auf den Servern ändert sich nichts: E-Mails, Chat-Archiv und Kontakte bleiben dort.</translation>
    </message>
    <message>
        <source>Its messages on this computer:</source>
        <translation>Die Nachrichten auf diesem Computer:</translation>
    </message>
    <message>
        <source>Keep them for reading</source>
        <translation>Zum Lesen behalten</translation>
    </message>
    <message>
        <source>They stay in their conversations and are found by search.</source>
        <translation>Sie bleiben in ihren Unterhaltungen und werden von der Suche gefunden.</translation>
    </message>
    <message>
        <source>Remove them, too</source>
        <translation>Ebenfalls entfernen</translation>
    </message>
    <message>
        <source>With the people whom only this account knows. What is on the servers comes back if the account is added again.</source>
        <translation>Mit den Personen, die nur dieses Konto kennt. Was auf den Servern ist, kommt wieder, wenn das Konto erneut hinzugefügt wird.</translation>
    </message>
    <message>
        <source>Remove the messages of %1 from this computer?</source>
        <translation>Die Nachrichten von %1 von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>The account was removed before. On the servers nothing changes: what is there comes back if the account is added again. What was not sent is lost.</source>
        <translation>Das Konto wurde bereits entfernt. Auf den Servern ändert sich nichts: Was dort ist, kommt wieder, wenn das Konto erneut hinzugefügt wird. Was nicht gesendet wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Remove messages</source>
        <translation>Nachrichten entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n Chatnachricht</numerusform>
            <numerusform>%n Chatnachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n E-Mail</numerusform>
            <numerusform>%n E-Mails</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent yet, and lost with this choice: %1.</source>
        <translation>Noch nicht gesendet, und mit dieser Wahl verloren: %1.</translation>
    </message>
    <message>
        <source>Not sent yet: %1. They stay where you wrote them and can be sent from another account.</source>
        <translation>Noch nicht gesendet: %1. Das bleibt, wo Sie es geschrieben haben, und kann von einem anderen Konto gesendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) that you have archived or deleted stay on the server where they are.</source>
        <translation>
            <numerusform>%n E-Mail, die Sie archiviert oder gelöscht haben, bleibt auf dem Server, wo sie ist.</numerusform>
            <numerusform>%n E-Mails, die Sie archiviert oder gelöscht haben, bleiben auf dem Server, wo sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceLine</name>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>%1: set by hand</source>
        <translation>%1: von Hand einstellen</translation>
    </message>
    <message>
        <source>%1 protocol</source>
        <translation>%1: Protokoll</translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation>%1: Server</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1 port</source>
        <translation>%1: Port</translation>
    </message>
    <message>
        <source>%1 security</source>
        <translation>%1: Sicherheit</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Will be looked up when the address is complete.</source>
        <translation>Wird gesucht, sobald die Adresse vollständig ist.</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Nicht gefunden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>This is no name of a server.</source>
        <translation>Das ist kein Servername.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service: what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceText</name>
    <message>
        <source>%1 at %2, port %3, %4, %5</source>
        <comment>protocol, host, port, security, where it was found</comment>
        <translation>%1 auf %2, Port %3, %4, %5</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::SignInPage</name>
    <message>
        <source>Welcome to Isthmus</source>
        <translation>Willkommen bei Isthmus</translation>
    </message>
    <message>
        <source>Sign in once, and have your chats and your e-mail with a person in one conversation.</source>
        <translation>Einmal anmelden – und Chats und E-Mails mit einer Person in einer Unterhaltung haben.</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>sie@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>&amp;Connect chat at start</source>
        <translation>&amp;Chat beim Start verbinden</translation>
    </message>
    <message>
        <source>&amp;Fetch mail at start</source>
        <translation>&amp;E-Mails beim Start abrufen</translation>
    </message>
    <message>
        <source>Create an &amp;account</source>
        <translation>&amp;Konto anlegen</translation>
    </message>
    <message>
        <source>Makes this address at its provider, if the provider lets programs do that</source>
        <translation>Legt diese Adresse beim Anbieter an, sofern er das Programmen erlaubt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Opens the window; what is not connected yet goes on trying</source>
        <translation>Öffnet das Fenster; was noch nicht verbunden ist, versucht es weiter</translation>
    </message>
    <message>
        <source>Your password is kept in the system keyring, nowhere else.</source>
        <translation>Ihr Passwort wird im Schlüsselbund des Systems aufbewahrt, sonst nirgends.</translation>
    </message>
    <message>
        <source>This system has no keyring: your password is kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Ihr Passwort bleibt im Arbeitsspeicher und wird beim Schließen von Isthmus vergessen.</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like you@example.org.</source>
        <translation>Das ist keine vollständige Adresse. Eine Adresse sieht so aus: sie@example.org.</translation>
    </message>
    <message>
        <source>Enter the password too.</source>
        <translation>Geben Sie auch das Passwort ein.</translation>
    </message>
    <message>
        <source>No service was found for this address. Check its spelling, or enter the servers by hand.</source>
        <translation>Für diese Adresse wurde kein Dienst gefunden. Prüfen Sie die Schreibweise oder geben Sie die Server von Hand ein.</translation>
    </message>
    <message>
        <source>The password was refused. Enter it again; it was tried once.</source>
        <translation>Das Passwort wurde abgelehnt. Geben Sie es noch einmal ein; es wurde nur einmal versucht.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::AttachedFiles</name>
    <message>
        <source>%1 (%2)</source>
        <comment>file name (which of that name)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name (size)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>Do not attach %1</source>
        <translation>%1 nicht anhängen</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::Composer</name>
    <message>
        <source>sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>How this message goes (Ctrl+E changes it)</source>
        <translation>Wie diese Nachricht gesendet wird (Strg+E wechselt)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Do not answer this message</source>
        <translation>Auf diese Nachricht nicht antworten</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Attach file (Ctrl+Shift+A)</source>
        <translation>Datei anhängen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Nachricht schreiben …</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>An %1 schreiben …</translation>
    </message>
    <message>
        <source>“%1” is no list of e-mail addresses. Nothing was sent.</source>
        <translation>„%1“ ist keine Liste von E-Mail-Adressen. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It will stand in the conversation with whom you write to.</source>
        <translation>Sie wird in der Unterhaltung mit dem Empfänger stehen.</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Emoji einfügen</translation>
    </message>
    <message>
        <source>Insert emoji (Ctrl+Alt+E)</source>
        <translation>Emoji einfügen (Strg+Alt+E)</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::EmojiPicker</name>
    <message>
        <source>laughing face</source>
        <translation>lachendes Gesicht</translation>
    </message>
    <message>
        <source>tears of joy</source>
        <translation>Freudentränen</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>Lächeln</translation>
    </message>
    <message>
        <source>wink</source>
        <translation>Zwinkern</translation>
    </message>
    <message>
        <source>happy smile</source>
        <translation>glückliches Lächeln</translation>
    </message>
    <message>
        <source>in love</source>
        <translation>verliebt</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>Kuss</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>Sonnenbrille</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>nachdenklich</translation>
    </message>
    <message>
        <source>neutral face</source>
        <translation>neutrales Gesicht</translation>
    </message>
    <message>
        <source>rolling eyes</source>
        <translation>Augenrollen</translation>
    </message>
    <message>
        <source>smirk</source>
        <translation>Schmunzeln</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schlafend</translation>
    </message>
    <message>
        <source>sad, a tear</source>
        <translation>traurig, eine Träne</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>weinend</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>wütend</translation>
    </message>
    <message>
        <source>frightened</source>
        <translation>erschrocken</translation>
    </message>
    <message>
        <source>party face</source>
        <translation>feierndes Gesicht</translation>
    </message>
    <message>
        <source>hug</source>
        <translation>Umarmung</translation>
    </message>
    <message>
        <source>shrug</source>
        <translation>Schulterzucken</translation>
    </message>
    <message>
        <source>monkey that sees nothing</source>
        <translation>Affe, der nichts sieht</translation>
    </message>
    <message>
        <source>thumbs up</source>
        <translation>Daumen hoch</translation>
    </message>
    <message>
        <source>thumbs down</source>
        <translation>Daumen runter</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>waving hand</source>
        <translation>winkende Hand</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>Applaus</translation>
    </message>
    <message>
        <source>folded hands</source>
        <translation>gefaltete Hände</translation>
    </message>
    <message>
        <source>strong arm</source>
        <translation>starker Arm</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handschlag</translation>
    </message>
    <message>
        <source>crossed fingers</source>
        <translation>gedrückte Daumen</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>Idee</translation>
    </message>
    <message>
        <source>red heart</source>
        <translation>rotes Herz</translation>
    </message>
    <message>
        <source>broken heart</source>
        <translation>gebrochenes Herz</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>Feuer</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>Feier</translation>
    </message>
    <message>
        <source>birthday cake</source>
        <translation>Geburtstagstorte</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>coffee</source>
        <translation>Kaffee</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>Pizza</translation>
    </message>
    <message>
        <source>beer</source>
        <translation>Bier</translation>
    </message>
    <message>
        <source>car</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Zug</translation>
    </message>
    <message>
        <source>aeroplane</source>
        <translation>Flugzeug</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Emoji einfügen</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MailFields</name>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Cc</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>&amp;Bcc</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>Be&amp;treff</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Cc and Bcc</source>
        <translation>Cc und Bcc</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MessageEdit</name>
    <message>
        <source>Message text</source>
        <translation>Nachrichtentext</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RecipientChips</name>
    <message>
        <source>Recipient: %1</source>
        <translation>Empfänger: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RouteText</name>
    <message>
        <source>Cannot be sent: no chat address of %1 is known. Add one in the details.</source>
        <translation>Kann nicht gesendet werden: von %1 ist keine Chat-Adresse bekannt. Fügen Sie in den Details eine hinzu.</translation>
    </message>
    <message>
        <source>Cannot be sent: no confirmed mailbox of %1 is known. Confirm one in the details.</source>
        <translation>Kann nicht gesendet werden: von %1 ist kein bestätigtes Postfach bekannt. Bestätigen Sie eines in den Details.</translation>
    </message>
    <message>
        <source>Cannot be sent: “Send via” of %1 asks for a channel without a known address.</source>
        <translation>Kann nicht gesendet werden: „Senden über“ von %1 verlangt einen Kanal ohne bekannte Adresse.</translation>
    </message>
    <message>
        <source>Cannot be sent yet: there is no address to send to.</source>
        <translation>Kann noch nicht gesendet werden: es fehlt eine Adresse.</translation>
    </message>
    <message>
        <source>Your choice for this message</source>
        <translation>Ihre Wahl für diese Nachricht</translation>
    </message>
    <message>
        <source>“Send via” of %1</source>
        <translation>„Senden über“ von %1</translation>
    </message>
    <message>
        <source>The only way to %1</source>
        <translation>Der einzige Weg zu %1</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 ist online</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 ist offline</translation>
    </message>
    <message>
        <source>%1 does not want to be disturbed</source>
        <translation>%1 möchte nicht gestört werden</translation>
    </message>
    <message>
        <source>It is not known whether %1 is online</source>
        <translation>Es ist nicht bekannt, ob %1 online ist</translation>
    </message>
    <message>
        <source>An e-mail</source>
        <translation>Eine E-Mail</translation>
    </message>
    <message>
        <source>goes as chat to %1</source>
        <translation>geht als Chat an %1</translation>
    </message>
    <message>
        <source>goes as mail to %1</source>
        <translation>geht als E-Mail an %1</translation>
    </message>
    <message>
        <source>goes as chat to %1 once chat is connected</source>
        <translation>geht als Chat an %1, sobald der Chat verbunden ist</translation>
    </message>
    <message>
        <source>goes as mail to %1 once outgoing mail is connected</source>
        <translation>geht als E-Mail an %1, sobald der Postausgang verbunden ist</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason: where it goes</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>encrypted in transit, readable by both chat servers</source>
        <translation>auf dem Weg verschlüsselt, lesbar für beide Chatserver</translation>
    </message>
    <message>
        <source>readable by every mail server on the way</source>
        <translation>lesbar für jeden Mailserver auf dem Weg</translation>
    </message>
    <message>
        <source> · if that fails, as mail</source>
        <translation> · sonst als E-Mail</translation>
    </message>
    <message>
        <source> · if that fails, as chat</source>
        <translation> · sonst als Chat</translation>
    </message>
    <message>
        <source>Cannot be sent: no account is signed in. Add one in the menu Isthmus.</source>
        <translation>Kann nicht gesendet werden: Kein Konto ist angemeldet. Fügen Sie im Menü „Isthmus“ eines hinzu.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressMapDialog</name>
    <message>
        <source>Address map</source>
        <translation>Adresszuordnung</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Alle Adressen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Adresszuordnung exportieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Eine Adresszuordnung importieren</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation>Noch keine Adressen</translation>
    </message>
    <message>
        <source>Those of contacts, and of whoever writes to you, appear here.</source>
        <translation>Die von Kontakten und von allen, die Ihnen schreiben, erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressRow</name>
    <message>
        <source>%1, %2</source>
        <comment>evidence, since when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>kind, address, evidence</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Confirm %1 %2</source>
        <comment>kind, address</comment>
        <translation>%1 %2 bestätigen</translation>
    </message>
    <message>
        <source>Split off %1 %2</source>
        <comment>kind, address</comment>
        <translation>%1 %2 abtrennen</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::ContactCard</name>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Name des Kontakts</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Close details (Escape)</source>
        <translation>Details schließen (Esc)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat with this contact</source>
        <translation>Mit diesem Kontakt chatten</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>E-Mail senden</translation>
    </message>
    <message>
        <source>Send e-mail to this contact</source>
        <translation>Diesem Kontakt eine E-Mail senden</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Kind of the new address</source>
        <translation>Art der neuen Adresse</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Weitere Adresse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add this address</source>
        <translation>Diese Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Send via</source>
        <translation>Senden über</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>nur E-Mail</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is no complete address. Nothing was changed.</source>
        <translation>Das ist keine vollständige Adresse. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Join with another person…</source>
        <translation>Mit einer anderen Person zusammenführen …</translation>
    </message>
    <message>
        <source>Wishes to be reached by e-mail only.</source>
        <translation>Möchte nur per E-Mail erreicht werden.</translation>
    </message>
    <message>
        <source>Wishes to be reached by chat only.</source>
        <translation>Möchte nur per Chat erreicht werden.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline or not to be disturbed.</source>
        <translation>Möchte E-Mail, solange offline oder nicht zu stören.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline.</source>
        <translation>Möchte E-Mail, solange offline.</translation>
    </message>
    <message>
        <source>Wishes e-mail while not to be disturbed.</source>
        <translation>Möchte E-Mail, solange nicht zu stören.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::NewContactDialog</name>
    <message>
        <source>new contact</source>
        <translation>neuer Kontakt</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Address of the new contact</source>
        <translation>Adresse des neuen Kontakts</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Name des neuen Kontakts</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Art der Adresse</translation>
    </message>
    <message>
        <source>Chat address</source>
        <translation>Chat-Adresse</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like bob@example.org.</source>
        <translation>Das ist keine vollständige Adresse. Eine Adresse sieht so aus: bob@example.org.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::ConversationPane</name>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Add contact (Ctrl+Shift+N)</source>
        <translation>Kontakt hinzufügen (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>Escape in the search field, and the filter All, show everybody again.</source>
        <translation>Escape im Suchfeld und der Filter „Alle“ zeigen wieder alle.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Contacts and mails appear by themselves once an account is connected.</source>
        <translation>Kontakte und E-Mails erscheinen von selbst, sobald ein Konto verbunden ist.</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Look for these words in all messages (Ctrl+Shift+F)</source>
        <translation>Diese Wörter in allen Nachrichten suchen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Add a contact, or write an e-mail: who answers is here, too.</source>
        <translation>Fügen Sie einen Kontakt hinzu oder schreiben Sie eine E-Mail: Wer antwortet, steht dann auch hier.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>last message failed</source>
        <translation>letzte Nachricht fehlgeschlagen</translation>
    </message>
    <message>
        <source>no messages yet</source>
        <translation>noch keine Nachrichten</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Ich: %1</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>a message that cannot be shown safely</source>
        <translation>eine Nachricht, die nicht sicher gezeigt werden kann</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
</context>
<context>
    <name>isthmus::convert::Program</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>standard input and output are not there</source>
        <translation>Standardeingabe und -ausgabe sind nicht vorhanden</translation>
    </message>
    <message>
        <source>Converts between e-mail and instant messages as Isthmus does, to see what becomes of a message.
Without an option it reads JSON Lines {id, direction, input, context} on standard input and writes
{id, result} for each. It opens no network and keeps nothing.</source>
        <translation>Wandelt zwischen E-Mail und Sofortnachrichten um, wie Isthmus es tut, und zeigt, was aus einer Nachricht wird.
Ohne Option werden JSON-Zeilen {id, direction, input, context} von der Standardeingabe gelesen und für
jede {id, result} geschrieben. Das Netz wird nicht benutzt und nichts behalten.</translation>
    </message>
    <message>
        <source>Show what becomes of one e-mail.</source>
        <translation>Zeigt, was aus einer E-Mail wird.</translation>
    </message>
    <message>
        <source>FILE.eml</source>
        <translation>DATEI.eml</translation>
    </message>
    <message>
        <source>Show what becomes of one message stanza.</source>
        <translation>Zeigt, was aus einem Nachrichten-Stanza wird.</translation>
    </message>
    <message>
        <source>FILE.xml</source>
        <translation>DATEI.xml</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>unerwartetes Argument: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::desktop::CommandLine</name>
    <message>
        <source>Keep everything in DIR instead of the user&apos;s data folder. Two programs cannot use one profile at the same time.</source>
        <translation>Alles in DIR statt im Datenordner des Benutzers aufbewahren. Zwei Programme können ein Profil nicht gleichzeitig benutzen.</translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) instead of the system&apos;s, for private networks.</source>
        <translation>Den Zertifikaten in FILE (PEM) statt denen des Systems vertrauen, für private Netze.</translation>
    </message>
    <message>
        <source>Ask this DNS server instead of the system&apos;s.</source>
        <translation>Diesen DNS-Server statt dem des Systems fragen.</translation>
    </message>
    <message>
        <source>Sign in with ADDRESS and the password on the first line of standard input, if the profile has no account yet.</source>
        <translation>Mit ADDRESS und dem Passwort aus der ersten Zeile der Standardeingabe anmelden, wenn das Profil noch kein Konto hat.</translation>
    </message>
    <message>
        <source>system, light, dark or contrast.</source>
        <translation>system, light, dark oder contrast.</translation>
    </message>
    <message>
        <source>Size of everything in per cent, 100 to 300.</source>
        <translation>Größe von allem in Prozent, 100 bis 300.</translation>
    </message>
    <message>
        <source>isthmus: %1
Try isthmus --help.
</source>
        <translation>isthmus: %1
Siehe isthmus --help.
</translation>
    </message>
    <message>
        <source>the file of --ca-file cannot be read</source>
        <translation>die Datei von --ca-file kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>--dns wants an IP address and a port, such as 127.0.0.1:5353</source>
        <translation>--dns verlangt eine IP-Adresse und einen Port, etwa 127.0.0.1:5353</translation>
    </message>
    <message>
        <source>--theme wants system, light, dark or contrast</source>
        <translation>--theme verlangt system, light, dark oder contrast</translation>
    </message>
    <message>
        <source>--scale wants a number from 100 to 300</source>
        <translation>--scale verlangt eine Zahl von 100 bis 300</translation>
    </message>
    <message>
        <source>--sign-in wants an address such as alice@example.org</source>
        <translation>--sign-in verlangt eine Adresse wie alice@example.org</translation>
    </message>
    <message>
        <source>only links that begin with mailto: or xmpp: can be opened</source>
        <translation>nur Links, die mit mailto: oder xmpp: beginnen, können geöffnet werden</translation>
    </message>
    <message>
        <source>Mail and chat with a person as one conversation.</source>
        <translation>E-Mail und Chat mit einer Person als eine Unterhaltung.</translation>
    </message>
    <message>
        <source>mailto: or xmpp: links to open.</source>
        <translation>Zu öffnende mailto:- oder xmpp:-Links.</translation>
    </message>
    <message>
        <source>Speak this language instead of the desktop&apos;s: %1, or a translator&apos;s .qm file.</source>
        <translation>Diese Sprache statt der des Desktops sprechen: %1, oder eine .qm-Datei von Übersetzern.</translation>
    </message>
    <message>
        <source>--language wants one of %1, or a .qm file</source>
        <translation>--language verlangt eines von %1 oder eine .qm-Datei</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::MailboxPane</name>
    <message>
        <source>Folders and accounts</source>
        <translation>Ordner und Konten</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing fetched yet</source>
        <translation>Noch nichts abgeholt</translation>
    </message>
    <message>
        <source>E-mails of this folder appear here when the account is connected.</source>
        <translation>E-Mails dieses Ordners erscheinen hier, sobald das Konto verbunden ist.</translation>
    </message>
    <message>
        <source>No e-mails here</source>
        <translation>Keine E-Mails hier</translation>
    </message>
    <message>
        <source>What comes into this folder appears by itself.</source>
        <translation>Was in diesen Ordner kommt, erscheint von selbst.</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::Row</name>
    <message>
        <source>All e-mails</source>
        <translation>Alle E-Mails</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails</source>
        <translation>
            <numerusform>%n E-Mail</numerusform>
            <numerusform>%n E-Mails</numerusform>
        </translation>
    </message>
    <message>
        <source>with files</source>
        <translation>mit Dateien</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>an account&apos;s address</comment>
        <translation>%1 (entfernt)</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchDelegate</name>
    <message>
        <source>You: %1</source>
        <translation>Ich: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchModel</name>
    <message>
        <source>from you</source>
        <translation>von Ihnen</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchPane</name>
    <message>
        <source>Show in conversation</source>
        <translation>In der Unterhaltung zeigen</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Words or their beginnings</source>
        <translation>Wörter oder Wortanfänge</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Close search (Escape)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Only chats</source>
        <translation>Nur Chats</translation>
    </message>
    <message>
        <source>Only e-mails</source>
        <translation>Nur E-Mails</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Gefundene Nachrichten</translation>
    </message>
    <message>
        <source>Type words to search the chats and e-mails of everybody, and the names of files.</source>
        <translation>Geben Sie Wörter ein, um die Chats und E-Mails aller Personen und die Namen von Dateien zu durchsuchen.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>The messages on this computer could not be searched. Nothing was changed; try again.</source>
        <translation>Die Nachrichten auf diesem Computer konnten nicht durchsucht werden. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>Keine Nachricht passt dazu.</translation>
    </message>
    <message numerus="yes">
        <source>Newest first. All %n messages on this computer were searched.</source>
        <translation>
            <numerusform>Neueste zuerst. Die eine Nachricht auf diesem Computer wurde durchsucht (%n).</numerusform>
            <numerusform>Neueste zuerst. Alle %n Nachrichten auf diesem Computer wurden durchsucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first. %1 of %2 messages on this computer were searched; the rest is still being read, or could not be.</source>
        <translation>Neueste zuerst. %1 von %2 Nachrichten auf diesem Computer wurden durchsucht; die übrigen werden noch gelesen oder konnten es nicht werden.</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::ChoicesGroup</name>
    <message>
        <source>Reports and ways</source>
        <translation>Berichte und Wege</translation>
    </message>
    <message>
        <source>Tell senders that I have &amp;read their e-mail</source>
        <translation>Absendern mitteilen, dass ich ihre E-Mail &amp;gelesen habe</translation>
    </message>
    <message>
        <source>Tell the recipient of an e-mail by &amp;chat</source>
        <translation>Empfänger einer E-Mail per &amp;Chat benachrichtigen</translation>
    </message>
    <message>
        <source>Ask whether my e-mails were delivered and read</source>
        <translation>Fragen, ob meine E-Mails zugestellt und gelesen wurden</translation>
    </message>
    <message>
        <source>Join chat lines that go as e-mail while they wait</source>
        <translation>Chatzeilen, die als E-Mail gehen, während des Wartens zusammenfassen</translation>
    </message>
    <message>
        <source>While I do not want to be disturbed, put chat messages into my mailbox, too</source>
        <translation>Solange ich nicht gestört werden will, Chatnachrichten auch in mein Postfach legen</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I am offline</source>
        <translation>Kontakten mitteilen: per E-Mail, solange ich offline bin</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I do not want to be disturbed</source>
        <translation>Kontakten mitteilen: per E-Mail, solange ich nicht gestört werden will</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Tell contacts how to reach me</source>
        <translation>Kontakten mitteilen, wie ich erreichbar bin</translation>
    </message>
    <message>
        <source>By chat or e-mail</source>
        <translation>Per Chat oder E-Mail</translation>
    </message>
    <message>
        <source>By e-mail only</source>
        <translation>Nur per E-Mail</translation>
    </message>
    <message>
        <source>By chat only</source>
        <translation>Nur per Chat</translation>
    </message>
    <message>
        <source>Tell contacts how to reach &amp;me</source>
        <translation>Kontakten mitteilen, wie ich &amp;erreichbar bin</translation>
    </message>
    <message>
        <source>Account for new messages</source>
        <translation>Konto für neue Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Account for new messages</source>
        <translation>&amp;Konto für neue Nachrichten</translation>
    </message>
    <message>
        <source>%1 is my provider&apos;s server and may say whether a sender was checked</source>
        <translation>%1 ist der Server meines Anbieters und darf sagen, ob ein Absender geprüft wurde</translation>
    </message>
    <message>
        <source>Chat messages with a subject</source>
        <translation>Chatnachrichten mit Betreff</translation>
    </message>
    <message>
        <source>Messages that say themselves that they are e-mail are shown as such in any case</source>
        <translation>Nachrichten, die sich selbst als E-Mail bezeichnen, werden in jedem Fall so gezeigt</translation>
    </message>
    <message>
        <source>Are e-mail</source>
        <translation>Sind E-Mail</translation>
    </message>
    <message>
        <source>Are e-mail if written as single messages</source>
        <translation>Sind E-Mail, wenn sie als einzelne Nachricht geschrieben sind</translation>
    </message>
    <message>
        <source>Are chat lines with a title</source>
        <translation>Sind Chatzeilen mit Titel</translation>
    </message>
    <message>
        <source>Chat messages with a &amp;subject</source>
        <translation>Chatnachrichten mit &amp;Betreff</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Passwords are kept in the system keyring, nowhere else.</source>
        <translation>Passwörter werden im Schlüsselbund des Systems aufbewahrt, sonst nirgends.</translation>
    </message>
    <message>
        <source>This system has no keyring: passwords are kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Passwörter bleiben im Arbeitsspeicher und werden beim Schließen von Isthmus vergessen.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Connect chat at start</source>
        <translation>Chat beim Start verbinden</translation>
    </message>
    <message>
        <source>Connect chat of %1 at start</source>
        <translation>Chat von %1 beim Start verbinden</translation>
    </message>
    <message>
        <source>Fetch mail at start</source>
        <translation>E-Mails beim Start abrufen</translation>
    </message>
    <message>
        <source>Fetch mail of %1 at start</source>
        <translation>E-Mails von %1 beim Start abrufen</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Change the stored password of %1</source>
        <translation>Gespeichertes Passwort von %1 ändern</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell of new messages</source>
        <translation>Neue Nachrichten melden</translation>
    </message>
    <message>
        <source>Be quiet every day between these times</source>
        <translation>Jeden Tag zwischen diesen Zeiten still sein</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Still ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Still bis</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster geschlossen ist</translation>
    </message>
    <message>
        <source>Show an icon with the count of unread messages</source>
        <translation>Symbol mit der Zahl der ungelesenen Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Stay connected in that icon when the window is closed</source>
        <translation>Nach dem Schließen des Fensters in diesem Symbol verbunden bleiben</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Long messages</source>
        <translation>Lange Nachrichten</translation>
    </message>
    <message>
        <source>How chat messages travel that are too long for a few parts</source>
        <translation>Wie Chatnachrichten reisen, die für wenige Teile zu lang sind</translation>
    </message>
    <message>
        <source>With a link to the whole text</source>
        <translation>Mit einem Link auf den ganzen Text</translation>
    </message>
    <message>
        <source>In parts</source>
        <translation>In Teilen</translation>
    </message>
    <message>
        <source>Directly to the other program, if it can</source>
        <translation>Direkt an das andere Programm, wenn es das kann</translation>
    </message>
    <message>
        <source>&amp;Long messages</source>
        <translation>&amp;Lange Nachrichten</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>What a notification tells</source>
        <translation>Was eine Benachrichtigung sagt</translation>
    </message>
    <message>
        <source>Notifications may be read on a locked screen</source>
        <translation>Benachrichtigungen können auf einem gesperrten Bildschirm gelesen werden</translation>
    </message>
    <message>
        <source>Who wrote, and the first words</source>
        <translation>Wer schrieb, und die ersten Worte</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Wer schrieb</translation>
    </message>
    <message>
        <source>Only how many there are</source>
        <translation>Nur, wie viele es sind</translation>
    </message>
    <message>
        <source>Longest text in one message</source>
        <translation>Längster Text in einer Nachricht</translation>
    </message>
    <message>
        <source>A letter of the Latin alphabet takes one byte, a Chinese sign three</source>
        <translation>Ein lateinischer Buchstabe braucht ein Byte, ein chinesisches Zeichen drei</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>Longest &amp;text in one message</source>
        <translation>Längster &amp;Text in einer Nachricht</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen …</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>Das Konto %1 entfernen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::CommandPalette</name>
    <message>
        <source>No command has such words.</source>
        <translation>Kein Befehl hat solche Wörter.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>Gesuchter Befehl</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>Wortanfänge</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::ConversationView</name>
    <message>
        <source>Send e-mail</source>
        <translation>E-Mail senden</translation>
    </message>
    <message>
        <source>Send e-mail (Ctrl+Shift+M)</source>
        <translation>E-Mail senden (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Details (Strg+I)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Find in this conversation; Enter goes up, Shift+Enter down</source>
        <translation>Hier suchen: Eingabe geht nach oben, Umschalt+Eingabe nach unten</translation>
    </message>
    <message>
        <source>Found, %1</source>
        <translation>Gefunden, %1</translation>
    </message>
    <message>
        <source>No more matches</source>
        <translation>Keine weiteren Treffer</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing was said yet. What you write below is the beginning.</source>
        <translation>Noch wurde nichts gesagt. Was Sie unten schreiben, ist der Anfang.</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>nur E-Mail</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Antwort auf: %1</translation>
    </message>
    <message>
        <source>Save e-mail</source>
        <translation>E-Mail speichern</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Misleading link</source>
        <translation>Irreführender Link</translation>
    </message>
    <message>
        <source>The text of this link names another address. It leads to: %1</source>
        <translation>Der Text dieses Links nennt eine andere Adresse. Er führt zu: %1</translation>
    </message>
    <message>
        <source>Open it only if you know that address.</source>
        <translation>Öffnen Sie ihn nur, wenn Sie diese Adresse kennen.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>Searching older messages…</source>
        <translation>Ältere Nachrichten werden durchsucht …</translation>
    </message>
    <message>
        <source>This message is no longer here.</source>
        <translation>Diese Nachricht ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Remove an e-mail</source>
        <translation>E-Mail entfernen</translation>
    </message>
    <message>
        <source>“%1” is taken out of Isthmus.</source>
        <translation>„%1“ wird aus Isthmus entfernt.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>It stays on the server.</source>
        <translation>Auf dem Server bleibt sie.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Gedruckt.</translation>
    </message>
    <message>
        <source>This could not be printed: the file or printer cannot be written to.</source>
        <translation>Das konnte nicht gedruckt werden: Die Datei oder der Drucker nimmt nichts an.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Another file is being received. You can accept this one when that is done.</source>
        <translation>Es wird gerade eine andere Datei empfangen. Danach können Sie diese annehmen.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this file.</source>
        <translation>Auf der Festplatte ist nicht genug Platz für diese Datei.</translation>
    </message>
    <message>
        <source>This file can be accepted when the connection is back.</source>
        <translation>Diese Datei können Sie annehmen, sobald die Verbindung wieder besteht.</translation>
    </message>
    <message>
        <source>---------- Forwarded e-mail ----------</source>
        <translation>---------- Weitergeleitete E-Mail ----------</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Not attached: %1</source>
        <translation>Nicht angehängt: %1</translation>
    </message>
    <message>
        <source>This mailbox is fetched by POP3, which has no folders. “Remove from here” takes the e-mail out of Isthmus.</source>
        <translation>Dieses Postfach wird per POP3 abgerufen, das keine Ordner kennt. „Von hier entfernen“ nimmt die E-Mail aus Isthmus.</translation>
    </message>
    <message>
        <source>This e-mail does not lie in the inbox or another folder of the server that it could be moved from.</source>
        <translation>Diese E-Mail liegt weder im Posteingang noch in einem anderen Ordner des Servers, aus dem sie verschoben werden könnte.</translation>
    </message>
    <message>
        <source>This e-mail is being sent or moved already.</source>
        <translation>Diese E-Mail wird gerade gesendet oder verschoben.</translation>
    </message>
    <message>
        <source>The account of this e-mail has been removed from Isthmus. On the server it stays where it is.</source>
        <translation>Das Konto dieser E-Mail wurde aus Isthmus entfernt. Auf dem Server bleibt sie, wo sie ist.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::DraftKeeper</name>
    <message>
        <source>No longer attached, because it is gone from its place: %1</source>
        <translation>Nicht mehr angehängt, weil es nicht mehr an seinem Platz liegt: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::HistoryLine</name>
    <message>
        <source>Older messages that are here</source>
        <translation>Ältere Nachrichten, die hier sind</translation>
    </message>
    <message>
        <source>older chat messages</source>
        <translation>ältere Chat-Nachrichten</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>e-mails and chat messages</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older e-mail(s)</source>
        <translation>
            <numerusform>%Ln ältere E-Mail</numerusform>
            <numerusform>%Ln ältere E-Mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older chat message(s)</source>
        <translation>
            <numerusform>%Ln ältere Chat-Nachricht</numerusform>
            <numerusform>%Ln ältere Chat-Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Left on the server for now: %1</source>
        <translation>Bleibt vorerst auf dem Server: %1</translation>
    </message>
    <message>
        <source>Still being fetched: %1</source>
        <translation>Wird noch geholt: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause fetching older messages</source>
        <translation>Holen älterer Nachrichten anhalten</translation>
    </message>
    <message>
        <source>Go on fetching older messages</source>
        <translation>Ältere Nachrichten weiter holen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyDialog</name>
    <message>
        <source>Where is this message?</source>
        <translation>Wo ist diese Nachricht?</translation>
    </message>
    <message>
        <source>Its &amp;way</source>
        <translation>Ihr &amp;Weg</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Ihr Weg</translation>
    </message>
    <message>
        <source>For the &amp;logs</source>
        <translation>Für die &amp;Protokolle</translation>
    </message>
    <message>
        <source>For the logs</source>
        <translation>Für die Protokolle</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyText</name>
    <message>
        <source>It has arrived and every byte of it is kept on this computer, but it cannot be shown safely.</source>
        <translation>Sie ist angekommen und Byte für Byte auf diesem Rechner aufbewahrt, kann aber nicht sicher angezeigt werden.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have read it.</source>
        <translation>Sie ist angekommen und auf diesem Rechner aufbewahrt. Sie haben sie gelesen.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have not read it yet.</source>
        <translation>Sie ist angekommen und auf diesem Rechner aufbewahrt. Sie haben sie noch nicht gelesen.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as chat is connected.</source>
        <translation>Sie ist noch auf diesem Rechner und geht ab, sobald der Chat verbunden ist.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as outgoing mail is connected.</source>
        <translation>Sie ist noch auf diesem Rechner und geht ab, sobald der Postausgang verbunden ist.</translation>
    </message>
    <message>
        <source>It is still on this computer. The last attempt did not succeed; the next one is at %1.</source>
        <translation>Sie ist noch auf diesem Rechner. Der letzte Versuch ist nicht gelungen; der nächste ist um %1.</translation>
    </message>
    <message>
        <source>If none succeeds until %1, it counts as failed.</source>
        <translation>Gelingt bis %1 keiner, gilt sie als gescheitert.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves after what was written before it.</source>
        <translation>Sie ist noch auf diesem Rechner und geht nach dem ab, was vor ihr geschrieben wurde.</translation>
    </message>
    <message>
        <source>It is still on this computer and can be called back until %1.</source>
        <translation>Sie ist noch auf diesem Rechner und kann bis %1 zurückgeholt werden.</translation>
    </message>
    <message>
        <source>It is on its way to your chat server, which has not confirmed it yet.</source>
        <translation>Sie ist unterwegs zu Ihrem Chatserver, der sie noch nicht bestätigt hat.</translation>
    </message>
    <message>
        <source>It is on its way to your mail server, which has not confirmed it yet.</source>
        <translation>Sie ist unterwegs zu Ihrem Mailserver, der sie noch nicht bestätigt hat.</translation>
    </message>
    <message>
        <source>Your mail server has taken it, but not for every recipient.</source>
        <translation>Ihr Mailserver hat sie angenommen, aber nicht für alle Empfänger.</translation>
    </message>
    <message>
        <source>Your chat server has it. No device of %1 has confirmed it yet.</source>
        <translation>Ihr Chatserver hat sie. Noch kein Gerät von %1 hat sie bestätigt.</translation>
    </message>
    <message>
        <source>Your mail server has taken it. Nobody has confirmed its arrival, and many mailboxes never do.</source>
        <translation>Ihr Mailserver hat sie angenommen. Niemand hat ihre Ankunft bestätigt, und viele Postfächer tun das nie.</translation>
    </message>
    <message>
        <source>It has arrived: a device of %1 has confirmed it.</source>
        <translation>Sie ist angekommen: ein Gerät von %1 hat sie bestätigt.</translation>
    </message>
    <message>
        <source>It has arrived: the recipient&apos;s mail server has confirmed it.</source>
        <translation>Sie ist angekommen: der Mailserver des Empfängers hat sie bestätigt.</translation>
    </message>
    <message>
        <source>It has arrived and was shown to %1.</source>
        <translation>Sie ist angekommen und wurde %1 angezeigt.</translation>
    </message>
    <message>
        <source>It did not arrive and is kept on this computer. %1</source>
        <translation>Sie ist nicht angekommen und auf diesem Rechner aufbewahrt. %1</translation>
    </message>
    <message>
        <source>It was sent from another program; only its copy is known here.</source>
        <translation>Sie wurde von einem anderen Programm gesendet; hier ist nur ihre Kopie bekannt.</translation>
    </message>
    <message>
        <source>written down on this computer, to go as chat</source>
        <translation>auf diesem Rechner festgehalten, um als Chat zu gehen</translation>
    </message>
    <message>
        <source>written down on this computer, to go as e-mail</source>
        <translation>auf diesem Rechner festgehalten, um als E-Mail zu gehen</translation>
    </message>
    <message>
        <source>handed to the chat connection</source>
        <translation>der Chatverbindung übergeben</translation>
    </message>
    <message>
        <source>handed to the mail connection</source>
        <translation>der Mailverbindung übergeben</translation>
    </message>
    <message>
        <source>the chat server confirmed that it has it</source>
        <translation>der Chatserver hat bestätigt, dass er sie hat</translation>
    </message>
    <message>
        <source>the mail server took it</source>
        <translation>der Mailserver hat sie angenommen</translation>
    </message>
    <message>
        <source>the chat server&apos;s copy of it came back</source>
        <translation>die Kopie des Chatservers kam zurück</translation>
    </message>
    <message>
        <source>its copy was found among the sent mail</source>
        <translation>ihre Kopie wurde unter den gesendeten gefunden</translation>
    </message>
    <message>
        <source>not decided, will be tried again</source>
        <translation>nicht entschieden, wird erneut versucht</translation>
    </message>
    <message>
        <source>the program ended in the middle, will be tried again</source>
        <translation>das Programm endete mittendrin, wird erneut versucht</translation>
    </message>
    <message>
        <source>refused on the way by chat</source>
        <translation>auf dem Weg als Chat abgelehnt</translation>
    </message>
    <message>
        <source>refused on the way by e-mail</source>
        <translation>auf dem Weg als E-Mail abgelehnt</translation>
    </message>
    <message>
        <source>refused for some recipients</source>
        <translation>für einige Empfänger abgelehnt</translation>
    </message>
    <message>
        <source>you asked to send it</source>
        <translation>Sie haben das Senden verlangt</translation>
    </message>
    <message>
        <source>turned to chat</source>
        <translation>auf Chat umgeleitet</translation>
    </message>
    <message>
        <source>turned to e-mail</source>
        <translation>auf E-Mail umgeleitet</translation>
    </message>
    <message>
        <source>a copy was filed among the sent mail</source>
        <translation>eine Kopie wurde unter den gesendeten abgelegt</translation>
    </message>
    <message>
        <source>a device confirmed its arrival</source>
        <translation>ein Gerät hat die Ankunft bestätigt</translation>
    </message>
    <message>
        <source>its arrival was reported</source>
        <translation>die Ankunft wurde gemeldet</translation>
    </message>
    <message>
        <source>it was shown to the recipient</source>
        <translation>sie wurde dem Empfänger angezeigt</translation>
    </message>
    <message>
        <source>it came in and was stored on this computer</source>
        <translation>sie kam an und wurde auf diesem Rechner gespeichert</translation>
    </message>
    <message>
        <source>you read it</source>
        <translation>Sie haben sie gelesen</translation>
    </message>
    <message>
        <source>%1, it reached your mailbox (by the server&apos;s clock)</source>
        <translation>%1, sie erreichte Ihr Postfach (nach der Uhr des Servers)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, what happened</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>what happened, in the server&apos;s words</comment>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Its way was not recorded: it is older than this record.</source>
        <translation>Ihr Weg wurde nicht aufgezeichnet: sie ist älter als diese Aufzeichnung.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Stanza id</source>
        <translation>Stanza-ID</translation>
    </message>
    <message>
        <source>Archive id</source>
        <translation>Archiv-ID</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Envelope id</source>
        <translation>Umschlag-ID</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>%1, UID %2 of %3</source>
        <comment>folder, number, numbering</comment>
        <translation>%1, UID %2 von %3</translation>
    </message>
    <message>
        <source>Attempts without success</source>
        <translation>Versuche ohne Erfolg</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Worte des Servers</translation>
    </message>
    <message>
        <source>you read it in another program</source>
        <translation>Sie haben sie in einem anderen Programm gelesen</translation>
    </message>
    <message>
        <source>chat had delivered it after all: it has arrived twice</source>
        <translation>der Chat hatte sie doch zugestellt: sie ist zweimal angekommen</translation>
    </message>
    <message>
        <source>e-mail had delivered it after all: it has arrived twice</source>
        <translation>die E-Mail hatte sie doch zugestellt: sie ist zweimal angekommen</translation>
    </message>
    <message>
        <source>its account was removed from Isthmus</source>
        <translation>ihr Konto wurde aus Isthmus entfernt</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From message to message, from person to person</source>
        <translation>Von Nachricht zu Nachricht, von Person zu Person</translation>
    </message>
    <message>
        <source>Open what is chosen; send a chat message</source>
        <translation>Das Gewählte öffnen; eine Chatnachricht senden</translation>
    </message>
    <message>
        <source>What can be done with what is chosen</source>
        <translation>Was man mit dem Gewählten tun kann</translation>
    </message>
    <message>
        <source>Leave, close, go back</source>
        <translation>Verlassen, schließen, zurück</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MainWindow</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Split off an address</source>
        <translation>Adresse abtrennen</translation>
    </message>
    <message>
        <source>%1 becomes a person of its own, with its messages.</source>
        <translation>%1 wird mit den zugehörigen Nachrichten eine eigene Person.</translation>
    </message>
    <message>
        <source>Nothing is lost; joining the two again brings them back together.</source>
        <translation>Nichts geht verloren; durch erneutes Zusammenführen kommt alles wieder zusammen.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Add %1 to your contacts and chat?</source>
        <translation>%1 zu Ihren Kontakten hinzufügen und chatten?</translation>
    </message>
    <message>
        <source>Add and chat</source>
        <translation>Hinzufügen und chatten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Isthmus</source>
        <translation>Über Isthmus</translation>
    </message>
    <message>
        <source>&amp;Isthmus</source>
        <translation>&amp;Isthmus</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Neue E-Mail</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>Kontakt hinzufügen …</translation>
    </message>
    <message>
        <source>Check mail</source>
        <translation>E-Mails abrufen</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Jump to a person</source>
        <translation>Zu einer Person springen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>E-Mail senden</translation>
    </message>
    <message>
        <source>Switch between chat and e-mail</source>
        <translation>Zwischen Chat und E-Mail wechseln</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>Datei anhängen …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Per Chat antworten</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Per E-Mail antworten</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Ganze Nachricht zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Send on the other channel</source>
        <translation>Über den anderen Kanal senden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Anhang speichern …</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Quelltext anzeigen</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Als .eml speichern …</translation>
    </message>
    <message>
        <source>Isthmus %1

Your mail and your chats with a person, in one conversation, converted on your own computer: nothing moved, nothing hidden, nobody in between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Isthmus %1

Ihre E-Mails und Chats mit einer Person in einer Unterhaltung, umgewandelt auf Ihrem eigenen Computer: nichts verschoben, nichts versteckt, niemand dazwischen.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, what came</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – Isthmus</source>
        <comment>window title</comment>
        <translation>%1 – Isthmus</translation>
    </message>
    <message>
        <source>New e-mail – Isthmus</source>
        <translation>Neue E-Mail – Isthmus</translation>
    </message>
    <message>
        <source>C&amp;onversation</source>
        <translation>&amp;Unterhaltung</translation>
    </message>
    <message>
        <source>Who is this contact too? Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>Wer ist dieser Kontakt noch? Beide werden eine Person mit einer Unterhaltung. Keine Nachricht wird geändert; das Abtrennen einer Adresse macht es rückgängig.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (address)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else yet to join with.</source>
        <translation>Es gibt noch niemanden, mit dem zusammengeführt werden könnte.</translation>
    </message>
    <message>
        <source>An unfinished e-mail is open: “%1”</source>
        <translation>Eine unfertige E-Mail ist offen: „%1“</translation>
    </message>
    <message>
        <source>Discard it and begin the new one</source>
        <translation>Verwerfen und die neue beginnen</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>Wo ist diese Nachricht?</translation>
    </message>
    <message>
        <source>An unfinished e-mail is kept: “%1”. Ctrl+N opens it.</source>
        <translation>Eine unfertige E-Mail ist aufbewahrt: „%1“. Strg+N öffnet sie.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Keine Unterhaltung ist offen</translation>
    </message>
    <message>
        <source>Choose a person in the list, or write an e-mail to somebody new.</source>
        <translation>Wählen Sie links eine Person, oder schreiben Sie jemand Neuem eine E-Mail.</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Adresszuordnung exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Eine Adresszuordnung importieren</translation>
    </message>
    <message>
        <source>Address maps (*.csv *.json)</source>
        <translation>Adresszuordnungen (*.csv *.json)</translation>
    </message>
    <message>
        <source>This file is no address map. Nothing was changed.</source>
        <translation>Diese Datei ist keine Adresszuordnung. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n new address(es).</source>
        <translation>
            <numerusform>%n neue Adresse.</numerusform>
            <numerusform>%n neue Adressen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to somebody else here and stayed there.</source>
        <translation>
            <numerusform>%n gehört hier jemand anderem und blieb dort.</numerusform>
            <numerusform>%n gehören hier jemand anderem und blieben dort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n Zeile war nicht lesbar.</numerusform>
            <numerusform>%n Zeilen waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Block %1 on all addresses?</source>
        <translation>%1 auf allen Adressen blockieren?</translation>
    </message>
    <message>
        <source>Nothing of what comes is shown or told any more. What was written stays; searching for the name finds the person again, to be unblocked.</source>
        <translation>Was noch kommt, wird weder gezeigt noch gemeldet. Was geschrieben wurde, bleibt; die Suche nach dem Namen findet die Person wieder, um das aufzuheben.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Nicht mehr stummschalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Nicht mehr blockieren</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Blockieren …</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle …</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten …</translation>
    </message>
    <message>
        <source>Address map…</source>
        <translation>Adresszuordnung&#xa0;…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Senden rückgängig machen</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Die wartende E-Mail jetzt senden</translation>
    </message>
    <message>
        <source>Print conversation…</source>
        <translation>Unterhaltung drucken …</translation>
    </message>
    <message>
        <source>Print message…</source>
        <translation>Nachricht drucken …</translation>
    </message>
    <message>
        <source>Save message as PDF…</source>
        <translation>Nachricht als PDF speichern …</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Von hier entfernen&#xa0;…</translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mails or messages</source>
        <translation>
            <numerusform>%n neue E-Mail oder Nachricht</numerusform>
            <numerusform>%n neue E-Mails oder Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation>Per E-Mail antworten</translation>
    </message>
    <message>
        <source>Reply by chat</source>
        <translation>Per Chat antworten</translation>
    </message>
    <message>
        <source>“%1” has left for %2. Say so by chat, too?</source>
        <translation>„%1“ ist unterwegs zu %2. Auch per Chat Bescheid geben?</translation>
    </message>
    <message>
        <source>Tell %1 by chat</source>
        <translation>%1 per Chat Bescheid geben</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>My state</source>
        <translation>Mein Status</translation>
    </message>
    <message>
        <source>“%1” from %2 asks for a notice to %3, which is not its sender, that you have read it. Send it?</source>
        <translation>„%1“ von %2 bittet um eine Nachricht an %3, das nicht der Absender ist, dass Sie sie gelesen haben. Senden?</translation>
    </message>
    <message>
        <source>Send this notice</source>
        <translation>Diese Nachricht senden</translation>
    </message>
    <message>
        <source>%1 asks to be told when you have read an e-mail. Tell %1 from now on?</source>
        <translation>%1 möchte wissen, wann Sie eine E-Mail gelesen haben. %1 das künftig mitteilen?</translation>
    </message>
    <message>
        <source>Tell %1</source>
        <translation>%1 mitteilen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Incoming mail says that %1 checks its senders. Is that your mail provider&apos;s server, whose word about senders may be shown?</source>
        <translation>In eingehenden Mails steht, dass %1 die Absender prüft. Ist das der Server Ihres Mailanbieters, dessen Urteil über Absender gezeigt werden darf?</translation>
    </message>
    <message>
        <source>Yes, it is my provider&apos;s</source>
        <translation>Ja, er gehört meinem Anbieter</translation>
    </message>
    <message>
        <source>Search – Isthmus</source>
        <translation>Suche – Isthmus</translation>
    </message>
    <message>
        <source>Accept file</source>
        <translation>Datei annehmen</translation>
    </message>
    <message>
        <source>Decline file</source>
        <translation>Datei ablehnen</translation>
    </message>
    <message>
        <source>A new one can begin in its place. What is written here would be lost.</source>
        <translation>An ihrer Stelle kann eine neue beginnen. Was hier geschrieben steht, ginge verloren.</translation>
    </message>
    <message>
        <source>No unread e-mails in this folder.</source>
        <translation>Keine ungelesenen E-Mails in diesem Ordner.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>No e-mail is open</source>
        <translation>Keine E-Mail ist geöffnet</translation>
    </message>
    <message>
        <source>Choose one in the list, or write to somebody new.</source>
        <translation>Wählen Sie eine in der Liste, oder schreiben Sie jemand Neuem.</translation>
    </message>
    <message>
        <source>Next unread e-mail</source>
        <translation>Nächste ungelesene E-Mail</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Allen antworten</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>%1 is an address of %2. Are %2 and %3 the same person?</source>
        <translation>%1 ist eine Adresse von %2. Sind %2 und %3 dieselbe Person?</translation>
    </message>
    <message>
        <source>Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>Aus beiden wird eine Person mit einer Unterhaltung. Keine Nachricht wird geändert; das Abtrennen einer Adresse macht es rückgängig.</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>Ja, zusammenführen</translation>
    </message>
    <message>
        <source>Undo moving an e-mail</source>
        <translation>Verschieben einer E-Mail rückgängig machen</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Ins Archiv verschieben</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the trash. It is where it was.</source>
        <translation>Ihr Mailserver hat „%1“ nicht in den Papierkorb verschoben. Die E-Mail ist, wo sie war.</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the archive. It is where it was.</source>
        <translation>Ihr Mailserver hat „%1“ nicht ins Archiv verschoben. Die E-Mail ist, wo sie war.</translation>
    </message>
    <message>
        <source>The e-mail is back where it was.</source>
        <translation>Die E-Mail ist wieder, wo sie war.</translation>
    </message>
    <message>
        <source>It is too late to undo that.</source>
        <translation>Das lässt sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 (%2) tells contacts to write to %3, which you know as %4. Are they the same person?</source>
        <translation>%1 (%2) bittet Kontakte, an %3 zu schreiben; diese Adresse kennen Sie als %4. Ist es dieselbe Person?</translation>
    </message>
    <message>
        <source>The profile of %1 (%2) names the address %3, which you know as %4. Are they the same person?</source>
        <translation>Das Profil von %1 (%2) nennt die Adresse %3, die Sie als %4 kennen. Ist es dieselbe Person?</translation>
    </message>
    <message>
        <source>Fetch older messages</source>
        <translation>Ältere Nachrichten holen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Insert emoji…</source>
        <translation>Emoji einfügen …</translation>
    </message>
    <message>
        <source>The password of %1:</source>
        <translation>Das Passwort von %1:</translation>
    </message>
    <message>
        <source>%1 (removed, messages kept)</source>
        <translation>%1 (entfernt, Nachrichten behalten)</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Which account is to be removed?</source>
        <translation>Welches Konto soll entfernt werden?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 and its messages have been removed from this computer.</source>
        <translation>%1 und die Nachrichten des Kontos wurden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>%1 has been removed. Its messages are kept for reading.</source>
        <translation>%1 wurde entfernt. Die Nachrichten bleiben zum Lesen erhalten.</translation>
    </message>
    <message>
        <source>The keyring has not given up the password; Isthmus asks it again at the next start.</source>
        <translation>Der Schlüsselbund hat das Passwort nicht gelöscht; Isthmus versucht es beim nächsten Start erneut.</translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation>Wo alles liegt …</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Konto entfernen …</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MoveBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>Verschieben rückgängig machen</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>“%1” goes to the trash of your mailbox.</source>
        <translation>„%1“ kommt in den Papierkorb Ihres Postfachs.</translation>
    </message>
    <message>
        <source>“%1” goes to the archive of your mailbox.</source>
        <translation>„%1“ kommt ins Archiv Ihres Postfachs.</translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>%n weitere auch.</numerusform>
            <numerusform>%n weitere auch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::OwnStateButton</name>
    <message>
        <source>My state: %1, %2</source>
        <comment>state, own address</comment>
        <translation>Mein Status: %1, %2</translation>
    </message>
    <message>
        <source>What your contacts see of you</source>
        <translation>Was Ihre Kontakte von Ihnen sehen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::PlacesDialog</name>
    <message>
        <source>Where things are</source>
        <translation>Wo alles liegt</translation>
    </message>
    <message>
        <source>Where things are, and how to remove them</source>
        <translation>Wo alles liegt und wie man es entfernt</translation>
    </message>
    <message>
        <source>Messages, e-mails, files, contacts, drafts and settings</source>
        <translation>Nachrichten, E-Mails, Dateien, Kontakte, Entwürfe und Einstellungen</translation>
    </message>
    <message>
        <source>Size and place of the window, colours, notifications</source>
        <translation>Größe und Ort des Fensters, Farben, Benachrichtigungen</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>in memory, until Isthmus is closed</source>
        <translation>im Arbeitsspeicher, bis Isthmus beendet wird</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: none now</source>
        <translation>im Schlüsselbund des Systems, unter „isthmus“: derzeit keine</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: %1</source>
        <translation>im Schlüsselbund des Systems, unter „isthmus“: %1</translation>
    </message>
    <message>
        <source>The way in for a second start, while Isthmus runs</source>
        <translation>Der Zugang für einen zweiten Start, solange Isthmus läuft</translation>
    </message>
    <message>
        <source>Folders last used in file dialogs, together with other programs made with Qt</source>
        <translation>Zuletzt benutzte Ordner der Dateidialoge, gemeinsam mit anderen Qt-Programmen</translation>
    </message>
    <message>
        <source>Nothing of Isthmus starts by itself, and it keeps nothing elsewhere.</source>
        <translation>Nichts von Isthmus startet von selbst, und es bewahrt sonst nirgends etwas auf.</translation>
    </message>
    <message>
        <source>To remove one account: Isthmus &gt; Remove account… takes its password out of the keyring and, if you wish, its messages from this computer.</source>
        <translation>Ein Konto entfernen: „Isthmus &gt; Konto entfernen …“ löscht das Passwort aus dem Schlüsselbund und, wenn Sie es wünschen, die Nachrichten von diesem Computer.</translation>
    </message>
    <message>
        <source>To remove everything: remove each account so, quit, delete the folder %1, and remove the program (sudo apt remove isthmus).</source>
        <translation>Alles entfernen: Entfernen Sie so jedes Konto, beenden Sie das Programm, löschen Sie den Ordner %1 und entfernen Sie das Programm (sudo apt remove isthmus).</translation>
    </message>
    <message>
        <source>On the servers nothing is removed by that.</source>
        <translation>Auf den Servern wird dadurch nichts entfernt.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Printing</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::RequestBar</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>%1 asks to see when you are online.</source>
        <translation>%1 möchte sehen, wann Sie online sind.</translation>
    </message>
    <message>
        <source>%1 (calls itself “%2”) asks to see when you are online.</source>
        <translation>%1 (nennt sich „%2“) möchte sehen, wann Sie online sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n weitere wartet.</numerusform>
            <numerusform>%n weitere warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>Anfrage von %1 annehmen</translation>
    </message>
    <message>
        <source>Decline the request of %1</source>
        <translation>Anfrage von %1 ablehnen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::SourceDialog</name>
    <message>
        <source>Source of “%1”</source>
        <translation>Quelltext von „%1“</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>The first %1 of %2. Save the message as .eml to see all of it.</source>
        <translation>Die ersten %1 von %2. Speichern Sie die Nachricht als .eml, um sie ganz zu sehen.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::StatusLine</name>
    <message>
        <source>%1: %2</source>
        <comment>time: what happened</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>service state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account: links</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Tray</name>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Neue E-Mail</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Isthmus: %n unread messages</source>
        <translation>
            <numerusform>Isthmus: %n ungelesene Nachricht</numerusform>
            <numerusform>Isthmus: %n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Isthmus: nothing unread</source>
        <translation>Isthmus: nichts ungelesen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::TroubleBar</name>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben …</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>New e-mails cannot be opened safely just now. They are kept, and Isthmus tries again by itself.</source>
        <translation>Neue E-Mails können gerade nicht sicher geöffnet werden. Sie sind aufbewahrt, und Isthmus versucht es von selbst erneut.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Senden rückgängig machen</translation>
    </message>
    <message>
        <source>Do not send yet: back into the composer (Ctrl+Alt+Z)</source>
        <translation>Noch nicht senden: zurück zum Schreiben (Strg+Alt+Z)</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Die wartende E-Mail jetzt senden</translation>
    </message>
    <message>
        <source>This e-mail waits before it leaves: %1</source>
        <translation>Diese E-Mail wartet, bevor sie abgeht: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” leaves in %n seconds.</source>
        <translation>
            <numerusform>„%1“ geht in %n Sekunde ab.</numerusform>
            <numerusform>„%1“ geht in %n Sekunden ab.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Accessible</name>
    <message>
        <source>Misleading: leads to %1</source>
        <translation>Irreführend: führt zu %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Führt zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n Link</numerusform>
            <numerusform>%n Links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Card</name>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message numerus="yes">
        <source>Quoted text, %n line(s)</source>
        <translation>
            <numerusform>Zitierter Text, %n Zeile</numerusform>
            <numerusform>Zitierter Text, %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>Noch %n Zeile</numerusform>
            <numerusform>Noch %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Datum: %1</translation>
    </message>
    <message>
        <source>This e-mail has no text.</source>
        <translation>Diese E-Mail hat keinen Text.</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from %1 are not loaded</source>
        <translation>
            <numerusform>%n Bild von %1 ist nicht geladen</numerusform>
            <numerusform>%n Bilder von %1 sind nicht geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show whole message</source>
        <translation>Ganze Nachricht zeigen</translation>
    </message>
    <message>
        <source>This message could not be shown safely</source>
        <translation>Diese Nachricht konnte nicht sicher angezeigt werden</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, presence</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Item</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Per Chat antworten</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Per E-Mail antworten</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Ganze Nachricht zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Send as chat</source>
        <translation>Als Chat senden</translation>
    </message>
    <message>
        <source>Send as e-mail</source>
        <translation>Als E-Mail senden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Anhang speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Quelltext anzeigen</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Als .eml speichern …</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Sender check failed</source>
        <translation>Absenderprüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>cannot be shown safely</source>
        <translation>kann nicht sicher angezeigt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n Anhang</numerusform>
            <numerusform>%n Anhänge</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Anhang %1, %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Antwort auf: %1</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>Wo ist diese Nachricht?</translation>
    </message>
    <message>
        <source>The layout of this e-mail could not be shown safely; this is its text.</source>
        <translation>Die Gestaltung dieser E-Mail konnte nicht sicher angezeigt werden; dies ist ihr Text.</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Von hier entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Claims to be from you, but never left from here</source>
        <translation>Gibt vor, von Ihnen zu sein, ging aber nie von hier ab</translation>
    </message>
    <message>
        <source>Claims to be %1: sender check failed</source>
        <translation>Gibt vor, %1 zu sein: Absenderprüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Sender verified</source>
        <translation>Absender geprüft</translation>
    </message>
    <message>
        <source>Sender not verified</source>
        <translation>Absender nicht geprüft</translation>
    </message>
    <message>
        <source>Bears the name of one of your contacts, but this is not that contact&apos;s address</source>
        <translation>Trägt den Namen eines Ihrer Kontakte, aber dies ist nicht dessen Adresse</translation>
    </message>
    <message>
        <source>The sender&apos;s name was another address and is not shown</source>
        <translation>Der Name des Absenders war eine andere Adresse und wird nicht gezeigt</translation>
    </message>
    <message>
        <source>The domain looks like a contact&apos;s, but is %1</source>
        <translation>Die Domain sieht aus wie die eines Kontakts, ist aber %1</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <comment>address (name)</comment>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>Taken back by its sender.</source>
        <translation>Vom Absender zurückgenommen.</translation>
    </message>
    <message>
        <source>Changed by its sender.</source>
        <translation>Vom Absender geändert.</translation>
    </message>
    <message>
        <source>Parts of this message have not arrived.</source>
        <translation>Teile dieser Nachricht sind nicht angekommen.</translation>
    </message>
    <message>
        <source>This text is not what its sender announced: it may have been changed on its way.</source>
        <translation>Dieser Text ist nicht der, den der Absender angekündigt hat: Er kann unterwegs verändert worden sein.</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>Reaktionen: %1</translation>
    </message>
    <message>
        <source>Offers you this file. Nothing of it has been received.</source>
        <translation>Bietet Ihnen diese Datei an. Noch ist nichts davon empfangen.</translation>
    </message>
    <message>
        <source>Is being received.</source>
        <translation>Wird gerade empfangen.</translation>
    </message>
    <message>
        <source>You did not take this file.</source>
        <translation>Sie haben diese Datei nicht angenommen.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: it is too large.</source>
        <translation>Hat Ihnen diese Datei angeboten. Sie wurde abgelehnt: Sie ist zu groß.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: files of this kind can do harm.</source>
        <translation>Hat Ihnen diese Datei angeboten. Sie wurde abgelehnt: Dateien dieser Art können Schaden anrichten.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: the sender is not among your contacts.</source>
        <translation>Hat Ihnen diese Datei angeboten. Sie wurde abgelehnt: Der Absender gehört nicht zu Ihren Kontakten.</translation>
    </message>
    <message>
        <source>Offered you this file. The offer has ended.</source>
        <translation>Hat Ihnen diese Datei angeboten. Das Angebot besteht nicht mehr.</translation>
    </message>
    <message>
        <source>Receiving this file broke off. Nothing of it was kept.</source>
        <translation>Der Empfang dieser Datei brach ab. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>This file was not what its sender announced. Nothing of it was kept.</source>
        <translation>Diese Datei war nicht die, die ihr Absender angekündigt hatte. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>a file</comment>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>receiving a file</comment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Decline</source>
        <comment>a file</comment>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Allen antworten</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Delivered twice: by chat and by e-mail.</source>
        <translation>Zweimal zugestellt: per Chat und per E-Mail.</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Ins Archiv verschieben</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>to move it there</comment>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>to move it to the trash</comment>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::ItemLayout</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>notice title: text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::TimelineView</name>
    <message>
        <source>Save %1…</source>
        <translation>%1 speichern …</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Nachrichten mit %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>where a link leads</comment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Avatar</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultLabel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the error: %1</source>
        <translation>Details des Fehlers: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultText</name>
    <message>
        <source>The chat server</source>
        <translation>Der Chatserver</translation>
    </message>
    <message>
        <source>The incoming mail server</source>
        <translation>Der Posteingangsserver</translation>
    </message>
    <message>
        <source>The outgoing mail server</source>
        <translation>Der Postausgangsserver</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation>Dies wurde vor dem Abschluss abgebrochen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 could not be found under this name.</source>
        <translation>%1 wurde unter diesem Namen nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection was lost. %1 may or may not have got everything.</source>
        <translation>Die Verbindung ist abgebrochen. %1 hat vielleicht nicht alles erhalten.</translation>
    </message>
    <message>
        <source>%1 offers no encryption, so nothing was sent to it.</source>
        <translation>%1 bietet keine Verschlüsselung an; deshalb wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is expired, made for another name or from an unknown issuer. Nothing was sent to it.</source>
        <translation>%1 konnte sich nicht ausweisen: sein Zertifikat ist abgelaufen, für einen anderen Namen ausgestellt oder von einem unbekannten Aussteller. Es wurde nichts an ihn gesendet.</translation>
    </message>
    <message>
        <source>%1 refused this address and password.</source>
        <translation>%1 hat diese Adresse mit diesem Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>%1 offers no safe way to sign in that Isthmus knows.</source>
        <translation>%1 bietet keine sichere Anmeldung an, die Isthmus kennt.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense.</source>
        <translation>%1 hat eine unverständliche Antwort gegeben.</translation>
    </message>
    <message>
        <source>%1 said no.</source>
        <translation>%1 hat abgelehnt.</translation>
    </message>
    <message>
        <source>%1 cannot do this now.</source>
        <translation>%1 kann dies gerade nicht ausführen.</translation>
    </message>
    <message>
        <source>%1 does not know what was asked for.</source>
        <translation>%1 kennt das Gewünschte nicht.</translation>
    </message>
    <message>
        <source>%1 says that this exists already.</source>
        <translation>%1 meldet, dass es dies schon gibt.</translation>
    </message>
    <message>
        <source>This computer could not write to its disk.</source>
        <translation>Dieser Computer konnte nicht auf seine Festplatte schreiben.</translation>
    </message>
    <message>
        <source>What was entered or received is not valid.</source>
        <translation>Die eingegebenen oder empfangenen Daten sind ungültig.</translation>
    </message>
    <message>
        <source>This is larger than allowed.</source>
        <translation>Dies ist größer als erlaubt.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>Dies wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>This message is too large to be shown safely.</source>
        <translation>Diese Nachricht ist zu groß, um sicher angezeigt zu werden.</translation>
    </message>
    <message>
        <source>Reading this message took too much time or memory and was stopped.</source>
        <translation>Das Lesen dieser Nachricht brauchte zu viel Zeit oder Speicher und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This message is damaged and cannot be read.</source>
        <translation>Diese Nachricht ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Isthmus is already running with this profile.</source>
        <translation>Isthmus läuft bereits mit diesem Profil.</translation>
    </message>
    <message>
        <source>The folder with your messages cannot be opened or written.</source>
        <translation>Der Ordner mit Ihren Nachrichten kann nicht geöffnet oder beschrieben werden.</translation>
    </message>
    <message>
        <source>Your messages were stored by a newer version of Isthmus.</source>
        <translation>Ihre Nachrichten wurden von einer neueren Version von Isthmus gespeichert.</translation>
    </message>
    <message>
        <source>The file with your messages is damaged.</source>
        <translation>Die Datei mit Ihren Nachrichten ist beschädigt.</translation>
    </message>
    <message>
        <source>This address is taken already.</source>
        <translation>Diese Adresse ist bereits vergeben.</translation>
    </message>
    <message>
        <source>This server does not let programs create accounts.</source>
        <translation>Dieser Server lässt keine Kontoanlage durch Programme zu.</translation>
    </message>
    <message>
        <source>The provider does not say where this service is.</source>
        <translation>Der Anbieter gibt nicht an, wo dieser Dienst ist.</translation>
    </message>
    <message>
        <source>This address belongs to another contact.</source>
        <translation>Diese Adresse gehört zu einem anderen Kontakt.</translation>
    </message>
    <message>
        <source>The other services go on, and what you write is kept.</source>
        <translation>Die anderen Dienste laufen weiter, und was Sie schreiben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What was found for the other services is kept.</source>
        <translation>Was für die anderen Dienste gefunden wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>No account was made; what you entered is kept.</source>
        <translation>Es wurde kein Konto angelegt; Ihre Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Your message is kept.</source>
        <translation>Ihre Nachricht bleibt erhalten.</translation>
    </message>
    <message>
        <source>The message itself is kept, byte for byte.</source>
        <translation>Die Nachricht selbst bleibt Byte für Byte erhalten.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>You can look at its source.</source>
        <translation>Sie können den Quelltext ansehen.</translation>
    </message>
    <message>
        <source>Use its window, or start with another profile.</source>
        <translation>Benutzen Sie dessen Fenster, oder starten Sie mit einem anderen Profil.</translation>
    </message>
    <message>
        <source>Enter the server by hand, or leave this service out.</source>
        <translation>Geben Sie den Server von Hand ein, oder lassen Sie diesen Dienst weg.</translation>
    </message>
    <message>
        <source>Check the address and enter the password again.</source>
        <translation>Prüfen Sie die Adresse, und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>Ask the provider; do not enter your password elsewhere.</source>
        <translation>Fragen Sie den Anbieter; geben Sie Ihr Passwort nirgendwo anders ein.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and of the server&apos;s name.</source>
        <translation>Prüfen Sie die Schreibweise der Adresse und des Servernamens.</translation>
    </message>
    <message>
        <source>Check the network; Isthmus tries again by itself.</source>
        <translation>Prüfen Sie das Netzwerk; Isthmus versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Isthmus tries again by itself.</source>
        <translation>Isthmus versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then try again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte oder prüfen Sie die Rechte des Ordners, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>Make it smaller or send it in parts.</source>
        <translation>Verkleinern Sie es, oder senden Sie es in Teilen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>Send it the other way, or ask the provider.</source>
        <translation>Senden Sie es auf dem anderen Weg, oder fragen Sie den Anbieter.</translation>
    </message>
    <message>
        <source>Ask the provider.</source>
        <translation>Fragen Sie den Anbieter.</translation>
    </message>
    <message>
        <source>Isthmus has no password for this account, so it has not signed in.</source>
        <translation>Isthmus hat für dieses Konto kein Passwort und hat sich deshalb nicht angemeldet.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>What arrives waits on the servers.</source>
        <translation>Was ankommt, wartet auf den Servern.</translation>
    </message>
    <message>
        <source>Start that version.</source>
        <translation>Starten Sie jene Version.</translation>
    </message>
    <message>
        <source>Put a copy of it that you have in its place, or start with another profile.</source>
        <translation>Legen Sie eine Kopie davon, die Sie haben, an ihre Stelle, oder starten Sie mit einem anderen Profil.</translation>
    </message>
    <message>
        <source>Make room on the disk; Isthmus tries again by itself.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; Isthmus versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The account has been removed from Isthmus.</source>
        <translation>Das Konto wurde aus Isthmus entfernt.</translation>
    </message>
    <message>
        <source>Try again to send it from another account.</source>
        <translation>Versuchen Sie es erneut, um von einem anderen Konto zu senden.</translation>
    </message>
    <message>
        <source>Add the account again.</source>
        <translation>Fügen Sie das Konto erneut hinzu.</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::LayoutBox</name>
    <message>
        <source>Mail: folders and threads</source>
        <translation>Mail: Ordner und Themen</translation>
    </message>
    <message>
        <source>Conversations: people</source>
        <translation>Unterhaltungen: Personen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::PersonChip</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>E-Mail senden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Person %1, %2</source>
        <translation>Person %1, %2</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Nicht mehr stummschalten</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Nicht mehr blockieren</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Blockieren …</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1, answer to: %2</source>
        <comment>words of a button, question</comment>
        <translation>%1, Antwort auf: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Words</name>
    <message>
        <source>presence unknown</source>
        <translation>Anwesenheit unbekannt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>away for long</source>
        <translation>länger abwesend</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>bitte nicht stören</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>encrypted from the start (TLS)</source>
        <translation>von Anfang an verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>encrypted after STARTTLS</source>
        <translation>verschlüsselt nach STARTTLS</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingegeben</translation>
    </message>
    <message>
        <source>found in DNS</source>
        <translation>im DNS gefunden</translation>
    </message>
    <message>
        <source>found in the provider&apos;s autoconfig</source>
        <translation>in der Autoconfig des Anbieters gefunden</translation>
    </message>
    <message>
        <source>found in the provider&apos;s host-meta</source>
        <translation>in host-meta des Anbieters gefunden</translation>
    </message>
    <message>
        <source>guessed from the domain</source>
        <translation>aus der Domain erraten</translation>
    </message>
    <message>
        <source>a mail named it</source>
        <translation>in einer E-Mail genannt</translation>
    </message>
    <message>
        <source>published by the contact</source>
        <translation>vom Kontakt veröffentlicht</translation>
    </message>
    <message>
        <source>from the contact&apos;s vCard</source>
        <translation>aus der vCard des Kontakts</translation>
    </message>
    <message>
        <source>spelled like the chat address</source>
        <translation>wie die Chat-Adresse geschrieben</translation>
    </message>
    <message>
        <source>from your contact list</source>
        <translation>aus Ihrer Kontaktliste</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>von Ihnen bestätigt</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>von Ihnen eingegeben</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Offline → mailbox</source>
        <translation>Offline → Postfach</translation>
    </message>
    <message>
        <source>Do not disturb → mailbox</source>
        <translation>Nicht stören → Postfach</translation>
    </message>
    <message>
        <source>Offline or do not disturb → mailbox</source>
        <translation>Offline oder nicht stören → Postfach</translation>
    </message>
    <message>
        <source>Always e-mail</source>
        <translation>Immer E-Mail</translation>
    </message>
    <message>
        <source>Always chat</source>
        <translation>Immer Chat</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>wird verbunden …</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>waiting, will try again</source>
        <translation>wartet, versucht es erneut</translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n second(s)</source>
        <translation>
            <numerusform>wartet, nächster Versuch in %n Sekunde</numerusform>
            <numerusform>wartet, nächster Versuch in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n minute(s)</source>
        <translation>
            <numerusform>wartet, nächster Versuch in %n Minute</numerusform>
            <numerusform>wartet, nächster Versuch in %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>chat failed → e-mail</source>
        <translation>Chat fehlgeschlagen → E-Mail</translation>
    </message>
    <message>
        <source>e-mail failed → chat</source>
        <translation>E-Mail fehlgeschlagen → Chat</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>waiting for connection</source>
        <translation>wartet auf Verbindung</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>wird gesendet …</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>route, state</comment>
        <translation>%1, %2</translation>
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
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>put off by the server, will be tried again</source>
        <translation>vom Server vertagt, wird erneut versucht</translation>
    </message>
</context>
</TS>
