<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n messages, to be read together</source>
        <translation>
            <numerusform>%n message, à lire ensemble</numerusform>
            <numerusform>%n messages, à lire ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>one announcement, the text in a session in band</source>
        <translation>une annonce, le texte dans une session «&#xa0;in-band&#xa0;»</translation>
    </message>
    <message>
        <source>the start of the text, the rest behind a link</source>
        <translation>le début du texte, la suite derrière un lien</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>un message</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Lost, or only in the original:</source>
        <translation>Perdu, ou seulement dans l’original&#xa0;:</translation>
    </message>
    <message>
        <source>header fields: a room gets the text alone</source>
        <translation>les en-têtes&#xa0;: un salon ne reçoit que le texte</translation>
    </message>
    <message>
        <source>the signature: nobody has verified it</source>
        <translation>la signature&#xa0;: personne ne l’a vérifiée</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): listed by name, fetched on demand</source>
        <translation>
            <numerusform>%n fichier&#xa0;: indiqué par son nom, récupéré à la demande</numerusform>
            <numerusform>%n fichiers&#xa0;: indiqués par leur nom, récupérés à la demande</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not passed on (%2)</source>
        <translation>%1 n’est pas transmis (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) beyond the hundredth</source>
        <translation>
            <numerusform>%n destinataire au-delà du centième</numerusform>
            <numerusform>%n destinataires au-delà du centième</numerusform>
        </translation>
    </message>
    <message>
        <source>the end of the subject: only with the original</source>
        <translation>la fin de l’objet&#xa0;: seulement dans l’original</translation>
    </message>
    <message>
        <source>the end of the text: over the limit of 4 MiB</source>
        <translation>la fin du texte&#xa0;: au-delà de la limite de 4 Mio</translation>
    </message>
    <message>
        <source>the sender&apos;s display name: it was another address</source>
        <translation>le nom affiché de l’expéditeur&#xa0;: c’était une autre adresse</translation>
    </message>
    <message>
        <source>a text: the mail has none that can be shown</source>
        <translation>un texte&#xa0;: l’e-mail n’en contient aucun qui puisse être affiché</translation>
    </message>
    <message>
        <source>layout, fonts, pictures and other header fields: in the mail view only</source>
        <translation>mise en page, polices, images et autres en-têtes&#xa0;: seulement dans la vue de l’e-mail</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Envoyé comme</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Sender proven</source>
        <translation>Expéditeur prouvé</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>the text in other languages</source>
        <translation>le texte dans d’autres langues</translation>
    </message>
    <message>
        <source>files that were not fetched: their links stay in the text</source>
        <translation>les fichiers non récupérés&#xa0;: leurs liens restent dans le texte</translation>
    </message>
    <message>
        <source>the request for receipts, unless the mail server and the reader answer it</source>
        <translation>la demande d’accusés, sauf si le serveur de courrier et le lecteur y répondent</translation>
    </message>
    <message>
        <source>the nickname</source>
        <translation>le pseudonyme</translation>
    </message>
    <message>
        <source>the typing state</source>
        <translation>l’état de saisie</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>Remis à</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Répond à</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Non affiché</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>il manque des parties</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::RemoveAccountDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Retirer un compte</translation>
    </message>
    <message>
        <source>Remove %1 from Isthmus?</source>
        <translation>Retirer %1 d’Isthmus&#xa0;?</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password leaves the keyring.</source>
        <translation>Ses connexions sont fermées, et son mot de passe quitte le trousseau.</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password is forgotten.</source>
        <translation>Ses connexions sont fermées, et son mot de passe est oublié.</translation>
    </message>
    <message>
        <source>On the servers nothing changes: e-mails, chat archive and contacts stay there.</source>
        <translation>Rien ne change sur les serveurs&#xa0;: les e-mails, l’archive des chats et les contacts y restent.</translation>
    </message>
    <message>
        <source>Its messages on this computer:</source>
        <translation>Ses messages sur cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Keep them for reading</source>
        <translation>Les garder pour les lire</translation>
    </message>
    <message>
        <source>They stay in their conversations and are found by search.</source>
        <translation>Ils restent dans leurs conversations, et la recherche les trouve.</translation>
    </message>
    <message>
        <source>Remove them, too</source>
        <translation>Les retirer aussi</translation>
    </message>
    <message>
        <source>With the people whom only this account knows. What is on the servers comes back if the account is added again.</source>
        <translation>Avec les personnes que seul ce compte connaît. Ce qui est sur les serveurs revient si le compte est ajouté de nouveau.</translation>
    </message>
    <message>
        <source>Remove the messages of %1 from this computer?</source>
        <translation>Retirer les messages de %1 de cet ordinateur&#xa0;?</translation>
    </message>
    <message>
        <source>The account was removed before. On the servers nothing changes: what is there comes back if the account is added again. What was not sent is lost.</source>
        <translation>Le compte a déjà été retiré. Rien ne change sur les serveurs&#xa0;: ce qui s’y trouve revient si le compte est ajouté de nouveau. Ce qui n’a pas été envoyé est perdu.</translation>
    </message>
    <message>
        <source>Remove messages</source>
        <translation>Retirer les messages</translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n message de chat</numerusform>
            <numerusform>%n messages de chat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent yet, and lost with this choice: %1.</source>
        <translation>Pas encore envoyé, et perdu avec ce choix&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not sent yet: %1. They stay where you wrote them and can be sent from another account.</source>
        <translation>Pas encore envoyé&#xa0;: %1. Cela reste là où vous l’avez écrit et peut être envoyé depuis un autre compte.</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) that you have archived or deleted stay on the server where they are.</source>
        <translation>
            <numerusform>%n e-mail que vous avez archivé ou supprimé reste sur le serveur là où il est.</numerusform>
            <numerusform>%n e-mails que vous avez archivés ou supprimés restent sur le serveur là où ils sont.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceLine</name>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>%1: set by hand</source>
        <translation>%1&#xa0;: régler à la main</translation>
    </message>
    <message>
        <source>%1 protocol</source>
        <translation>%1&#xa0;: protocole</translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation>%1&#xa0;: serveur</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>%1 port</source>
        <translation>%1&#xa0;: port</translation>
    </message>
    <message>
        <source>%1 security</source>
        <translation>%1&#xa0;: sécurité</translation>
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
        <translation>Sera recherché dès que l’adresse sera complète.</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>Introuvable.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server: state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Le port est un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>This is no name of a server.</source>
        <translation>Ce n’est pas un nom de serveur.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service: what is known of it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceText</name>
    <message>
        <source>%1 at %2, port %3, %4, %5</source>
        <comment>protocol, host, port, security, where it was found</comment>
        <translation>%1 sur %2, port %3, %4, %5</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::SignInPage</name>
    <message>
        <source>Welcome to Isthmus</source>
        <translation>Bienvenue dans Isthmus</translation>
    </message>
    <message>
        <source>Sign in once, and have your chats and your e-mail with a person in one conversation.</source>
        <translation>Connectez-vous une fois&#xa0;: vos chats et vos e-mails avec une personne forment une seule conversation.</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>vous@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>&amp;Connect chat at start</source>
        <translation>&amp;Connecter le chat au démarrage</translation>
    </message>
    <message>
        <source>&amp;Fetch mail at start</source>
        <translation>Relever le co&amp;urrier au démarrage</translation>
    </message>
    <message>
        <source>Create an &amp;account</source>
        <translation>Créer un compt&amp;e</translation>
    </message>
    <message>
        <source>Makes this address at its provider, if the provider lets programs do that</source>
        <translation>Crée cette adresse chez son fournisseur, s’il le permet aux programmes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Opens the window; what is not connected yet goes on trying</source>
        <translation>Ouvre la fenêtre&#xa0;; ce qui n’est pas encore connecté continue d’essayer</translation>
    </message>
    <message>
        <source>Your password is kept in the system keyring, nowhere else.</source>
        <translation>Votre mot de passe est conservé dans le trousseau du système, nulle part ailleurs.</translation>
    </message>
    <message>
        <source>This system has no keyring: your password is kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Ce système n’a pas de trousseau&#xa0;: votre mot de passe reste en mémoire et sera oublié à la fermeture d’Isthmus.</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like you@example.org.</source>
        <translation>Cette adresse est incomplète. Une adresse ressemble à vous@example.org.</translation>
    </message>
    <message>
        <source>Enter the password too.</source>
        <translation>Saisissez aussi le mot de passe.</translation>
    </message>
    <message>
        <source>No service was found for this address. Check its spelling, or enter the servers by hand.</source>
        <translation>Aucun service trouvé pour cette adresse. Vérifiez son orthographe ou saisissez les serveurs à la main.</translation>
    </message>
    <message>
        <source>The password was refused. Enter it again; it was tried once.</source>
        <translation>Le mot de passe a été refusé. Saisissez-le à nouveau&#xa0;; il n’a été essayé qu’une fois.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
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
        <translation>En pièce jointe : %1</translation>
    </message>
    <message>
        <source>Do not attach %1</source>
        <translation>Ne pas joindre %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::Composer</name>
    <message>
        <source>sending</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>How this message goes (Ctrl+E changes it)</source>
        <translation>Comment part ce message (Ctrl+E pour changer)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Do not answer this message</source>
        <translation>Ne pas répondre à ce message</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Attach file (Ctrl+Shift+A)</source>
        <translation>Joindre un fichier (Ctrl+Maj+A)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Écrire un message…</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>Écrire à %1…</translation>
    </message>
    <message>
        <source>“%1” is no list of e-mail addresses. Nothing was sent.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une liste d’adresses e-mail. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>It will stand in the conversation with whom you write to.</source>
        <translation>Il figurera dans la conversation avec son destinataire.</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Insérer un émoji</translation>
    </message>
    <message>
        <source>Insert emoji (Ctrl+Alt+E)</source>
        <translation>Insérer un émoji (Ctrl+Alt+E)</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::EmojiPicker</name>
    <message>
        <source>laughing face</source>
        <translation>visage riant</translation>
    </message>
    <message>
        <source>tears of joy</source>
        <translation>larmes de joie</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>sourire</translation>
    </message>
    <message>
        <source>wink</source>
        <translation>clin d’œil</translation>
    </message>
    <message>
        <source>happy smile</source>
        <translation>sourire heureux</translation>
    </message>
    <message>
        <source>in love</source>
        <translation>amoureux</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>bisou</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>lunettes de soleil</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>songeur</translation>
    </message>
    <message>
        <source>neutral face</source>
        <translation>visage neutre</translation>
    </message>
    <message>
        <source>rolling eyes</source>
        <translation>yeux au ciel</translation>
    </message>
    <message>
        <source>smirk</source>
        <translation>sourire en coin</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>endormi</translation>
    </message>
    <message>
        <source>sad, a tear</source>
        <translation>triste, une larme</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>en pleurs</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>en colère</translation>
    </message>
    <message>
        <source>frightened</source>
        <translation>effrayé</translation>
    </message>
    <message>
        <source>party face</source>
        <translation>visage en fête</translation>
    </message>
    <message>
        <source>hug</source>
        <translation>câlin</translation>
    </message>
    <message>
        <source>shrug</source>
        <translation>haussement d’épaules</translation>
    </message>
    <message>
        <source>monkey that sees nothing</source>
        <translation>singe qui ne voit rien</translation>
    </message>
    <message>
        <source>thumbs up</source>
        <translation>pouce levé</translation>
    </message>
    <message>
        <source>thumbs down</source>
        <translation>pouce baissé</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>d’accord</translation>
    </message>
    <message>
        <source>waving hand</source>
        <translation>main qui salue</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>applaudissements</translation>
    </message>
    <message>
        <source>folded hands</source>
        <translation>mains jointes</translation>
    </message>
    <message>
        <source>strong arm</source>
        <translation>bras musclé</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>poignée de main</translation>
    </message>
    <message>
        <source>crossed fingers</source>
        <translation>doigts croisés</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>yeux</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>idée</translation>
    </message>
    <message>
        <source>red heart</source>
        <translation>cœur rouge</translation>
    </message>
    <message>
        <source>broken heart</source>
        <translation>cœur brisé</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>feu</translation>
    </message>
    <message>
        <source>star</source>
        <translation>étoile</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>fête</translation>
    </message>
    <message>
        <source>birthday cake</source>
        <translation>gâteau d’anniversaire</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>soleil</translation>
    </message>
    <message>
        <source>coffee</source>
        <translation>café</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>pizza</translation>
    </message>
    <message>
        <source>beer</source>
        <translation>bière</translation>
    </message>
    <message>
        <source>car</source>
        <translation>voiture</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>aeroplane</source>
        <translation>avion</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Insérer un émoji</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Rechercher un émoji</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MailFields</name>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Cc</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>Cc&amp;i</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Cci</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Cc and Bcc</source>
        <translation>Cc et Cci</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Expéditeur</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MessageEdit</name>
    <message>
        <source>Message text</source>
        <translation>Texte du message</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RecipientChips</name>
    <message>
        <source>Recipient: %1</source>
        <translation>Destinataire&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RouteText</name>
    <message>
        <source>Cannot be sent: no chat address of %1 is known. Add one in the details.</source>
        <translation>Envoi impossible&#xa0;: aucune adresse de chat connue pour %1. Ajoutez-en une dans les détails.</translation>
    </message>
    <message>
        <source>Cannot be sent: no confirmed mailbox of %1 is known. Confirm one in the details.</source>
        <translation>Envoi impossible&#xa0;: aucune boîte mail confirmée pour %1. Confirmez-en une dans les détails.</translation>
    </message>
    <message>
        <source>Cannot be sent: “Send via” of %1 asks for a channel without a known address.</source>
        <translation>Envoi impossible&#xa0;: «&#xa0;Envoyer par&#xa0;» de %1 demande un canal sans adresse connue.</translation>
    </message>
    <message>
        <source>Cannot be sent yet: there is no address to send to.</source>
        <translation>Envoi impossible pour l’instant&#xa0;: il manque une adresse.</translation>
    </message>
    <message>
        <source>Your choice for this message</source>
        <translation>Votre choix pour ce message</translation>
    </message>
    <message>
        <source>“Send via” of %1</source>
        <translation>«&#xa0;Envoyer par&#xa0;» de %1</translation>
    </message>
    <message>
        <source>The only way to %1</source>
        <translation>Le seul moyen de joindre %1</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 est en ligne</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 est hors ligne</translation>
    </message>
    <message>
        <source>%1 does not want to be disturbed</source>
        <translation>%1 ne veut pas être dérangé(e)</translation>
    </message>
    <message>
        <source>It is not known whether %1 is online</source>
        <translation>On ne sait pas si %1 est en ligne</translation>
    </message>
    <message>
        <source>An e-mail</source>
        <translation>Un e-mail</translation>
    </message>
    <message>
        <source>goes as chat to %1</source>
        <translation>part par chat à %1</translation>
    </message>
    <message>
        <source>goes as mail to %1</source>
        <translation>part par e-mail à %1</translation>
    </message>
    <message>
        <source>goes as chat to %1 once chat is connected</source>
        <translation>partira par chat à %1 dès que le chat sera connecté</translation>
    </message>
    <message>
        <source>goes as mail to %1 once outgoing mail is connected</source>
        <translation>partira par e-mail à %1 dès que le courrier sortant sera connecté</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>cette personne</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason: where it goes</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>encrypted in transit, readable by both chat servers</source>
        <translation>chiffré en transit, lisible par les deux serveurs de chat</translation>
    </message>
    <message>
        <source>readable by every mail server on the way</source>
        <translation>lisible par chaque serveur de courrier sur le trajet</translation>
    </message>
    <message>
        <source> · if that fails, as mail</source>
        <translation> · en cas d’échec, par e-mail</translation>
    </message>
    <message>
        <source> · if that fails, as chat</source>
        <translation> · en cas d’échec, par chat</translation>
    </message>
    <message>
        <source>Cannot be sent: no account is signed in. Add one in the menu Isthmus.</source>
        <translation>Envoi impossible&#xa0;: aucun compte n’est connecté. Ajoutez-en un dans le menu Isthmus.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressMapDialog</name>
    <message>
        <source>Address map</source>
        <translation>Table des adresses</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Toutes les adresses</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Exporter la table des adresses</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Importer une table des adresses</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation>Aucune adresse pour l’instant</translation>
    </message>
    <message>
        <source>Those of contacts, and of whoever writes to you, appear here.</source>
        <translation>Celles de vos contacts et de toute personne qui vous écrit apparaissent ici.</translation>
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
        <translation>e-mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>kind, address, evidence</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Confirm %1 %2</source>
        <comment>kind, address</comment>
        <translation>Confirmer %1 %2</translation>
    </message>
    <message>
        <source>Split off %1 %2</source>
        <comment>kind, address</comment>
        <translation>Détacher %1 %2</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::ContactCard</name>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Nom du contact</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <source>Close details (Escape)</source>
        <translation>Fermer les détails (Échap)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat with this contact</source>
        <translation>Discuter par chat avec ce contact</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>Envoyer un e-mail</translation>
    </message>
    <message>
        <source>Send e-mail to this contact</source>
        <translation>Envoyer un e-mail à ce contact</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Kind of the new address</source>
        <translation>Type de la nouvelle adresse</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Autre adresse</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add this address</source>
        <translation>Ajouter cette adresse</translation>
    </message>
    <message>
        <source>Send via</source>
        <translation>Envoyer par</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>e-mail uniquement</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This is no complete address. Nothing was changed.</source>
        <translation>Cette adresse est incomplète. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Join with another person…</source>
        <translation>Réunir avec une autre personne…</translation>
    </message>
    <message>
        <source>Wishes to be reached by e-mail only.</source>
        <translation>Souhaite être joint par e-mail uniquement.</translation>
    </message>
    <message>
        <source>Wishes to be reached by chat only.</source>
        <translation>Souhaite être joint par chat uniquement.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline or not to be disturbed.</source>
        <translation>Souhaite un e-mail hors ligne ou si occupé.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline.</source>
        <translation>Souhaite un e-mail hors ligne.</translation>
    </message>
    <message>
        <source>Wishes e-mail while not to be disturbed.</source>
        <translation>Souhaite un e-mail si occupé.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::NewContactDialog</name>
    <message>
        <source>new contact</source>
        <translation>nouveau contact</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Ajouter un contact</translation>
    </message>
    <message>
        <source>Address of the new contact</source>
        <translation>Adresse du nouveau contact</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Nom du nouveau contact</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Type d’adresse</translation>
    </message>
    <message>
        <source>Chat address</source>
        <translation>Adresse de chat</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Boîte mail</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like bob@example.org.</source>
        <translation>Cette adresse est incomplète. Une adresse ressemble à bob@example.org.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::ConversationPane</name>
    <message>
        <source>Search people</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Ajouter un contact</translation>
    </message>
    <message>
        <source>Add contact (Ctrl+Shift+N)</source>
        <translation>Ajouter un contact (Ctrl+Maj+N)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Personne ne correspond</translation>
    </message>
    <message>
        <source>Escape in the search field, and the filter All, show everybody again.</source>
        <translation>Échap dans le champ de recherche et le filtre «&#xa0;Tout&#xa0;» montrent de nouveau tout le monde.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Encore personne</translation>
    </message>
    <message>
        <source>Contacts and mails appear by themselves once an account is connected.</source>
        <translation>Les contacts et les e-mails apparaissent d’eux-mêmes dès qu’un compte est connecté.</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Chercher dans les messages</translation>
    </message>
    <message>
        <source>Look for these words in all messages (Ctrl+Shift+F)</source>
        <translation>Chercher ces mots dans tous les messages (Ctrl+Maj+F)</translation>
    </message>
    <message>
        <source>Add a contact, or write an e-mail: who answers is here, too.</source>
        <translation>Ajoutez un contact ou écrivez un e-mail&#xa0;: qui répond apparaît ici aussi.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>last message failed</source>
        <translation>échec du dernier message</translation>
    </message>
    <message>
        <source>no messages yet</source>
        <translation>aucun message pour l’instant</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Brouillon&#xa0;: %1</translation>
    </message>
    <message>
        <source>a message that cannot be shown safely</source>
        <translation>un message qui ne peut pas être montré sans risque</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
</context>
<context>
    <name>isthmus::convert::Program</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>standard input and output are not there</source>
        <translation>l’entrée et la sortie standard sont absentes</translation>
    </message>
    <message>
        <source>Converts between e-mail and instant messages as Isthmus does, to see what becomes of a message.
Without an option it reads JSON Lines {id, direction, input, context} on standard input and writes
{id, result} for each. It opens no network and keeps nothing.</source>
        <translation>Convertit entre e-mail et messages instantanés comme le fait Isthmus, pour voir ce que devient un message.
Sans option, lit des lignes JSON {id, direction, input, context} sur l’entrée standard et écrit
{id, result} pour chacune. N’ouvre aucun accès au réseau et ne conserve rien.</translation>
    </message>
    <message>
        <source>Show what becomes of one e-mail.</source>
        <translation>Montre ce que devient un e-mail.</translation>
    </message>
    <message>
        <source>FILE.eml</source>
        <translation>FICHIER.eml</translation>
    </message>
    <message>
        <source>Show what becomes of one message stanza.</source>
        <translation>Montre ce que devient une strophe de message.</translation>
    </message>
    <message>
        <source>FILE.xml</source>
        <translation>FICHIER.xml</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>argument inattendu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::desktop::CommandLine</name>
    <message>
        <source>Keep everything in DIR instead of the user&apos;s data folder. Two programs cannot use one profile at the same time.</source>
        <translation>Tout conserver dans DIR au lieu du dossier de données de l’utilisateur. Deux programmes ne peuvent pas utiliser un même profil en même temps.</translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) instead of the system&apos;s, for private networks.</source>
        <translation>Se fier aux certificats de FILE (PEM) au lieu de ceux du système, pour les réseaux privés.</translation>
    </message>
    <message>
        <source>Ask this DNS server instead of the system&apos;s.</source>
        <translation>Interroger ce serveur DNS au lieu de celui du système.</translation>
    </message>
    <message>
        <source>Sign in with ADDRESS and the password on the first line of standard input, if the profile has no account yet.</source>
        <translation>Se connecter avec ADDRESS et le mot de passe de la première ligne de l’entrée standard, si le profil n’a pas encore de compte.</translation>
    </message>
    <message>
        <source>system, light, dark or contrast.</source>
        <translation>system, light, dark ou contrast.</translation>
    </message>
    <message>
        <source>Size of everything in per cent, 100 to 300.</source>
        <translation>Taille de l’ensemble en pour cent, de 100 à 300.</translation>
    </message>
    <message>
        <source>isthmus: %1
Try isthmus --help.
</source>
        <translation>isthmus&#xa0;: %1
Voir isthmus --help.
</translation>
    </message>
    <message>
        <source>the file of --ca-file cannot be read</source>
        <translation>le fichier de --ca-file ne peut pas être lu</translation>
    </message>
    <message>
        <source>--dns wants an IP address and a port, such as 127.0.0.1:5353</source>
        <translation>--dns attend une adresse IP et un port, par exemple 127.0.0.1:5353</translation>
    </message>
    <message>
        <source>--theme wants system, light, dark or contrast</source>
        <translation>--theme attend system, light, dark ou contrast</translation>
    </message>
    <message>
        <source>--scale wants a number from 100 to 300</source>
        <translation>--scale attend un nombre de 100 à 300</translation>
    </message>
    <message>
        <source>--sign-in wants an address such as alice@example.org</source>
        <translation>--sign-in attend une adresse telle que alice@example.org</translation>
    </message>
    <message>
        <source>only links that begin with mailto: or xmpp: can be opened</source>
        <translation>seuls les liens commençant par mailto: ou xmpp: peuvent être ouverts</translation>
    </message>
    <message>
        <source>Mail and chat with a person as one conversation.</source>
        <translation>E-mails et chats avec une personne en une seule conversation.</translation>
    </message>
    <message>
        <source>mailto: or xmpp: links to open.</source>
        <translation>Liens mailto: ou xmpp: à ouvrir.</translation>
    </message>
    <message>
        <source>Speak this language instead of the desktop&apos;s: %1, or a translator&apos;s .qm file.</source>
        <translation>Parler cette langue au lieu de celle du bureau&#xa0;: %1, ou un fichier .qm de traducteur.</translation>
    </message>
    <message>
        <source>--language wants one of %1, or a .qm file</source>
        <translation>--language attend l’un de ces codes&#xa0;: %1, ou un fichier .qm</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::MailboxPane</name>
    <message>
        <source>Folders and accounts</source>
        <translation>Dossiers et comptes</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Nothing fetched yet</source>
        <translation>Rien n’a encore été relevé</translation>
    </message>
    <message>
        <source>E-mails of this folder appear here when the account is connected.</source>
        <translation>Les e-mails de ce dossier apparaissent ici dès que le compte est connecté.</translation>
    </message>
    <message>
        <source>No e-mails here</source>
        <translation>Aucun e-mail ici</translation>
    </message>
    <message>
        <source>What comes into this folder appears by itself.</source>
        <translation>Ce qui arrive dans ce dossier apparaît de lui-même.</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::Row</name>
    <message>
        <source>All e-mails</source>
        <translation>Tous les e-mails</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archives</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message>
        <source>with files</source>
        <translation>avec fichiers</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>an account&apos;s address</comment>
        <translation>%1 (retiré)</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchDelegate</name>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchModel</name>
    <message>
        <source>from you</source>
        <translation>de vous</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchPane</name>
    <message>
        <source>Show in conversation</source>
        <translation>Montrer dans la conversation</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Chercher dans tous les messages</translation>
    </message>
    <message>
        <source>Words or their beginnings</source>
        <translation>Mots ou débuts de mots</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Close search (Escape)</source>
        <translation>Fermer la recherche (Échap)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Only chats</source>
        <translation>Chats seuls</translation>
    </message>
    <message>
        <source>Only e-mails</source>
        <translation>E-mails seuls</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Messages trouvés</translation>
    </message>
    <message>
        <source>Type words to search the chats and e-mails of everybody, and the names of files.</source>
        <translation>Saisissez des mots pour chercher dans les chats et e-mails de tout le monde et dans les noms de fichiers.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>The messages on this computer could not be searched. Nothing was changed; try again.</source>
        <translation>Les messages de cet ordinateur n’ont pas pu être parcourus. Rien n’a changé&#xa0;; réessayez.</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>Aucun message ne correspond.</translation>
    </message>
    <message numerus="yes">
        <source>Newest first. All %n messages on this computer were searched.</source>
        <translation>
            <numerusform>Les plus récents d’abord. Le seul message de cet ordinateur a été parcouru (%n).</numerusform>
            <numerusform>Les plus récents d’abord. Les %n messages de cet ordinateur ont été parcourus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first. %1 of %2 messages on this computer were searched; the rest is still being read, or could not be.</source>
        <translation>Les plus récents d’abord. %1 messages sur %2 de cet ordinateur ont été parcourus&#xa0;; les autres sont en cours de lecture ou n’ont pas pu être lus.</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::ChoicesGroup</name>
    <message>
        <source>Reports and ways</source>
        <translation>Avis et acheminement</translation>
    </message>
    <message>
        <source>Tell senders that I have &amp;read their e-mail</source>
        <translation>Dire aux expéditeurs que j’ai &amp;lu leur e-mail</translation>
    </message>
    <message>
        <source>Tell the recipient of an e-mail by &amp;chat</source>
        <translation>Prévenir le destinataire d’un e-mail par &amp;chat</translation>
    </message>
    <message>
        <source>Ask whether my e-mails were delivered and read</source>
        <translation>Demander si mes e-mails ont été remis et lus</translation>
    </message>
    <message>
        <source>Join chat lines that go as e-mail while they wait</source>
        <translation>Regrouper les lignes de chat envoyées par e-mail pendant l’attente</translation>
    </message>
    <message>
        <source>While I do not want to be disturbed, put chat messages into my mailbox, too</source>
        <translation>Quand je ne veux pas être dérangé, déposer aussi les messages de chat dans ma boîte</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I am offline</source>
        <translation>Dire aux contacts&#xa0;: par e-mail quand je suis hors ligne</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I do not want to be disturbed</source>
        <translation>Dire aux contacts&#xa0;: par e-mail quand je ne veux pas être dérangé</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Tell contacts how to reach me</source>
        <translation>Dire aux contacts comment me joindre</translation>
    </message>
    <message>
        <source>By chat or e-mail</source>
        <translation>Par chat ou par e-mail</translation>
    </message>
    <message>
        <source>By e-mail only</source>
        <translation>Par e-mail uniquement</translation>
    </message>
    <message>
        <source>By chat only</source>
        <translation>Par chat uniquement</translation>
    </message>
    <message>
        <source>Tell contacts how to reach &amp;me</source>
        <translation>Dire aux contacts comment me &amp;joindre</translation>
    </message>
    <message>
        <source>Account for new messages</source>
        <translation>Compte des nouveaux messages</translation>
    </message>
    <message>
        <source>&amp;Account for new messages</source>
        <translation>C&amp;ompte des nouveaux messages</translation>
    </message>
    <message>
        <source>%1 is my provider&apos;s server and may say whether a sender was checked</source>
        <translation>%1 est le serveur de mon fournisseur et peut dire si un expéditeur a été vérifié</translation>
    </message>
    <message>
        <source>Chat messages with a subject</source>
        <translation>Messages de chat avec un objet</translation>
    </message>
    <message>
        <source>Messages that say themselves that they are e-mail are shown as such in any case</source>
        <translation>Les messages qui se disent eux-mêmes e-mails sont toujours affichés comme tels</translation>
    </message>
    <message>
        <source>Are e-mail</source>
        <translation>Sont des e-mails</translation>
    </message>
    <message>
        <source>Are e-mail if written as single messages</source>
        <translation>Sont des e-mails s’ils sont écrits comme messages isolés</translation>
    </message>
    <message>
        <source>Are chat lines with a title</source>
        <translation>Sont des lignes de chat avec un titre</translation>
    </message>
    <message>
        <source>Chat messages with a &amp;subject</source>
        <translation>Messages de chat avec un o&amp;bjet</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Passwords are kept in the system keyring, nowhere else.</source>
        <translation>Les mots de passe sont conservés dans le trousseau du système, nulle part ailleurs.</translation>
    </message>
    <message>
        <source>This system has no keyring: passwords are kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Ce système n’a pas de trousseau&#xa0;: les mots de passe restent en mémoire et seront oubliés à la fermeture d’Isthmus.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Connect chat at start</source>
        <translation>Connecter le chat au démarrage</translation>
    </message>
    <message>
        <source>Connect chat of %1 at start</source>
        <translation>Connecter le chat de %1 au démarrage</translation>
    </message>
    <message>
        <source>Fetch mail at start</source>
        <translation>Relever le courrier au démarrage</translation>
    </message>
    <message>
        <source>Fetch mail of %1 at start</source>
        <translation>Relever le courrier de %1 au démarrage</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Changer le mot de passe…</translation>
    </message>
    <message>
        <source>Change the stored password of %1</source>
        <translation>Changer le mot de passe enregistré de %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tell of new messages</source>
        <translation>Annoncer les nouveaux messages</translation>
    </message>
    <message>
        <source>Be quiet every day between these times</source>
        <translation>Rester silencieux chaque jour entre ces heures</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silence à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Show an icon with the count of unread messages</source>
        <translation>Montrer une icône avec le nombre de messages non lus</translation>
    </message>
    <message>
        <source>Stay connected in that icon when the window is closed</source>
        <translation>Rester connecté dans cette icône quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Long messages</source>
        <translation>Messages longs</translation>
    </message>
    <message>
        <source>How chat messages travel that are too long for a few parts</source>
        <translation>Comment voyagent les messages de chat trop longs pour quelques parties</translation>
    </message>
    <message>
        <source>With a link to the whole text</source>
        <translation>Avec un lien vers le texte entier</translation>
    </message>
    <message>
        <source>In parts</source>
        <translation>En plusieurs parties</translation>
    </message>
    <message>
        <source>Directly to the other program, if it can</source>
        <translation>Directement à l’autre programme, s’il le peut</translation>
    </message>
    <message>
        <source>&amp;Long messages</source>
        <translation>Messages &amp;longs</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>What a notification tells</source>
        <translation>Ce que dit une notification</translation>
    </message>
    <message>
        <source>Notifications may be read on a locked screen</source>
        <translation>Les notifications peuvent être lues sur un écran verrouillé</translation>
    </message>
    <message>
        <source>Who wrote, and the first words</source>
        <translation>Qui a écrit, et les premiers mots</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Qui a écrit</translation>
    </message>
    <message>
        <source>Only how many there are</source>
        <translation>Seulement combien il y en a</translation>
    </message>
    <message>
        <source>Longest text in one message</source>
        <translation>Texte le plus long en un message</translation>
    </message>
    <message>
        <source>A letter of the Latin alphabet takes one byte, a Chinese sign three</source>
        <translation>Une lettre latine occupe un octet, un caractère chinois trois</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> octets</translation>
    </message>
    <message>
        <source>Longest &amp;text in one message</source>
        <translation>&amp;Texte le plus long en un message</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Retirer un compte…</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>Retirer le compte %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::CommandPalette</name>
    <message>
        <source>No command has such words.</source>
        <translation>Aucune commande n’a ces mots.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>Commande cherchée</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>Débuts de mots</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: command</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>indisponible pour le moment</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::ConversationView</name>
    <message>
        <source>Send e-mail</source>
        <translation>Envoyer un e-mail</translation>
    </message>
    <message>
        <source>Send e-mail (Ctrl+Shift+M)</source>
        <translation>Envoyer un e-mail (Ctrl+Maj+M)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Détails (Ctrl+I)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Find in this conversation; Enter goes up, Shift+Enter down</source>
        <translation>Rechercher ici&#xa0;: Entrée remonte, Maj+Entrée descend</translation>
    </message>
    <message>
        <source>Found, %1</source>
        <translation>Trouvé, %1</translation>
    </message>
    <message>
        <source>No more matches</source>
        <translation>Plus de résultat</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Nothing was said yet. What you write below is the beginning.</source>
        <translation>Rien n’a encore été dit. Ce que vous écrivez ci-dessous en sera le début.</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>e-mail uniquement</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Réponse à&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save e-mail</source>
        <translation>Enregistrer l’e-mail</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Enregistrer la pièce jointe</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Misleading link</source>
        <translation>Lien trompeur</translation>
    </message>
    <message>
        <source>The text of this link names another address. It leads to: %1</source>
        <translation>Le texte de ce lien indique une autre adresse. Il mène à&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open it only if you know that address.</source>
        <translation>Ne l’ouvrez que si vous connaissez cette adresse.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Ouvrir quand même</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>Searching older messages…</source>
        <translation>Recherche dans les messages plus anciens…</translation>
    </message>
    <message>
        <source>This message is no longer here.</source>
        <translation>Ce message n’est plus ici.</translation>
    </message>
    <message>
        <source>Remove an e-mail</source>
        <translation>Retirer un e-mail</translation>
    </message>
    <message>
        <source>“%1” is taken out of Isthmus.</source>
        <translation>«&#xa0;%1&#xa0;» est retiré d’Isthmus.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
    <message>
        <source>It stays on the server.</source>
        <translation>Il reste sur le serveur.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Imprimé.</translation>
    </message>
    <message>
        <source>This could not be printed: the file or printer cannot be written to.</source>
        <translation>L’impression a échoué&#xa0;: le fichier ou l’imprimante n’accepte pas l’écriture.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Another file is being received. You can accept this one when that is done.</source>
        <translation>Un autre fichier est en cours de réception. Vous pourrez accepter celui-ci ensuite.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this file.</source>
        <translation>Il n’y a pas assez de place sur le disque pour ce fichier.</translation>
    </message>
    <message>
        <source>This file can be accepted when the connection is back.</source>
        <translation>Vous pourrez accepter ce fichier quand la connexion sera rétablie.</translation>
    </message>
    <message>
        <source>---------- Forwarded e-mail ----------</source>
        <translation>---------- E-mail transféré ----------</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De&#xa0;: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Date&#xa0;: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Objet&#xa0;: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not attached: %1</source>
        <translation>Non joint&#xa0;: %1</translation>
    </message>
    <message>
        <source>This mailbox is fetched by POP3, which has no folders. “Remove from here” takes the e-mail out of Isthmus.</source>
        <translation>Cette boîte est relevée par POP3, qui n’a pas de dossiers. «&#xa0;Retirer d’ici&#xa0;» enlève l’e-mail d’Isthmus.</translation>
    </message>
    <message>
        <source>This e-mail does not lie in the inbox or another folder of the server that it could be moved from.</source>
        <translation>Cet e-mail ne se trouve ni dans la boîte de réception ni dans un autre dossier du serveur d’où il pourrait être déplacé.</translation>
    </message>
    <message>
        <source>This e-mail is being sent or moved already.</source>
        <translation>Cet e-mail est déjà en cours d’envoi ou de déplacement.</translation>
    </message>
    <message>
        <source>The account of this e-mail has been removed from Isthmus. On the server it stays where it is.</source>
        <translation>Le compte de cet e-mail a été retiré d’Isthmus. Sur le serveur, il reste où il est.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::DraftKeeper</name>
    <message>
        <source>No longer attached, because it is gone from its place: %1</source>
        <translation>N’est plus joint, car il n’est plus à sa place&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::HistoryLine</name>
    <message>
        <source>Older messages that are here</source>
        <translation>Messages plus anciens déjà ici</translation>
    </message>
    <message>
        <source>older chat messages</source>
        <translation>des messages de chat plus anciens</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>e-mails and chat messages</comment>
        <translation>%1 et %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older e-mail(s)</source>
        <translation>
            <numerusform>%Ln e-mail plus ancien</numerusform>
            <numerusform>%Ln e-mails plus anciens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older chat message(s)</source>
        <translation>
            <numerusform>%Ln message de chat plus ancien</numerusform>
            <numerusform>%Ln messages de chat plus anciens</numerusform>
        </translation>
    </message>
    <message>
        <source>Left on the server for now: %1</source>
        <translation>Laissé pour l’instant sur le serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Still being fetched: %1</source>
        <translation>Reste à récupérer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Pause fetching older messages</source>
        <translation>Suspendre la récupération des messages plus anciens</translation>
    </message>
    <message>
        <source>Go on fetching older messages</source>
        <translation>Continuer à récupérer les messages plus anciens</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyDialog</name>
    <message>
        <source>Where is this message?</source>
        <translation>Où est ce message&#xa0;?</translation>
    </message>
    <message>
        <source>Its &amp;way</source>
        <translation>Son &amp;chemin</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Son chemin</translation>
    </message>
    <message>
        <source>For the &amp;logs</source>
        <translation>Pour les &amp;journaux</translation>
    </message>
    <message>
        <source>For the logs</source>
        <translation>Pour les journaux</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyText</name>
    <message>
        <source>It has arrived and every byte of it is kept on this computer, but it cannot be shown safely.</source>
        <translation>Il est arrivé et chaque octet en est conservé sur cet ordinateur, mais il ne peut pas être affiché sans danger.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have read it.</source>
        <translation>Il est arrivé et conservé sur cet ordinateur. Vous l’avez lu.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have not read it yet.</source>
        <translation>Il est arrivé et conservé sur cet ordinateur. Vous ne l’avez pas encore lu.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as chat is connected.</source>
        <translation>Il est encore sur cet ordinateur et partira dès que le chat sera connecté.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as outgoing mail is connected.</source>
        <translation>Il est encore sur cet ordinateur et partira dès que le courrier sortant sera connecté.</translation>
    </message>
    <message>
        <source>It is still on this computer. The last attempt did not succeed; the next one is at %1.</source>
        <translation>Il est encore sur cet ordinateur. Le dernier essai n’a pas réussi&#xa0;; le prochain aura lieu le %1.</translation>
    </message>
    <message>
        <source>If none succeeds until %1, it counts as failed.</source>
        <translation>Si aucun ne réussit avant le %1, il sera considéré comme échoué.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves after what was written before it.</source>
        <translation>Il est encore sur cet ordinateur et partira après ce qui a été écrit avant lui.</translation>
    </message>
    <message>
        <source>It is still on this computer and can be called back until %1.</source>
        <translation>Il est encore sur cet ordinateur et peut être rappelé jusqu’à %1.</translation>
    </message>
    <message>
        <source>It is on its way to your chat server, which has not confirmed it yet.</source>
        <translation>Il est en route vers votre serveur de chat, qui ne l’a pas encore confirmé.</translation>
    </message>
    <message>
        <source>It is on its way to your mail server, which has not confirmed it yet.</source>
        <translation>Il est en route vers votre serveur de courrier, qui ne l’a pas encore confirmé.</translation>
    </message>
    <message>
        <source>Your mail server has taken it, but not for every recipient.</source>
        <translation>Votre serveur de courrier l’a accepté, mais pas pour tous les destinataires.</translation>
    </message>
    <message>
        <source>Your chat server has it. No device of %1 has confirmed it yet.</source>
        <translation>Votre serveur de chat l’a. Aucun appareil de %1 ne l’a encore confirmé.</translation>
    </message>
    <message>
        <source>Your mail server has taken it. Nobody has confirmed its arrival, and many mailboxes never do.</source>
        <translation>Votre serveur de courrier l’a accepté. Personne n’a confirmé son arrivée, et beaucoup de boîtes ne le font jamais.</translation>
    </message>
    <message>
        <source>It has arrived: a device of %1 has confirmed it.</source>
        <translation>Il est arrivé&#xa0;: un appareil de %1 l’a confirmé.</translation>
    </message>
    <message>
        <source>It has arrived: the recipient&apos;s mail server has confirmed it.</source>
        <translation>Il est arrivé&#xa0;: le serveur de courrier du destinataire l’a confirmé.</translation>
    </message>
    <message>
        <source>It has arrived and was shown to %1.</source>
        <translation>Il est arrivé et a été affiché à %1.</translation>
    </message>
    <message>
        <source>It did not arrive and is kept on this computer. %1</source>
        <translation>Il n’est pas arrivé et est conservé sur cet ordinateur. %1</translation>
    </message>
    <message>
        <source>It was sent from another program; only its copy is known here.</source>
        <translation>Il a été envoyé depuis un autre programme&#xa0;; seule sa copie est connue ici.</translation>
    </message>
    <message>
        <source>written down on this computer, to go as chat</source>
        <translation>noté sur cet ordinateur, pour partir par chat</translation>
    </message>
    <message>
        <source>written down on this computer, to go as e-mail</source>
        <translation>noté sur cet ordinateur, pour partir par e-mail</translation>
    </message>
    <message>
        <source>handed to the chat connection</source>
        <translation>remis à la connexion de chat</translation>
    </message>
    <message>
        <source>handed to the mail connection</source>
        <translation>remis à la connexion de courrier</translation>
    </message>
    <message>
        <source>the chat server confirmed that it has it</source>
        <translation>le serveur de chat a confirmé qu’il l’a</translation>
    </message>
    <message>
        <source>the mail server took it</source>
        <translation>le serveur de courrier l’a accepté</translation>
    </message>
    <message>
        <source>the chat server&apos;s copy of it came back</source>
        <translation>la copie du serveur de chat est revenue</translation>
    </message>
    <message>
        <source>its copy was found among the sent mail</source>
        <translation>sa copie a été trouvée parmi les e-mails envoyés</translation>
    </message>
    <message>
        <source>not decided, will be tried again</source>
        <translation>sans décision, sera réessayé</translation>
    </message>
    <message>
        <source>the program ended in the middle, will be tried again</source>
        <translation>le programme s’est arrêté au milieu, sera réessayé</translation>
    </message>
    <message>
        <source>refused on the way by chat</source>
        <translation>refusé en chemin par chat</translation>
    </message>
    <message>
        <source>refused on the way by e-mail</source>
        <translation>refusé en chemin par e-mail</translation>
    </message>
    <message>
        <source>refused for some recipients</source>
        <translation>refusé pour certains destinataires</translation>
    </message>
    <message>
        <source>you asked to send it</source>
        <translation>vous avez demandé l’envoi</translation>
    </message>
    <message>
        <source>turned to chat</source>
        <translation>passé au chat</translation>
    </message>
    <message>
        <source>turned to e-mail</source>
        <translation>passé à l’e-mail</translation>
    </message>
    <message>
        <source>a copy was filed among the sent mail</source>
        <translation>une copie a été classée parmi les e-mails envoyés</translation>
    </message>
    <message>
        <source>a device confirmed its arrival</source>
        <translation>un appareil a confirmé son arrivée</translation>
    </message>
    <message>
        <source>its arrival was reported</source>
        <translation>son arrivée a été signalée</translation>
    </message>
    <message>
        <source>it was shown to the recipient</source>
        <translation>il a été affiché au destinataire</translation>
    </message>
    <message>
        <source>it came in and was stored on this computer</source>
        <translation>il est arrivé et a été enregistré sur cet ordinateur</translation>
    </message>
    <message>
        <source>you read it</source>
        <translation>vous l’avez lu</translation>
    </message>
    <message>
        <source>%1, it reached your mailbox (by the server&apos;s clock)</source>
        <translation>%1, il est arrivé dans votre boîte (à l’horloge du serveur)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, what happened</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>what happened, in the server&apos;s words</comment>
        <translation>%1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Its way was not recorded: it is older than this record.</source>
        <translation>Son chemin n’a pas été noté&#xa0;: il est plus ancien que ce relevé.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Stanza id</source>
        <translation>Identifiant de stanza</translation>
    </message>
    <message>
        <source>Archive id</source>
        <translation>Identifiant d’archive</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Envelope id</source>
        <translation>Identifiant d’enveloppe</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>%1, UID %2 of %3</source>
        <comment>folder, number, numbering</comment>
        <translation>%1, UID %2 de %3</translation>
    </message>
    <message>
        <source>Attempts without success</source>
        <translation>Essais sans succès</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Mots du serveur</translation>
    </message>
    <message>
        <source>you read it in another program</source>
        <translation>vous l’avez lu dans un autre programme</translation>
    </message>
    <message>
        <source>chat had delivered it after all: it has arrived twice</source>
        <translation>le chat l’avait tout de même remis&#xa0;: il est arrivé deux fois</translation>
    </message>
    <message>
        <source>e-mail had delivered it after all: it has arrived twice</source>
        <translation>l’e-mail l’avait tout de même remis&#xa0;: il est arrivé deux fois</translation>
    </message>
    <message>
        <source>its account was removed from Isthmus</source>
        <translation>son compte a été retiré d’Isthmus</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key: what it does</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>From message to message, from person to person</source>
        <translation>De message en message, de personne en personne</translation>
    </message>
    <message>
        <source>Open what is chosen; send a chat message</source>
        <translation>Ouvrir ce qui est choisi&#xa0;; envoyer un message de chat</translation>
    </message>
    <message>
        <source>What can be done with what is chosen</source>
        <translation>Ce que l’on peut faire de ce qui est choisi</translation>
    </message>
    <message>
        <source>Leave, close, go back</source>
        <translation>Quitter, fermer, revenir</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Les touches et leur effet</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MainWindow</name>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Split off an address</source>
        <translation>Détacher une adresse</translation>
    </message>
    <message>
        <source>%1 becomes a person of its own, with its messages.</source>
        <translation>%1 devient une personne à part, avec ses messages.</translation>
    </message>
    <message>
        <source>Nothing is lost; joining the two again brings them back together.</source>
        <translation>Rien n’est perdu&#xa0;; les réunir à nouveau rétablit l’ensemble.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>La même personne</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Add %1 to your contacts and chat?</source>
        <translation>Ajouter %1 à vos contacts et discuter&#xa0;?</translation>
    </message>
    <message>
        <source>Add and chat</source>
        <translation>Ajouter et discuter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>About Isthmus</source>
        <translation>À propos d’Isthmus</translation>
    </message>
    <message>
        <source>&amp;Isthmus</source>
        <translation>Is&amp;thmus</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Nouvel e-mail</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>Ajouter un contact…</translation>
    </message>
    <message>
        <source>Check mail</source>
        <translation>Relever le courrier</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Passer en ligne</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Passer hors ligne</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Jump to a person</source>
        <translation>Aller à une personne</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Rechercher dans cette conversation</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>Envoyer un e-mail</translation>
    </message>
    <message>
        <source>Switch between chat and e-mail</source>
        <translation>Basculer entre chat et e-mail</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>Joindre un fichier…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Répondre par chat</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Répondre par e-mail</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Afficher ou replier tout le message</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Send on the other channel</source>
        <translation>Envoyer par l’autre canal</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Enregistrer la pièce jointe…</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Afficher la source</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Enregistrer en .eml…</translation>
    </message>
    <message>
        <source>Isthmus %1

Your mail and your chats with a person, in one conversation, converted on your own computer: nothing moved, nothing hidden, nobody in between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Isthmus %1

Vos e-mails et vos chats avec une personne, en une seule conversation, convertis sur votre propre ordinateur&#xa0;: rien n’est déplacé, rien n’est caché, personne entre vous.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
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
        <translation>Nouvel e-mail – Isthmus</translation>
    </message>
    <message>
        <source>C&amp;onversation</source>
        <translation>Co&amp;nversation</translation>
    </message>
    <message>
        <source>Who is this contact too? Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>Qui d’autre est ce contact&#xa0;? Les deux deviennent une seule personne, avec une seule conversation. Aucun message n’est modifié&#xa0;; détacher une adresse annule la réunion.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (address)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else yet to join with.</source>
        <translation>Il n’y a encore personne avec qui réunir ce contact.</translation>
    </message>
    <message>
        <source>An unfinished e-mail is open: “%1”</source>
        <translation>Un e-mail inachevé est ouvert&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Discard it and begin the new one</source>
        <translation>L’abandonner et commencer le nouveau</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>Où est ce message&#xa0;?</translation>
    </message>
    <message>
        <source>An unfinished e-mail is kept: “%1”. Ctrl+N opens it.</source>
        <translation>Un e-mail inachevé est conservé&#xa0;: «&#xa0;%1&#xa0;». Ctrl+N l’ouvre.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Aucune conversation n’est ouverte</translation>
    </message>
    <message>
        <source>Choose a person in the list, or write an e-mail to somebody new.</source>
        <translation>Choisissez une personne dans la liste, ou écrivez un e-mail à quelqu’un de nouveau.</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Exporter la table des adresses</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Importer une table des adresses</translation>
    </message>
    <message>
        <source>Address maps (*.csv *.json)</source>
        <translation>Tables d’adresses (*.csv *.json)</translation>
    </message>
    <message>
        <source>This file is no address map. Nothing was changed.</source>
        <translation>Ce fichier n’est pas une table des adresses. Rien n’a été changé.</translation>
    </message>
    <message numerus="yes">
        <source>%n new address(es).</source>
        <translation>
            <numerusform>%n nouvelle adresse.</numerusform>
            <numerusform>%n nouvelles adresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to somebody else here and stayed there.</source>
        <translation>
            <numerusform>%n appartient ici à quelqu’un d’autre et y est restée.</numerusform>
            <numerusform>%n appartiennent ici à quelqu’un d’autre et y sont restées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n ligne n’a pas pu être lue.</numerusform>
            <numerusform>%n lignes n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Block %1 on all addresses?</source>
        <translation>Bloquer %1 à toutes ses adresses&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing of what comes is shown or told any more. What was written stays; searching for the name finds the person again, to be unblocked.</source>
        <translation>Ce qui arrive n’est plus ni montré ni annoncé. Ce qui a été écrit reste&#xa0;; en cherchant le nom, on retrouve la personne pour la débloquer.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Rétablir le son</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Toutes les commandes…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Touches…</translation>
    </message>
    <message>
        <source>Address map…</source>
        <translation>Table des adresses…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Chercher dans tous les messages</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Envoyer maintenant l’e-mail en attente</translation>
    </message>
    <message>
        <source>Print conversation…</source>
        <translation>Imprimer la conversation…</translation>
    </message>
    <message>
        <source>Print message…</source>
        <translation>Imprimer le message…</translation>
    </message>
    <message>
        <source>Save message as PDF…</source>
        <translation>Enregistrer le message en PDF…</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Retirer d’ici…</translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mails or messages</source>
        <translation>
            <numerusform>%n nouvel e-mail ou message</numerusform>
            <numerusform>%n nouveaux e-mails ou messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation>Répondre par e-mail</translation>
    </message>
    <message>
        <source>Reply by chat</source>
        <translation>Répondre par chat</translation>
    </message>
    <message>
        <source>“%1” has left for %2. Say so by chat, too?</source>
        <translation>«&#xa0;%1&#xa0;» est parti pour %2. Le dire aussi par chat&#xa0;?</translation>
    </message>
    <message>
        <source>Tell %1 by chat</source>
        <translation>Le dire à %1 par chat</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>My state</source>
        <translation>Mon état</translation>
    </message>
    <message>
        <source>“%1” from %2 asks for a notice to %3, which is not its sender, that you have read it. Send it?</source>
        <translation>«&#xa0;%1&#xa0;» de %2 demande d’avertir %3, qui n’est pas son expéditeur, que vous l’avez lu. Envoyer&#xa0;?</translation>
    </message>
    <message>
        <source>Send this notice</source>
        <translation>Envoyer cet avis</translation>
    </message>
    <message>
        <source>%1 asks to be told when you have read an e-mail. Tell %1 from now on?</source>
        <translation>%1 demande à savoir quand vous avez lu un e-mail. Prévenir %1 désormais&#xa0;?</translation>
    </message>
    <message>
        <source>Tell %1</source>
        <translation>Prévenir %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Incoming mail says that %1 checks its senders. Is that your mail provider&apos;s server, whose word about senders may be shown?</source>
        <translation>Les e-mails reçus indiquent que %1 vérifie leurs expéditeurs. Est-ce le serveur de votre fournisseur, dont l’avis sur les expéditeurs peut être affiché&#xa0;?</translation>
    </message>
    <message>
        <source>Yes, it is my provider&apos;s</source>
        <translation>Oui, c’est celui de mon fournisseur</translation>
    </message>
    <message>
        <source>Search – Isthmus</source>
        <translation>Recherche – Isthmus</translation>
    </message>
    <message>
        <source>Accept file</source>
        <translation>Accepter le fichier</translation>
    </message>
    <message>
        <source>Decline file</source>
        <translation>Refuser le fichier</translation>
    </message>
    <message>
        <source>A new one can begin in its place. What is written here would be lost.</source>
        <translation>Un nouveau peut commencer à sa place. Ce qui est écrit ici serait perdu.</translation>
    </message>
    <message>
        <source>No unread e-mails in this folder.</source>
        <translation>Aucun e-mail non lu dans ce dossier.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>No e-mail is open</source>
        <translation>Aucun e-mail n’est ouvert</translation>
    </message>
    <message>
        <source>Choose one in the list, or write to somebody new.</source>
        <translation>Choisissez-en un dans la liste, ou écrivez à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Next unread e-mail</source>
        <translation>E-mail non lu suivant</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Répondre à tous</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>%1 is an address of %2. Are %2 and %3 the same person?</source>
        <translation>%1 est une adresse de %2. %2 et %3 sont-ils la même personne&#xa0;?</translation>
    </message>
    <message>
        <source>Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>Les deux deviennent une seule personne, avec une seule conversation. Aucun message n’est modifié&#xa0;; détacher une adresse annule l’opération.</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>Oui, les réunir</translation>
    </message>
    <message>
        <source>Undo moving an e-mail</source>
        <translation>Annuler le déplacement d’un e-mail</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Déplacer vers les archives</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Déplacer vers la corbeille</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the trash. It is where it was.</source>
        <translation>Votre serveur de courrier n’a pas déplacé «&#xa0;%1&#xa0;» vers la corbeille. Le message est resté à sa place.</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the archive. It is where it was.</source>
        <translation>Votre serveur de courrier n’a pas déplacé «&#xa0;%1&#xa0;» vers les archives. Le message est resté à sa place.</translation>
    </message>
    <message>
        <source>The e-mail is back where it was.</source>
        <translation>L’e-mail est de nouveau à sa place.</translation>
    </message>
    <message>
        <source>It is too late to undo that.</source>
        <translation>Il est trop tard pour annuler.</translation>
    </message>
    <message>
        <source>%1 (%2) tells contacts to write to %3, which you know as %4. Are they the same person?</source>
        <translation>%1 (%2) demande à ses contacts d’écrire à %3, que vous connaissez comme %4. Est-ce la même personne&#xa0;?</translation>
    </message>
    <message>
        <source>The profile of %1 (%2) names the address %3, which you know as %4. Are they the same person?</source>
        <translation>Le profil de %1 (%2) indique l’adresse %3, que vous connaissez comme %4. Est-ce la même personne&#xa0;?</translation>
    </message>
    <message>
        <source>Fetch older messages</source>
        <translation>Récupérer les messages plus anciens</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Insert emoji…</source>
        <translation>Insérer un émoji…</translation>
    </message>
    <message>
        <source>The password of %1:</source>
        <translation>Le mot de passe de %1&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (removed, messages kept)</source>
        <translation>%1 (retiré, messages gardés)</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Retirer un compte</translation>
    </message>
    <message>
        <source>Which account is to be removed?</source>
        <translation>Quel compte faut-il retirer&#xa0;?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>%1 and its messages have been removed from this computer.</source>
        <translation>%1 et ses messages ont été retirés de cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 has been removed. Its messages are kept for reading.</source>
        <translation>%1 a été retiré. Ses messages sont gardés pour la lecture.</translation>
    </message>
    <message>
        <source>The keyring has not given up the password; Isthmus asks it again at the next start.</source>
        <translation>Le trousseau n’a pas supprimé le mot de passe&#xa0;; Isthmus le lui redemandera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation>Où sont les choses…</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Retirer un compte…</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MoveBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>Annuler le déplacement</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
    <message>
        <source>“%1” goes to the trash of your mailbox.</source>
        <translation>«&#xa0;%1&#xa0;» va dans la corbeille de votre boîte.</translation>
    </message>
    <message>
        <source>“%1” goes to the archive of your mailbox.</source>
        <translation>«&#xa0;%1&#xa0;» va dans les archives de votre boîte.</translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>%n autre aussi.</numerusform>
            <numerusform>%n autres aussi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lu</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::OwnStateButton</name>
    <message>
        <source>My state: %1, %2</source>
        <comment>state, own address</comment>
        <translation>Mon état&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>What your contacts see of you</source>
        <translation>Ce que vos contacts voient de vous</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::PlacesDialog</name>
    <message>
        <source>Where things are</source>
        <translation>Où sont les choses</translation>
    </message>
    <message>
        <source>Where things are, and how to remove them</source>
        <translation>Où sont les choses et comment les retirer</translation>
    </message>
    <message>
        <source>Messages, e-mails, files, contacts, drafts and settings</source>
        <translation>Messages, e-mails, fichiers, contacts, brouillons et réglages</translation>
    </message>
    <message>
        <source>Size and place of the window, colours, notifications</source>
        <translation>Taille et place de la fenêtre, couleurs, notifications</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Mots de passe</translation>
    </message>
    <message>
        <source>in memory, until Isthmus is closed</source>
        <translation>en mémoire, jusqu’à la fermeture d’Isthmus</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: none now</source>
        <translation>dans le trousseau du système, sous «&#xa0;isthmus&#xa0;»&#xa0;: aucun pour l’instant</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: %1</source>
        <translation>dans le trousseau du système, sous «&#xa0;isthmus&#xa0;»&#xa0;: %1</translation>
    </message>
    <message>
        <source>The way in for a second start, while Isthmus runs</source>
        <translation>L’entrée pour un second démarrage, tant qu’Isthmus tourne</translation>
    </message>
    <message>
        <source>Folders last used in file dialogs, together with other programs made with Qt</source>
        <translation>Derniers dossiers des dialogues de fichiers, partagés avec les autres programmes faits avec Qt</translation>
    </message>
    <message>
        <source>Nothing of Isthmus starts by itself, and it keeps nothing elsewhere.</source>
        <translation>Rien d’Isthmus ne démarre tout seul, et il ne garde rien ailleurs.</translation>
    </message>
    <message>
        <source>To remove one account: Isthmus &gt; Remove account… takes its password out of the keyring and, if you wish, its messages from this computer.</source>
        <translation>Pour retirer un compte&#xa0;: Isthmus &gt; Retirer un compte… enlève son mot de passe du trousseau et, si vous le souhaitez, ses messages de cet ordinateur.</translation>
    </message>
    <message>
        <source>To remove everything: remove each account so, quit, delete the folder %1, and remove the program (sudo apt remove isthmus).</source>
        <translation>Pour tout retirer&#xa0;: retirez ainsi chaque compte, quittez, supprimez le dossier %1 et retirez le programme (sudo apt remove isthmus).</translation>
    </message>
    <message>
        <source>On the servers nothing is removed by that.</source>
        <translation>Sur les serveurs, rien n’est retiré par là.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Printing</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::RequestBar</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>%1 asks to see when you are online.</source>
        <translation>%1 demande à voir quand vous êtes en ligne.</translation>
    </message>
    <message>
        <source>%1 (calls itself “%2”) asks to see when you are online.</source>
        <translation>%1 (se nomme «&#xa0;%2&#xa0;») demande à voir quand vous êtes en ligne.</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n autre attend.</numerusform>
            <numerusform>%n autres attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>Accepter la demande de %1</translation>
    </message>
    <message>
        <source>Decline the request of %1</source>
        <translation>Refuser la demande de %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::SourceDialog</name>
    <message>
        <source>Source of “%1”</source>
        <translation>Source de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>The first %1 of %2. Save the message as .eml to see all of it.</source>
        <translation>Les premiers %1 sur %2. Enregistrez le message en .eml pour le voir en entier.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::StatusLine</name>
    <message>
        <source>%1: %2</source>
        <comment>time: what happened</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>service state</comment>
        <translation>%1&#xa0;: %2</translation>
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
        <translation>Montrer la fenêtre</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Nouvel e-mail</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message numerus="yes">
        <source>Isthmus: %n unread messages</source>
        <translation>
            <numerusform>Isthmus&#xa0;: %n message non lu</numerusform>
            <numerusform>Isthmus&#xa0;: %n messages non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Isthmus: nothing unread</source>
        <translation>Isthmus&#xa0;: rien de non lu</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::TroubleBar</name>
    <message>
        <source>connection</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>New e-mails cannot be opened safely just now. They are kept, and Isthmus tries again by itself.</source>
        <translation>Les nouveaux e-mails ne peuvent pas être ouverts sans danger en ce moment. Ils sont conservés, et Isthmus réessaie de lui-même.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Do not send yet: back into the composer (Ctrl+Alt+Z)</source>
        <translation>Ne pas envoyer encore&#xa0;: retour à la rédaction (Ctrl+Alt+Z)</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Envoyer maintenant l’e-mail en attente</translation>
    </message>
    <message>
        <source>This e-mail waits before it leaves: %1</source>
        <translation>Cet e-mail attend avant de partir&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” leaves in %n seconds.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» part dans %n seconde.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» part dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Accessible</name>
    <message>
        <source>Misleading: leads to %1</source>
        <translation>Trompeur&#xa0;: mène à %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Mène à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n lien</numerusform>
            <numerusform>%n liens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Card</name>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message numerus="yes">
        <source>Quoted text, %n line(s)</source>
        <translation>
            <numerusform>Texte cité, %n ligne</numerusform>
            <numerusform>Texte cité, %n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>Encore %n ligne</numerusform>
            <numerusform>Encore %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De&#xa0;: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc&#xa0;: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Date&#xa0;: %1</translation>
    </message>
    <message>
        <source>This e-mail has no text.</source>
        <translation>Cet e-mail n’a pas de texte.</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqué</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from %1 are not loaded</source>
        <translation>
            <numerusform>%n image de %1 n’est pas chargée</numerusform>
            <numerusform>%n images de %1 ne sont pas chargées</numerusform>
        </translation>
    </message>
    <message>
        <source>Show whole message</source>
        <translation>Afficher tout le message</translation>
    </message>
    <message>
        <source>This message could not be shown safely</source>
        <translation>Ce message n’a pas pu être affiché sans risque</translation>
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
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Répondre par chat</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Répondre par e-mail</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Afficher ou replier tout le message</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Send as chat</source>
        <translation>Envoyer par chat</translation>
    </message>
    <message>
        <source>Send as e-mail</source>
        <translation>Envoyer par e-mail</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Enregistrer la pièce jointe…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Afficher la source</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Enregistrer en .eml…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Sender check failed</source>
        <translation>Échec de la vérification de l’expéditeur</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>cannot be shown safely</source>
        <translation>ne peut pas être affiché sans risque</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n pièce jointe</numerusform>
            <numerusform>%n pièces jointes</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc&#xa0;: %1</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Pièce jointe %1, %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Réponse à&#xa0;: %1</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>Où est ce message&#xa0;?</translation>
    </message>
    <message>
        <source>The layout of this e-mail could not be shown safely; this is its text.</source>
        <translation>La mise en page de cet e-mail n’a pas pu être affichée sans risque&#xa0;; voici son texte.</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Retirer d’ici…</translation>
    </message>
    <message>
        <source>Claims to be from you, but never left from here</source>
        <translation>Prétend venir de vous, mais n’est jamais parti d’ici</translation>
    </message>
    <message>
        <source>Claims to be %1: sender check failed</source>
        <translation>Prétend être %1&#xa0;: la vérification de l’expéditeur a échoué</translation>
    </message>
    <message>
        <source>Sender verified</source>
        <translation>Expéditeur vérifié</translation>
    </message>
    <message>
        <source>Sender not verified</source>
        <translation>Expéditeur non vérifié</translation>
    </message>
    <message>
        <source>Bears the name of one of your contacts, but this is not that contact&apos;s address</source>
        <translation>Porte le nom d’un de vos contacts, mais ce n’est pas son adresse</translation>
    </message>
    <message>
        <source>The sender&apos;s name was another address and is not shown</source>
        <translation>Le nom de l’expéditeur était une autre adresse et n’est pas affiché</translation>
    </message>
    <message>
        <source>The domain looks like a contact&apos;s, but is %1</source>
        <translation>Le domaine ressemble à celui d’un contact, mais c’est %1</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <comment>address (name)</comment>
        <translation>%1 («&#xa0;%2&#xa0;»)</translation>
    </message>
    <message>
        <source>Taken back by its sender.</source>
        <translation>Repris par son expéditeur.</translation>
    </message>
    <message>
        <source>Changed by its sender.</source>
        <translation>Modifié par son expéditeur.</translation>
    </message>
    <message>
        <source>Parts of this message have not arrived.</source>
        <translation>Des parties de ce message ne sont pas arrivées.</translation>
    </message>
    <message>
        <source>This text is not what its sender announced: it may have been changed on its way.</source>
        <translation>Ce texte n’est pas celui que l’expéditeur a annoncé&#xa0;: il a pu être modifié en route.</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>Réactions&#xa0;: %1</translation>
    </message>
    <message>
        <source>Offers you this file. Nothing of it has been received.</source>
        <translation>Vous propose ce fichier. Rien n’en a encore été reçu.</translation>
    </message>
    <message>
        <source>Is being received.</source>
        <translation>En cours de réception.</translation>
    </message>
    <message>
        <source>You did not take this file.</source>
        <translation>Vous n’avez pas pris ce fichier.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: it is too large.</source>
        <translation>Vous a proposé ce fichier. Il a été refusé&#xa0;: il est trop volumineux.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: files of this kind can do harm.</source>
        <translation>Vous a proposé ce fichier. Il a été refusé&#xa0;: les fichiers de ce type peuvent être nuisibles.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: the sender is not among your contacts.</source>
        <translation>Vous a proposé ce fichier. Il a été refusé&#xa0;: l’expéditeur n’est pas dans vos contacts.</translation>
    </message>
    <message>
        <source>Offered you this file. The offer has ended.</source>
        <translation>Vous a proposé ce fichier. L’offre a pris fin.</translation>
    </message>
    <message>
        <source>Receiving this file broke off. Nothing of it was kept.</source>
        <translation>La réception de ce fichier s’est interrompue. Rien n’en a été conservé.</translation>
    </message>
    <message>
        <source>This file was not what its sender announced. Nothing of it was kept.</source>
        <translation>Ce fichier n’était pas celui que son expéditeur avait annoncé. Rien n’en a été conservé.</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>a file</comment>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>receiving a file</comment>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Decline</source>
        <comment>a file</comment>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Répondre à tous</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Delivered twice: by chat and by e-mail.</source>
        <translation>Remis deux fois&#xa0;: par chat et par e-mail.</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Déplacer vers les archives</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Déplacer vers la corbeille</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>to move it there</comment>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>to move it to the trash</comment>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::ItemLayout</name>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>notice title: text</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::TimelineView</name>
    <message>
        <source>Save %1…</source>
        <translation>Enregistrer %1…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Messages avec %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>where a link leads</comment>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
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
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of the error: %1</source>
        <translation>Détails de l’erreur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultText</name>
    <message>
        <source>The chat server</source>
        <translation>Le serveur de chat</translation>
    </message>
    <message>
        <source>The incoming mail server</source>
        <translation>Le serveur de courrier entrant</translation>
    </message>
    <message>
        <source>The outgoing mail server</source>
        <translation>Le serveur de courrier sortant</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Le serveur</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation>L’opération a été arrêtée avant la fin.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>%1 could not be found under this name.</source>
        <translation>%1 est introuvable sous ce nom.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 est injoignable.</translation>
    </message>
    <message>
        <source>The connection was lost. %1 may or may not have got everything.</source>
        <translation>La connexion a été perdue. %1 n’a peut-être pas tout reçu.</translation>
    </message>
    <message>
        <source>%1 offers no encryption, so nothing was sent to it.</source>
        <translation>%1 ne propose aucun chiffrement&#xa0;: rien ne lui a donc été envoyé.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is expired, made for another name or from an unknown issuer. Nothing was sent to it.</source>
        <translation>%1 n’a pas pu prouver son identité&#xa0;: son certificat est expiré, établi pour un autre nom ou d’un émetteur inconnu. Rien ne lui a été envoyé.</translation>
    </message>
    <message>
        <source>%1 refused this address and password.</source>
        <translation>%1 a refusé cette adresse et ce mot de passe.</translation>
    </message>
    <message>
        <source>%1 offers no safe way to sign in that Isthmus knows.</source>
        <translation>%1 ne propose aucun moyen sûr de se connecter connu d’Isthmus.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense.</source>
        <translation>%1 a donné une réponse incompréhensible.</translation>
    </message>
    <message>
        <source>%1 said no.</source>
        <translation>%1 a refusé.</translation>
    </message>
    <message>
        <source>%1 cannot do this now.</source>
        <translation>%1 ne peut pas le faire maintenant.</translation>
    </message>
    <message>
        <source>%1 does not know what was asked for.</source>
        <translation>%1 ne connaît pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>%1 says that this exists already.</source>
        <translation>%1 indique que cela existe déjà.</translation>
    </message>
    <message>
        <source>This computer could not write to its disk.</source>
        <translation>Cet ordinateur n’a pas pu écrire sur son disque.</translation>
    </message>
    <message>
        <source>What was entered or received is not valid.</source>
        <translation>Ce qui a été saisi ou reçu n’est pas valide.</translation>
    </message>
    <message>
        <source>This is larger than allowed.</source>
        <translation>La taille autorisée est dépassée.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>Cela n’est pas pris en charge.</translation>
    </message>
    <message>
        <source>This message is too large to be shown safely.</source>
        <translation>Ce message est trop volumineux pour être affiché sans risque.</translation>
    </message>
    <message>
        <source>Reading this message took too much time or memory and was stopped.</source>
        <translation>La lecture de ce message prenait trop de temps ou de mémoire et a été arrêtée.</translation>
    </message>
    <message>
        <source>This message is damaged and cannot be read.</source>
        <translation>Ce message est endommagé et ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Isthmus is already running with this profile.</source>
        <translation>Isthmus est déjà ouvert avec ce profil.</translation>
    </message>
    <message>
        <source>The folder with your messages cannot be opened or written.</source>
        <translation>Le dossier contenant vos messages ne peut être ni ouvert ni modifié.</translation>
    </message>
    <message>
        <source>Your messages were stored by a newer version of Isthmus.</source>
        <translation>Vos messages ont été enregistrés par une version plus récente d’Isthmus.</translation>
    </message>
    <message>
        <source>The file with your messages is damaged.</source>
        <translation>Le fichier contenant vos messages est endommagé.</translation>
    </message>
    <message>
        <source>This address is taken already.</source>
        <translation>Cette adresse est déjà prise.</translation>
    </message>
    <message>
        <source>This server does not let programs create accounts.</source>
        <translation>Ce serveur ne permet pas aux programmes de créer des comptes.</translation>
    </message>
    <message>
        <source>The provider does not say where this service is.</source>
        <translation>Le fournisseur n’indique pas où se trouve ce service.</translation>
    </message>
    <message>
        <source>This address belongs to another contact.</source>
        <translation>Cette adresse appartient à un autre contact.</translation>
    </message>
    <message>
        <source>The other services go on, and what you write is kept.</source>
        <translation>Les autres services continuent, et ce que vous écrivez est conservé.</translation>
    </message>
    <message>
        <source>What was found for the other services is kept.</source>
        <translation>Ce qui a été trouvé pour les autres services est conservé.</translation>
    </message>
    <message>
        <source>No account was made; what you entered is kept.</source>
        <translation>Aucun compte n’a été créé&#xa0;; votre saisie est conservée.</translation>
    </message>
    <message>
        <source>Your message is kept.</source>
        <translation>Votre message est conservé.</translation>
    </message>
    <message>
        <source>The message itself is kept, byte for byte.</source>
        <translation>Le message lui-même est conservé, octet pour octet.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>You can look at its source.</source>
        <translation>Vous pouvez en consulter la source.</translation>
    </message>
    <message>
        <source>Use its window, or start with another profile.</source>
        <translation>Utilisez sa fenêtre, ou démarrez avec un autre profil.</translation>
    </message>
    <message>
        <source>Enter the server by hand, or leave this service out.</source>
        <translation>Saisissez le serveur à la main, ou passez-vous de ce service.</translation>
    </message>
    <message>
        <source>Check the address and enter the password again.</source>
        <translation>Vérifiez l’adresse et saisissez à nouveau le mot de passe.</translation>
    </message>
    <message>
        <source>Ask the provider; do not enter your password elsewhere.</source>
        <translation>Demandez au fournisseur&#xa0;; ne saisissez pas votre mot de passe ailleurs.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and of the server&apos;s name.</source>
        <translation>Vérifiez l’orthographe de l’adresse et du nom du serveur.</translation>
    </message>
    <message>
        <source>Check the network; Isthmus tries again by itself.</source>
        <translation>Vérifiez le réseau&#xa0;; Isthmus réessaie de lui-même.</translation>
    </message>
    <message>
        <source>Isthmus tries again by itself.</source>
        <translation>Isthmus réessaie de lui-même.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then try again.</source>
        <translation>Libérez de la place sur le disque ou vérifiez les droits du dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>Make it smaller or send it in parts.</source>
        <translation>Réduisez sa taille ou envoyez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Vous pouvez réessayer.</translation>
    </message>
    <message>
        <source>Send it the other way, or ask the provider.</source>
        <translation>Envoyez-le par l’autre canal, ou demandez au fournisseur.</translation>
    </message>
    <message>
        <source>Ask the provider.</source>
        <translation>Demandez au fournisseur.</translation>
    </message>
    <message>
        <source>Isthmus has no password for this account, so it has not signed in.</source>
        <translation>Isthmus n’a pas de mot de passe pour ce compte et ne s’est donc pas connecté.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Saisissez le mot de passe.</translation>
    </message>
    <message>
        <source>What arrives waits on the servers.</source>
        <translation>Ce qui arrive attend sur les serveurs.</translation>
    </message>
    <message>
        <source>Start that version.</source>
        <translation>Démarrez cette version.</translation>
    </message>
    <message>
        <source>Put a copy of it that you have in its place, or start with another profile.</source>
        <translation>Mettez à sa place une copie que vous en avez, ou démarrez avec un autre profil.</translation>
    </message>
    <message>
        <source>Make room on the disk; Isthmus tries again by itself.</source>
        <translation>Faites de la place sur le disque&#xa0;; Isthmus réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The account has been removed from Isthmus.</source>
        <translation>Le compte a été retiré d’Isthmus.</translation>
    </message>
    <message>
        <source>Try again to send it from another account.</source>
        <translation>Réessayez pour l’envoyer depuis un autre compte.</translation>
    </message>
    <message>
        <source>Add the account again.</source>
        <translation>Ajoutez de nouveau le compte.</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::LayoutBox</name>
    <message>
        <source>Mail: folders and threads</source>
        <translation>E-mail&#xa0;: dossiers et fils</translation>
    </message>
    <message>
        <source>Conversations: people</source>
        <translation>Conversations&#xa0;: personnes</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
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
        <translation>Envoyer un e-mail</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Person %1, %2</source>
        <translation>Personne %1, %2</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Personne %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Rétablir le son</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>%1, answer to: %2</source>
        <comment>words of a button, question</comment>
        <translation>%1, réponse à&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Words</name>
    <message>
        <source>presence unknown</source>
        <translation>présence inconnue</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>away for long</source>
        <translation>absent pour longtemps</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>ne pas déranger</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Courrier entrant</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Courrier sortant</translation>
    </message>
    <message>
        <source>encrypted from the start (TLS)</source>
        <translation>chiffré dès le début (TLS)</translation>
    </message>
    <message>
        <source>encrypted after STARTTLS</source>
        <translation>chiffré après STARTTLS</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>saisi à la main</translation>
    </message>
    <message>
        <source>found in DNS</source>
        <translation>trouvé dans le DNS</translation>
    </message>
    <message>
        <source>found in the provider&apos;s autoconfig</source>
        <translation>trouvé dans l’autoconfig du fournisseur</translation>
    </message>
    <message>
        <source>found in the provider&apos;s host-meta</source>
        <translation>trouvé dans le host-meta du fournisseur</translation>
    </message>
    <message>
        <source>guessed from the domain</source>
        <translation>deviné d’après le domaine</translation>
    </message>
    <message>
        <source>a mail named it</source>
        <translation>indiquée dans un e-mail</translation>
    </message>
    <message>
        <source>published by the contact</source>
        <translation>publiée par le contact</translation>
    </message>
    <message>
        <source>from the contact&apos;s vCard</source>
        <translation>de la vCard du contact</translation>
    </message>
    <message>
        <source>spelled like the chat address</source>
        <translation>identique à l’adresse de chat</translation>
    </message>
    <message>
        <source>from your contact list</source>
        <translation>de votre liste de contacts</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>confirmée par vous</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>saisie par vous</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Offline → mailbox</source>
        <translation>Hors ligne → boîte mail</translation>
    </message>
    <message>
        <source>Do not disturb → mailbox</source>
        <translation>Ne pas déranger → boîte mail</translation>
    </message>
    <message>
        <source>Offline or do not disturb → mailbox</source>
        <translation>Hors ligne ou ne pas déranger → boîte mail</translation>
    </message>
    <message>
        <source>Always e-mail</source>
        <translation>Toujours par e-mail</translation>
    </message>
    <message>
        <source>Always chat</source>
        <translation>Toujours par chat</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>connexion…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>waiting, will try again</source>
        <translation>en attente, nouvel essai prévu</translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n second(s)</source>
        <translation>
            <numerusform>en attente, nouvel essai dans %n seconde</numerusform>
            <numerusform>en attente, nouvel essai dans %n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n minute(s)</source>
        <translation>
            <numerusform>en attente, nouvel essai dans %n minute</numerusform>
            <numerusform>en attente, nouvel essai dans %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>chat failed → e-mail</source>
        <translation>échec du chat → e-mail</translation>
    </message>
    <message>
        <source>e-mail failed → chat</source>
        <translation>échec de l’e-mail → chat</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>en attente d’envoi</translation>
    </message>
    <message>
        <source>waiting for connection</source>
        <translation>en attente de connexion</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>envoi…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lu</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>route, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>put off by the server, will be tried again</source>
        <translation>remis à plus tard par le serveur, sera réessayé</translation>
    </message>
</context>
</TS>
