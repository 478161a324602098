<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n messages, to be read together</source>
        <translation>
            <numerusform>%n mensaje, para leer en conjunto</numerusform>
            <numerusform>%n mensajes, para leer en conjunto</numerusform>
        </translation>
    </message>
    <message>
        <source>one announcement, the text in a session in band</source>
        <translation>un aviso, el texto en una sesión «in-band»</translation>
    </message>
    <message>
        <source>the start of the text, the rest behind a link</source>
        <translation>el comienzo del texto, el resto tras un enlace</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>un mensaje</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>No se pierde nada.</translation>
    </message>
    <message>
        <source>Lost, or only in the original:</source>
        <translation>Se pierde, o queda solo en el original:</translation>
    </message>
    <message>
        <source>header fields: a room gets the text alone</source>
        <translation>las cabeceras: una sala recibe solo el texto</translation>
    </message>
    <message>
        <source>the signature: nobody has verified it</source>
        <translation>la firma: nadie la ha comprobado</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): listed by name, fetched on demand</source>
        <translation>
            <numerusform>%n archivo: figura por su nombre y se obtiene a petición</numerusform>
            <numerusform>%n archivos: figuran por su nombre y se obtienen a petición</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not passed on (%2)</source>
        <translation>%1 no se transmite (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) beyond the hundredth</source>
        <translation>
            <numerusform>%n destinatario a partir del centésimo</numerusform>
            <numerusform>%n destinatarios a partir del centésimo</numerusform>
        </translation>
    </message>
    <message>
        <source>the end of the subject: only with the original</source>
        <translation>el final del asunto: solo en el original</translation>
    </message>
    <message>
        <source>the end of the text: over the limit of 4 MiB</source>
        <translation>el final del texto: supera el límite de 4 MiB</translation>
    </message>
    <message>
        <source>the sender&apos;s display name: it was another address</source>
        <translation>el nombre visible del remitente: era otra dirección</translation>
    </message>
    <message>
        <source>a text: the mail has none that can be shown</source>
        <translation>un texto: el correo no tiene ninguno que pueda mostrarse</translation>
    </message>
    <message>
        <source>layout, fonts, pictures and other header fields: in the mail view only</source>
        <translation>diseño, tipos de letra, imágenes y otras cabeceras: solo en la vista del correo</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Enviado como</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Sender proven</source>
        <translation>Remitente probado</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Hilo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinatario</translation>
    </message>
    <message>
        <source>the text in other languages</source>
        <translation>el texto en otros idiomas</translation>
    </message>
    <message>
        <source>files that were not fetched: their links stay in the text</source>
        <translation>los archivos no obtenidos: sus enlaces quedan en el texto</translation>
    </message>
    <message>
        <source>the request for receipts, unless the mail server and the reader answer it</source>
        <translation>la petición de acuses, salvo que el servidor de correo y el lector respondan</translation>
    </message>
    <message>
        <source>the nickname</source>
        <translation>el apodo</translation>
    </message>
    <message>
        <source>the typing state</source>
        <translation>el estado de escritura</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>Entregado a</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde a</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>No se muestra</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>faltan partes</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::RemoveAccountDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Quitar cuenta</translation>
    </message>
    <message>
        <source>Remove %1 from Isthmus?</source>
        <translation>¿Quitar %1 de Isthmus?</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password leaves the keyring.</source>
        <translation>Se cierran sus conexiones y su contraseña sale del depósito de claves.</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password is forgotten.</source>
        <translation>Se cierran sus conexiones y se olvida su contraseña.</translation>
    </message>
    <message>
        <source>On the servers nothing changes: e-mails, chat archive and contacts stay there.</source>
        <translation>En los servidores no cambia nada: los correos, el archivo de chat y los contactos siguen allí.</translation>
    </message>
    <message>
        <source>Its messages on this computer:</source>
        <translation>Sus mensajes en este equipo:</translation>
    </message>
    <message>
        <source>Keep them for reading</source>
        <translation>Conservarlos para leerlos</translation>
    </message>
    <message>
        <source>They stay in their conversations and are found by search.</source>
        <translation>Siguen en sus conversaciones y la búsqueda los encuentra.</translation>
    </message>
    <message>
        <source>Remove them, too</source>
        <translation>Quitarlos también</translation>
    </message>
    <message>
        <source>With the people whom only this account knows. What is on the servers comes back if the account is added again.</source>
        <translation>Junto con las personas que solo conoce esta cuenta. Lo que está en los servidores vuelve si se añade de nuevo la cuenta.</translation>
    </message>
    <message>
        <source>Remove the messages of %1 from this computer?</source>
        <translation>¿Quitar de este equipo los mensajes de %1?</translation>
    </message>
    <message>
        <source>The account was removed before. On the servers nothing changes: what is there comes back if the account is added again. What was not sent is lost.</source>
        <translation>La cuenta ya se había quitado. En los servidores no cambia nada: lo que hay allí vuelve si se añade de nuevo la cuenta. Lo que no se envió se pierde.</translation>
    </message>
    <message>
        <source>Remove messages</source>
        <translation>Quitar mensajes</translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n mensaje de chat</numerusform>
            <numerusform>%n mensajes de chat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n correo</numerusform>
            <numerusform>%n correos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent yet, and lost with this choice: %1.</source>
        <translation>Sin enviar todavía, y se pierde con esta opción: %1.</translation>
    </message>
    <message>
        <source>Not sent yet: %1. They stay where you wrote them and can be sent from another account.</source>
        <translation>Sin enviar todavía: %1. Se queda donde lo escribió y puede enviarse desde otra cuenta.</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) that you have archived or deleted stay on the server where they are.</source>
        <translation>
            <numerusform>%n correo que usted archivó o borró sigue en el servidor donde está.</numerusform>
            <numerusform>%n correos que usted archivó o borró siguen en el servidor donde están.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceLine</name>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>%1: set by hand</source>
        <translation>%1: configurar a mano</translation>
    </message>
    <message>
        <source>%1 protocol</source>
        <translation>%1: protocolo</translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation>%1: servidor</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>%1 port</source>
        <translation>%1: puerto</translation>
    </message>
    <message>
        <source>%1 security</source>
        <translation>%1: seguridad</translation>
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
        <translation>Se buscará cuando la dirección esté completa.</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>No se ha encontrado.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>El puerto es un número del 1 al 65535.</translation>
    </message>
    <message>
        <source>This is no name of a server.</source>
        <translation>Esto no es un nombre de servidor.</translation>
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
        <translation>%1 en %2, puerto %3, %4, %5</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::SignInPage</name>
    <message>
        <source>Welcome to Isthmus</source>
        <translation>Isthmus le da la bienvenida</translation>
    </message>
    <message>
        <source>Sign in once, and have your chats and your e-mail with a person in one conversation.</source>
        <translation>Inicie sesión una vez y tenga sus chats y correos con una persona en una sola conversación.</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>inicio de sesión</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>usted@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>&amp;Connect chat at start</source>
        <translation>Conectar el c&amp;hat al iniciar</translation>
    </message>
    <message>
        <source>&amp;Fetch mail at start</source>
        <translation>&amp;Recibir el correo al iniciar</translation>
    </message>
    <message>
        <source>Create an &amp;account</source>
        <translation>Crear una c&amp;uenta</translation>
    </message>
    <message>
        <source>Makes this address at its provider, if the provider lets programs do that</source>
        <translation>Crea esta dirección en su proveedor, si este lo permite a los programas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Opens the window; what is not connected yet goes on trying</source>
        <translation>Abre la ventana; lo que aún no esté conectado lo sigue intentando</translation>
    </message>
    <message>
        <source>Your password is kept in the system keyring, nowhere else.</source>
        <translation>Su contraseña se guarda en el depósito de claves del sistema y en ningún otro sitio.</translation>
    </message>
    <message>
        <source>This system has no keyring: your password is kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Este sistema no tiene depósito de claves: su contraseña se mantiene en memoria y se olvida al cerrar Isthmus.</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like you@example.org.</source>
        <translation>Esta dirección no está completa. Una dirección es así: usted@example.org.</translation>
    </message>
    <message>
        <source>Enter the password too.</source>
        <translation>Introduzca también la contraseña.</translation>
    </message>
    <message>
        <source>No service was found for this address. Check its spelling, or enter the servers by hand.</source>
        <translation>No se ha encontrado ningún servicio para esta dirección. Compruebe cómo está escrita o introduzca los servidores a mano.</translation>
    </message>
    <message>
        <source>The password was refused. Enter it again; it was tried once.</source>
        <translation>La contraseña ha sido rechazada. Introdúzcala de nuevo; solo se ha probado una vez.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Añadir una cuenta</translation>
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
        <translation>Adjunto: %1</translation>
    </message>
    <message>
        <source>Do not attach %1</source>
        <translation>No adjuntar %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::Composer</name>
    <message>
        <source>sending</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>How this message goes (Ctrl+E changes it)</source>
        <translation>Cómo se envía este mensaje (Ctrl+E lo cambia)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Do not answer this message</source>
        <translation>No responder a este mensaje</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Adjuntar archivo</translation>
    </message>
    <message>
        <source>Attach file (Ctrl+Shift+A)</source>
        <translation>Adjuntar archivo (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Escriba un mensaje…</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>Escriba a %1…</translation>
    </message>
    <message>
        <source>“%1” is no list of e-mail addresses. Nothing was sent.</source>
        <translation>«%1» no es una lista de direcciones de correo. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>It will stand in the conversation with whom you write to.</source>
        <translation>Figurará en la conversación con su destinatario.</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Insertar emoji</translation>
    </message>
    <message>
        <source>Insert emoji (Ctrl+Alt+E)</source>
        <translation>Insertar emoji (Ctrl+Alt+E)</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::EmojiPicker</name>
    <message>
        <source>laughing face</source>
        <translation>cara riendo</translation>
    </message>
    <message>
        <source>tears of joy</source>
        <translation>lágrimas de alegría</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>sonrisa</translation>
    </message>
    <message>
        <source>wink</source>
        <translation>guiño</translation>
    </message>
    <message>
        <source>happy smile</source>
        <translation>sonrisa feliz</translation>
    </message>
    <message>
        <source>in love</source>
        <translation>con amor</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>beso</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>gafas de sol</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>pensativo</translation>
    </message>
    <message>
        <source>neutral face</source>
        <translation>cara neutra</translation>
    </message>
    <message>
        <source>rolling eyes</source>
        <translation>ojos en blanco</translation>
    </message>
    <message>
        <source>smirk</source>
        <translation>media sonrisa</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>dormido</translation>
    </message>
    <message>
        <source>sad, a tear</source>
        <translation>triste, una lágrima</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>llorando</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>enfadado</translation>
    </message>
    <message>
        <source>frightened</source>
        <translation>asustado</translation>
    </message>
    <message>
        <source>party face</source>
        <translation>cara de fiesta</translation>
    </message>
    <message>
        <source>hug</source>
        <translation>abrazo</translation>
    </message>
    <message>
        <source>shrug</source>
        <translation>encogerse de hombros</translation>
    </message>
    <message>
        <source>monkey that sees nothing</source>
        <translation>mono que no ve nada</translation>
    </message>
    <message>
        <source>thumbs up</source>
        <translation>pulgar hacia arriba</translation>
    </message>
    <message>
        <source>thumbs down</source>
        <translation>pulgar hacia abajo</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>de acuerdo</translation>
    </message>
    <message>
        <source>waving hand</source>
        <translation>mano que saluda</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>aplausos</translation>
    </message>
    <message>
        <source>folded hands</source>
        <translation>manos juntas</translation>
    </message>
    <message>
        <source>strong arm</source>
        <translation>brazo fuerte</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>apretón de manos</translation>
    </message>
    <message>
        <source>crossed fingers</source>
        <translation>dedos cruzados</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>ojos</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>idea</translation>
    </message>
    <message>
        <source>red heart</source>
        <translation>corazón rojo</translation>
    </message>
    <message>
        <source>broken heart</source>
        <translation>corazón roto</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>fuego</translation>
    </message>
    <message>
        <source>star</source>
        <translation>estrella</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>celebración</translation>
    </message>
    <message>
        <source>birthday cake</source>
        <translation>tarta de cumpleaños</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>rosa</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>sol</translation>
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
        <translation>cerveza</translation>
    </message>
    <message>
        <source>car</source>
        <translation>coche</translation>
    </message>
    <message>
        <source>train</source>
        <translation>tren</translation>
    </message>
    <message>
        <source>aeroplane</source>
        <translation>avión</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>Insertar emoji</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emoji</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MailFields</name>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>&amp;Cc</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>Cc&amp;o</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Asunto</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Cco</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Cc and Bcc</source>
        <translation>Cc y Cco</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MessageEdit</name>
    <message>
        <source>Message text</source>
        <translation>Texto del mensaje</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RecipientChips</name>
    <message>
        <source>Recipient: %1</source>
        <translation>Destinatario: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RouteText</name>
    <message>
        <source>Cannot be sent: no chat address of %1 is known. Add one in the details.</source>
        <translation>No se puede enviar: no se conoce ninguna dirección de chat de %1. Añada una en los detalles.</translation>
    </message>
    <message>
        <source>Cannot be sent: no confirmed mailbox of %1 is known. Confirm one in the details.</source>
        <translation>No se puede enviar: no se conoce ningún buzón confirmado de %1. Confirme uno en los detalles.</translation>
    </message>
    <message>
        <source>Cannot be sent: “Send via” of %1 asks for a channel without a known address.</source>
        <translation>No se puede enviar: «Enviar por» de %1 pide un canal sin dirección conocida.</translation>
    </message>
    <message>
        <source>Cannot be sent yet: there is no address to send to.</source>
        <translation>Aún no se puede enviar: falta una dirección.</translation>
    </message>
    <message>
        <source>Your choice for this message</source>
        <translation>Su elección para este mensaje</translation>
    </message>
    <message>
        <source>“Send via” of %1</source>
        <translation>«Enviar por» de %1</translation>
    </message>
    <message>
        <source>The only way to %1</source>
        <translation>La única vía hacia %1</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 está en línea</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 está sin conexión</translation>
    </message>
    <message>
        <source>%1 does not want to be disturbed</source>
        <translation>%1 no quiere recibir molestias</translation>
    </message>
    <message>
        <source>It is not known whether %1 is online</source>
        <translation>No se sabe si %1 está en línea</translation>
    </message>
    <message>
        <source>An e-mail</source>
        <translation>Un correo</translation>
    </message>
    <message>
        <source>goes as chat to %1</source>
        <translation>sale como chat a %1</translation>
    </message>
    <message>
        <source>goes as mail to %1</source>
        <translation>sale como correo a %1</translation>
    </message>
    <message>
        <source>goes as chat to %1 once chat is connected</source>
        <translation>saldrá como chat a %1 en cuanto el chat esté conectado</translation>
    </message>
    <message>
        <source>goes as mail to %1 once outgoing mail is connected</source>
        <translation>saldrá como correo a %1 en cuanto el correo saliente esté conectado</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>esta persona</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason: where it goes</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>encrypted in transit, readable by both chat servers</source>
        <translation>cifrado en tránsito, legible para ambos servidores de chat</translation>
    </message>
    <message>
        <source>readable by every mail server on the way</source>
        <translation>legible para cada servidor de correo del trayecto</translation>
    </message>
    <message>
        <source> · if that fails, as mail</source>
        <translation> · si falla, como correo</translation>
    </message>
    <message>
        <source> · if that fails, as chat</source>
        <translation> · si falla, como chat</translation>
    </message>
    <message>
        <source>Cannot be sent: no account is signed in. Add one in the menu Isthmus.</source>
        <translation>No se puede enviar: no hay ninguna cuenta iniciada. Añada una en el menú Isthmus.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressMapDialog</name>
    <message>
        <source>Address map</source>
        <translation>Mapa de direcciones</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>Todas las direcciones</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Exportar el mapa de direcciones</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Importar un mapa de direcciones</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation>Todavía no hay direcciones</translation>
    </message>
    <message>
        <source>Those of contacts, and of whoever writes to you, appear here.</source>
        <translation>Aquí aparecen las de sus contactos y las de quienes le escriben.</translation>
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
        <translation>correo</translation>
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
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Confirm %1 %2</source>
        <comment>kind, address</comment>
        <translation>Confirmar %1 %2</translation>
    </message>
    <message>
        <source>Split off %1 %2</source>
        <comment>kind, address</comment>
        <translation>Separar %1 %2</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::ContactCard</name>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Nombre del contacto</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Close details (Escape)</source>
        <translation>Cerrar los detalles (Esc)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat with this contact</source>
        <translation>Chatear con este contacto</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>Enviar correo</translation>
    </message>
    <message>
        <source>Send e-mail to this contact</source>
        <translation>Enviar un correo a este contacto</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Kind of the new address</source>
        <translation>Tipo de la nueva dirección</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Nueva dirección</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Otra dirección</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add this address</source>
        <translation>Añadir esta dirección</translation>
    </message>
    <message>
        <source>Send via</source>
        <translation>Enviar por</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>solo correo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is no complete address. Nothing was changed.</source>
        <translation>Esta dirección no está completa. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Join with another person…</source>
        <translation>Unir con otra persona…</translation>
    </message>
    <message>
        <source>Wishes to be reached by e-mail only.</source>
        <translation>Desea que se le escriba solo por correo.</translation>
    </message>
    <message>
        <source>Wishes to be reached by chat only.</source>
        <translation>Desea que se le escriba solo por chat.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline or not to be disturbed.</source>
        <translation>Desea correo mientras esté fuera de línea u ocupado.</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline.</source>
        <translation>Desea correo mientras esté fuera de línea.</translation>
    </message>
    <message>
        <source>Wishes e-mail while not to be disturbed.</source>
        <translation>Desea correo mientras esté ocupado.</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::NewContactDialog</name>
    <message>
        <source>new contact</source>
        <translation>nuevo contacto</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Añadir contacto</translation>
    </message>
    <message>
        <source>Address of the new contact</source>
        <translation>Dirección del nuevo contacto</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Nombre del nuevo contacto</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>Tipo de dirección</translation>
    </message>
    <message>
        <source>Chat address</source>
        <translation>Dirección de chat</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Buzón</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like bob@example.org.</source>
        <translation>Esta dirección no está completa. Una dirección es así: bob@example.org.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::ConversationPane</name>
    <message>
        <source>Search people</source>
        <translation>Buscar personas</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Añadir contacto</translation>
    </message>
    <message>
        <source>Add contact (Ctrl+Shift+N)</source>
        <translation>Añadir contacto (Ctrl+Mayús+N)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>No leídos</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Nadie coincide</translation>
    </message>
    <message>
        <source>Escape in the search field, and the filter All, show everybody again.</source>
        <translation>Escape en el campo de búsqueda y el filtro «Todo» muestran de nuevo a todos.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Todavía no hay nadie</translation>
    </message>
    <message>
        <source>Contacts and mails appear by themselves once an account is connected.</source>
        <translation>Los contactos y los correos aparecen solos en cuanto se conecta una cuenta.</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Buscar en los mensajes</translation>
    </message>
    <message>
        <source>Look for these words in all messages (Ctrl+Shift+F)</source>
        <translation>Buscar estas palabras en todos los mensajes (Ctrl+Mayús+F)</translation>
    </message>
    <message>
        <source>Add a contact, or write an e-mail: who answers is here, too.</source>
        <translation>Añada un contacto o escriba un correo: quien responda también aparecerá aquí.</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n no leído</numerusform>
            <numerusform>%n no leídos</numerusform>
        </translation>
    </message>
    <message>
        <source>last message failed</source>
        <translation>falló el último mensaje</translation>
    </message>
    <message>
        <source>no messages yet</source>
        <translation>aún no hay mensajes</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Yo: %1</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Borrador: %1</translation>
    </message>
    <message>
        <source>a message that cannot be shown safely</source>
        <translation>un mensaje que no puede mostrarse con seguridad</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Sospechoso</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
</context>
<context>
    <name>isthmus::convert::Program</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 no se puede leer: %2</translation>
    </message>
    <message>
        <source>standard input and output are not there</source>
        <translation>la entrada y la salida estándar no están disponibles</translation>
    </message>
    <message>
        <source>Converts between e-mail and instant messages as Isthmus does, to see what becomes of a message.
Without an option it reads JSON Lines {id, direction, input, context} on standard input and writes
{id, result} for each. It opens no network and keeps nothing.</source>
        <translation>Convierte entre correo y mensajes instantáneos como lo hace Isthmus, para ver en qué se convierte un mensaje.
Sin opciones lee líneas JSON {id, direction, input, context} de la entrada estándar y escribe
{id, result} para cada una. No usa la red ni guarda nada.</translation>
    </message>
    <message>
        <source>Show what becomes of one e-mail.</source>
        <translation>Muestra en qué se convierte un correo.</translation>
    </message>
    <message>
        <source>FILE.eml</source>
        <translation>ARCHIVO.eml</translation>
    </message>
    <message>
        <source>Show what becomes of one message stanza.</source>
        <translation>Muestra en qué se convierte una «stanza» de mensaje.</translation>
    </message>
    <message>
        <source>FILE.xml</source>
        <translation>ARCHIVO.xml</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>argumento inesperado: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::desktop::CommandLine</name>
    <message>
        <source>Keep everything in DIR instead of the user&apos;s data folder. Two programs cannot use one profile at the same time.</source>
        <translation>Guardar todo en DIR en lugar de la carpeta de datos del usuario. Dos programas no pueden usar un mismo perfil a la vez.</translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) instead of the system&apos;s, for private networks.</source>
        <translation>Confiar en los certificados de FILE (PEM) en lugar de los del sistema, para redes privadas.</translation>
    </message>
    <message>
        <source>Ask this DNS server instead of the system&apos;s.</source>
        <translation>Consultar este servidor DNS en lugar del que usa el sistema.</translation>
    </message>
    <message>
        <source>Sign in with ADDRESS and the password on the first line of standard input, if the profile has no account yet.</source>
        <translation>Iniciar sesión con ADDRESS y la contraseña de la primera línea de la entrada estándar, si el perfil aún no tiene cuenta.</translation>
    </message>
    <message>
        <source>system, light, dark or contrast.</source>
        <translation>system, light, dark o contrast.</translation>
    </message>
    <message>
        <source>Size of everything in per cent, 100 to 300.</source>
        <translation>Tamaño de todo en tanto por ciento, de 100 a 300.</translation>
    </message>
    <message>
        <source>isthmus: %1
Try isthmus --help.
</source>
        <translation>isthmus: %1
Pruebe isthmus --help.
</translation>
    </message>
    <message>
        <source>the file of --ca-file cannot be read</source>
        <translation>no se puede leer el archivo de --ca-file</translation>
    </message>
    <message>
        <source>--dns wants an IP address and a port, such as 127.0.0.1:5353</source>
        <translation>--dns espera una dirección IP y un puerto, por ejemplo 127.0.0.1:5353</translation>
    </message>
    <message>
        <source>--theme wants system, light, dark or contrast</source>
        <translation>--theme espera system, light, dark o contrast</translation>
    </message>
    <message>
        <source>--scale wants a number from 100 to 300</source>
        <translation>--scale espera un número del 100 al 300</translation>
    </message>
    <message>
        <source>--sign-in wants an address such as alice@example.org</source>
        <translation>--sign-in espera una dirección como alice@example.org</translation>
    </message>
    <message>
        <source>only links that begin with mailto: or xmpp: can be opened</source>
        <translation>solo los enlaces que empiezan por mailto: o xmpp: se pueden abrir</translation>
    </message>
    <message>
        <source>Mail and chat with a person as one conversation.</source>
        <translation>Correo y chat con una persona en una sola conversación.</translation>
    </message>
    <message>
        <source>mailto: or xmpp: links to open.</source>
        <translation>Enlaces mailto: o xmpp: que abrir.</translation>
    </message>
    <message>
        <source>Speak this language instead of the desktop&apos;s: %1, or a translator&apos;s .qm file.</source>
        <translation>Hablar este idioma en lugar del idioma del escritorio: %1, o un archivo .qm de traductor.</translation>
    </message>
    <message>
        <source>--language wants one of %1, or a .qm file</source>
        <translation>--language espera uno de %1, o un archivo .qm</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::MailboxPane</name>
    <message>
        <source>Folders and accounts</source>
        <translation>Carpetas y cuentas</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Nothing fetched yet</source>
        <translation>Todavía no se ha recibido nada</translation>
    </message>
    <message>
        <source>E-mails of this folder appear here when the account is connected.</source>
        <translation>Los correos de esta carpeta aparecen aquí cuando la cuenta está conectada.</translation>
    </message>
    <message>
        <source>No e-mails here</source>
        <translation>No hay correos aquí</translation>
    </message>
    <message>
        <source>What comes into this folder appears by itself.</source>
        <translation>Lo que llegue a esta carpeta aparece solo.</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::Row</name>
    <message>
        <source>All e-mails</source>
        <translation>Todos los correos</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n no leído</numerusform>
            <numerusform>%n no leídos</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Sospechoso</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sin asunto)</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails</source>
        <translation>
            <numerusform>%n correo</numerusform>
            <numerusform>%n correos</numerusform>
        </translation>
    </message>
    <message>
        <source>with files</source>
        <translation>con archivos</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>an account&apos;s address</comment>
        <translation>%1 (quitada)</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchDelegate</name>
    <message>
        <source>You: %1</source>
        <translation>Yo: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchModel</name>
    <message>
        <source>from you</source>
        <translation>de usted</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchPane</name>
    <message>
        <source>Show in conversation</source>
        <translation>Mostrar en la conversación</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Words or their beginnings</source>
        <translation>Palabras o sus comienzos</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Close search (Escape)</source>
        <translation>Cerrar la búsqueda (Escape)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Only chats</source>
        <translation>Solo chats</translation>
    </message>
    <message>
        <source>Only e-mails</source>
        <translation>Solo correos</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Mensajes encontrados</translation>
    </message>
    <message>
        <source>Type words to search the chats and e-mails of everybody, and the names of files.</source>
        <translation>Escriba palabras para buscar en los chats y correos de todos y en los nombres de archivos.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>The messages on this computer could not be searched. Nothing was changed; try again.</source>
        <translation>No se pudo buscar en los mensajes de este equipo. No se cambió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>Ningún mensaje coincide.</translation>
    </message>
    <message numerus="yes">
        <source>Newest first. All %n messages on this computer were searched.</source>
        <translation>
            <numerusform>Los más nuevos primero. Se buscó en el único mensaje de este equipo (%n).</numerusform>
            <numerusform>Los más nuevos primero. Se buscó en los %n mensajes de este equipo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first. %1 of %2 messages on this computer were searched; the rest is still being read, or could not be.</source>
        <translation>Los más nuevos primero. Se buscó en %1 de %2 mensajes de este equipo; los demás aún se están leyendo o no se pudieron leer.</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::ChoicesGroup</name>
    <message>
        <source>Reports and ways</source>
        <translation>Avisos y vías</translation>
    </message>
    <message>
        <source>Tell senders that I have &amp;read their e-mail</source>
        <translation>Avisar a los remitentes de que he &amp;leído su correo</translation>
    </message>
    <message>
        <source>Tell the recipient of an e-mail by &amp;chat</source>
        <translation>Avisar por &amp;chat al destinatario de un correo</translation>
    </message>
    <message>
        <source>Ask whether my e-mails were delivered and read</source>
        <translation>Preguntar si mis correos se entregaron y leyeron</translation>
    </message>
    <message>
        <source>Join chat lines that go as e-mail while they wait</source>
        <translation>Unir las líneas de chat que van por correo mientras esperan</translation>
    </message>
    <message>
        <source>While I do not want to be disturbed, put chat messages into my mailbox, too</source>
        <translation>Mientras no quiera que me molesten, dejar también los mensajes de chat en mi buzón</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I am offline</source>
        <translation>Decir a los contactos: por correo mientras no esté en línea</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I do not want to be disturbed</source>
        <translation>Decir a los contactos: por correo mientras no quiera que me molesten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Tell contacts how to reach me</source>
        <translation>Decir a los contactos cómo localizarme</translation>
    </message>
    <message>
        <source>By chat or e-mail</source>
        <translation>Por chat o correo</translation>
    </message>
    <message>
        <source>By e-mail only</source>
        <translation>Solo por correo</translation>
    </message>
    <message>
        <source>By chat only</source>
        <translation>Solo por chat</translation>
    </message>
    <message>
        <source>Tell contacts how to reach &amp;me</source>
        <translation>Decir a los contactos cómo localizar&amp;me</translation>
    </message>
    <message>
        <source>Account for new messages</source>
        <translation>Cuenta para mensajes nuevos</translation>
    </message>
    <message>
        <source>&amp;Account for new messages</source>
        <translation>C&amp;uenta para mensajes nuevos</translation>
    </message>
    <message>
        <source>%1 is my provider&apos;s server and may say whether a sender was checked</source>
        <translation>%1 es el servidor de mi proveedor y puede decir si se comprobó un remitente</translation>
    </message>
    <message>
        <source>Chat messages with a subject</source>
        <translation>Mensajes de chat con asunto</translation>
    </message>
    <message>
        <source>Messages that say themselves that they are e-mail are shown as such in any case</source>
        <translation>Los mensajes que dicen ser correo se muestran como tal en cualquier caso</translation>
    </message>
    <message>
        <source>Are e-mail</source>
        <translation>Son correo</translation>
    </message>
    <message>
        <source>Are e-mail if written as single messages</source>
        <translation>Son correo si se escribieron como mensajes sueltos</translation>
    </message>
    <message>
        <source>Are chat lines with a title</source>
        <translation>Son líneas de chat con título</translation>
    </message>
    <message>
        <source>Chat messages with a &amp;subject</source>
        <translation>Mensajes de chat con a&amp;sunto</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Passwords are kept in the system keyring, nowhere else.</source>
        <translation>Las contraseñas se guardan en el depósito de claves del sistema y en ningún otro sitio.</translation>
    </message>
    <message>
        <source>This system has no keyring: passwords are kept in memory and forgotten when Isthmus is closed.</source>
        <translation>Este sistema no tiene depósito de claves: las contraseñas se mantienen en memoria y se olvidan al cerrar Isthmus.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Connect chat at start</source>
        <translation>Conectar el chat al iniciar</translation>
    </message>
    <message>
        <source>Connect chat of %1 at start</source>
        <translation>Conectar el chat de %1 al iniciar</translation>
    </message>
    <message>
        <source>Fetch mail at start</source>
        <translation>Recibir el correo al iniciar</translation>
    </message>
    <message>
        <source>Fetch mail of %1 at start</source>
        <translation>Recibir el correo de %1 al iniciar</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>Change the stored password of %1</source>
        <translation>Cambiar la contraseña guardada de %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Tell of new messages</source>
        <translation>Avisar de los mensajes nuevos</translation>
    </message>
    <message>
        <source>Be quiet every day between these times</source>
        <translation>No avisar cada día entre estas horas</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Cuando la ventana está cerrada</translation>
    </message>
    <message>
        <source>Show an icon with the count of unread messages</source>
        <translation>Mostrar un icono con el número de mensajes no leídos</translation>
    </message>
    <message>
        <source>Stay connected in that icon when the window is closed</source>
        <translation>Seguir conectado en ese icono al cerrar la ventana</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Long messages</source>
        <translation>Mensajes largos</translation>
    </message>
    <message>
        <source>How chat messages travel that are too long for a few parts</source>
        <translation>Cómo viajan los mensajes de chat demasiado largos para unas pocas partes</translation>
    </message>
    <message>
        <source>With a link to the whole text</source>
        <translation>Con un enlace al texto completo</translation>
    </message>
    <message>
        <source>In parts</source>
        <translation>En partes</translation>
    </message>
    <message>
        <source>Directly to the other program, if it can</source>
        <translation>Directamente al otro programa, si puede</translation>
    </message>
    <message>
        <source>&amp;Long messages</source>
        <translation>Mensajes &amp;largos</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>What a notification tells</source>
        <translation>Qué dice una notificación</translation>
    </message>
    <message>
        <source>Notifications may be read on a locked screen</source>
        <translation>Las notificaciones pueden leerse en una pantalla bloqueada</translation>
    </message>
    <message>
        <source>Who wrote, and the first words</source>
        <translation>Quién escribió y las primeras palabras</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Quién escribió</translation>
    </message>
    <message>
        <source>Only how many there are</source>
        <translation>Solo cuántos hay</translation>
    </message>
    <message>
        <source>Longest text in one message</source>
        <translation>Texto más largo en un mensaje</translation>
    </message>
    <message>
        <source>A letter of the Latin alphabet takes one byte, a Chinese sign three</source>
        <translation>Una letra latina ocupa un byte, un carácter chino tres</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> bytes</translation>
    </message>
    <message>
        <source>Longest &amp;text in one message</source>
        <translation>&amp;Texto más largo en un mensaje</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Quitar cuenta…</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>Quitar la cuenta %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::CommandPalette</name>
    <message>
        <source>No command has such words.</source>
        <translation>Ninguna orden tiene esas palabras.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>Orden que se busca</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>Comienzos de palabras</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Órdenes encontradas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>no disponible ahora</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::ConversationView</name>
    <message>
        <source>Send e-mail</source>
        <translation>Enviar correo</translation>
    </message>
    <message>
        <source>Send e-mail (Ctrl+Shift+M)</source>
        <translation>Enviar correo (Ctrl+Mayús+M)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>Detalles (Ctrl+I)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Find in this conversation; Enter goes up, Shift+Enter down</source>
        <translation>Buscar aquí: Intro va hacia arriba, Mayús+Intro hacia abajo</translation>
    </message>
    <message>
        <source>Found, %1</source>
        <translation>Encontrado, %1</translation>
    </message>
    <message>
        <source>No more matches</source>
        <translation>No hay más resultados</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Nothing was said yet. What you write below is the beginning.</source>
        <translation>Aún no se ha dicho nada. Lo que escriba abajo será el comienzo.</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>solo correo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Respuesta a: %1</translation>
    </message>
    <message>
        <source>Save e-mail</source>
        <translation>Guardar correo</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Guardar adjunto</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>Adjuntar archivo</translation>
    </message>
    <message>
        <source>Misleading link</source>
        <translation>Enlace engañoso</translation>
    </message>
    <message>
        <source>The text of this link names another address. It leads to: %1</source>
        <translation>El texto de este enlace indica otra dirección. Lleva a: %1</translation>
    </message>
    <message>
        <source>Open it only if you know that address.</source>
        <translation>Ábralo solo si conoce esa dirección.</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abrir de todos modos</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Sospechoso</translation>
    </message>
    <message>
        <source>Searching older messages…</source>
        <translation>Buscando en mensajes más antiguos…</translation>
    </message>
    <message>
        <source>This message is no longer here.</source>
        <translation>Este mensaje ya no está aquí.</translation>
    </message>
    <message>
        <source>Remove an e-mail</source>
        <translation>Quitar un correo</translation>
    </message>
    <message>
        <source>“%1” is taken out of Isthmus.</source>
        <translation>«%1» se quita de Isthmus.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sin asunto)</translation>
    </message>
    <message>
        <source>It stays on the server.</source>
        <translation>Permanece en el servidor.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Impreso.</translation>
    </message>
    <message>
        <source>This could not be printed: the file or printer cannot be written to.</source>
        <translation>No se pudo imprimir: no se puede escribir en el archivo o la impresora.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Another file is being received. You can accept this one when that is done.</source>
        <translation>Se está recibiendo otro archivo. Podrá aceptar este cuando termine.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this file.</source>
        <translation>No hay espacio suficiente en el disco para este archivo.</translation>
    </message>
    <message>
        <source>This file can be accepted when the connection is back.</source>
        <translation>Podrá aceptar este archivo cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>---------- Forwarded e-mail ----------</source>
        <translation>---------- Correo reenviado ----------</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Fecha: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Asunto: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Not attached: %1</source>
        <translation>No adjuntado: %1</translation>
    </message>
    <message>
        <source>This mailbox is fetched by POP3, which has no folders. “Remove from here” takes the e-mail out of Isthmus.</source>
        <translation>Este buzón se lee por POP3, que no tiene carpetas. «Quitar de aquí» saca el correo de Isthmus.</translation>
    </message>
    <message>
        <source>This e-mail does not lie in the inbox or another folder of the server that it could be moved from.</source>
        <translation>Este correo no está en la bandeja de entrada ni en otra carpeta del servidor desde la que pudiera moverse.</translation>
    </message>
    <message>
        <source>This e-mail is being sent or moved already.</source>
        <translation>Este correo ya se está enviando o moviendo.</translation>
    </message>
    <message>
        <source>The account of this e-mail has been removed from Isthmus. On the server it stays where it is.</source>
        <translation>La cuenta de este correo se ha quitado de Isthmus. En el servidor se queda donde está.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::DraftKeeper</name>
    <message>
        <source>No longer attached, because it is gone from its place: %1</source>
        <translation>Ya no está adjunto, porque no está en su sitio: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::HistoryLine</name>
    <message>
        <source>Older messages that are here</source>
        <translation>Mensajes anteriores que ya están aquí</translation>
    </message>
    <message>
        <source>older chat messages</source>
        <translation>mensajes de chat anteriores</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>e-mails and chat messages</comment>
        <translation>%1 y %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older e-mail(s)</source>
        <translation>
            <numerusform>%Ln correo anterior</numerusform>
            <numerusform>%Ln correos anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older chat message(s)</source>
        <translation>
            <numerusform>%Ln mensaje de chat anterior</numerusform>
            <numerusform>%Ln mensajes de chat anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Left on the server for now: %1</source>
        <translation>Se deja por ahora en el servidor: %1</translation>
    </message>
    <message>
        <source>Still being fetched: %1</source>
        <translation>Falta por recibir: %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause fetching older messages</source>
        <translation>Pausar la recepción de los mensajes anteriores</translation>
    </message>
    <message>
        <source>Go on fetching older messages</source>
        <translation>Seguir recibiendo los mensajes anteriores</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyDialog</name>
    <message>
        <source>Where is this message?</source>
        <translation>¿Dónde está este mensaje?</translation>
    </message>
    <message>
        <source>Its &amp;way</source>
        <translation>Su &amp;camino</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Su camino</translation>
    </message>
    <message>
        <source>For the &amp;logs</source>
        <translation>Para los re&amp;gistros</translation>
    </message>
    <message>
        <source>For the logs</source>
        <translation>Para los registros</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyText</name>
    <message>
        <source>It has arrived and every byte of it is kept on this computer, but it cannot be shown safely.</source>
        <translation>Ha llegado y cada byte se conserva en este equipo, pero no se puede mostrar con seguridad.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have read it.</source>
        <translation>Ha llegado y se conserva en este equipo. Lo ha leído.</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have not read it yet.</source>
        <translation>Ha llegado y se conserva en este equipo. Aún no lo ha leído.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as chat is connected.</source>
        <translation>Sigue en este equipo y saldrá en cuanto el chat esté conectado.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as outgoing mail is connected.</source>
        <translation>Sigue en este equipo y saldrá en cuanto el correo saliente esté conectado.</translation>
    </message>
    <message>
        <source>It is still on this computer. The last attempt did not succeed; the next one is at %1.</source>
        <translation>Sigue en este equipo. El último intento no tuvo éxito; el próximo será el %1.</translation>
    </message>
    <message>
        <source>If none succeeds until %1, it counts as failed.</source>
        <translation>Si ninguno tiene éxito hasta el %1, se dará por fallido.</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves after what was written before it.</source>
        <translation>Sigue en este equipo y saldrá después de lo escrito antes.</translation>
    </message>
    <message>
        <source>It is still on this computer and can be called back until %1.</source>
        <translation>Sigue en este equipo y se puede retirar hasta las %1.</translation>
    </message>
    <message>
        <source>It is on its way to your chat server, which has not confirmed it yet.</source>
        <translation>Va camino de su servidor de chat, que aún no lo ha confirmado.</translation>
    </message>
    <message>
        <source>It is on its way to your mail server, which has not confirmed it yet.</source>
        <translation>Va camino de su servidor de correo, que aún no lo ha confirmado.</translation>
    </message>
    <message>
        <source>Your mail server has taken it, but not for every recipient.</source>
        <translation>Su servidor de correo lo ha aceptado, pero no para todos los destinatarios.</translation>
    </message>
    <message>
        <source>Your chat server has it. No device of %1 has confirmed it yet.</source>
        <translation>Su servidor de chat lo tiene. Ningún dispositivo de %1 lo ha confirmado aún.</translation>
    </message>
    <message>
        <source>Your mail server has taken it. Nobody has confirmed its arrival, and many mailboxes never do.</source>
        <translation>Su servidor de correo lo ha aceptado. Nadie ha confirmado su llegada, y muchos buzones nunca lo hacen.</translation>
    </message>
    <message>
        <source>It has arrived: a device of %1 has confirmed it.</source>
        <translation>Ha llegado: un dispositivo de %1 lo ha confirmado.</translation>
    </message>
    <message>
        <source>It has arrived: the recipient&apos;s mail server has confirmed it.</source>
        <translation>Ha llegado: el servidor de correo del destinatario lo ha confirmado.</translation>
    </message>
    <message>
        <source>It has arrived and was shown to %1.</source>
        <translation>Ha llegado y se mostró a %1.</translation>
    </message>
    <message>
        <source>It did not arrive and is kept on this computer. %1</source>
        <translation>No ha llegado y se conserva en este equipo. %1</translation>
    </message>
    <message>
        <source>It was sent from another program; only its copy is known here.</source>
        <translation>Se envió desde otro programa; aquí solo se conoce su copia.</translation>
    </message>
    <message>
        <source>written down on this computer, to go as chat</source>
        <translation>anotado en este equipo, para salir como chat</translation>
    </message>
    <message>
        <source>written down on this computer, to go as e-mail</source>
        <translation>anotado en este equipo, para salir como correo</translation>
    </message>
    <message>
        <source>handed to the chat connection</source>
        <translation>entregado a la conexión de chat</translation>
    </message>
    <message>
        <source>handed to the mail connection</source>
        <translation>entregado a la conexión de correo</translation>
    </message>
    <message>
        <source>the chat server confirmed that it has it</source>
        <translation>el servidor de chat confirmó que lo tiene</translation>
    </message>
    <message>
        <source>the mail server took it</source>
        <translation>el servidor de correo lo aceptó</translation>
    </message>
    <message>
        <source>the chat server&apos;s copy of it came back</source>
        <translation>volvió la copia del servidor de chat</translation>
    </message>
    <message>
        <source>its copy was found among the sent mail</source>
        <translation>su copia se encontró entre los correos enviados</translation>
    </message>
    <message>
        <source>not decided, will be tried again</source>
        <translation>sin decidir, se intentará de nuevo</translation>
    </message>
    <message>
        <source>the program ended in the middle, will be tried again</source>
        <translation>el programa terminó a la mitad, se intentará de nuevo</translation>
    </message>
    <message>
        <source>refused on the way by chat</source>
        <translation>rechazado en camino por chat</translation>
    </message>
    <message>
        <source>refused on the way by e-mail</source>
        <translation>rechazado en camino por correo</translation>
    </message>
    <message>
        <source>refused for some recipients</source>
        <translation>rechazado para algunos destinatarios</translation>
    </message>
    <message>
        <source>you asked to send it</source>
        <translation>usted pidió enviarlo</translation>
    </message>
    <message>
        <source>turned to chat</source>
        <translation>pasado a chat</translation>
    </message>
    <message>
        <source>turned to e-mail</source>
        <translation>pasado a correo</translation>
    </message>
    <message>
        <source>a copy was filed among the sent mail</source>
        <translation>se archivó una copia entre los correos enviados</translation>
    </message>
    <message>
        <source>a device confirmed its arrival</source>
        <translation>un dispositivo confirmó su llegada</translation>
    </message>
    <message>
        <source>its arrival was reported</source>
        <translation>se informó de su llegada</translation>
    </message>
    <message>
        <source>it was shown to the recipient</source>
        <translation>se mostró al destinatario</translation>
    </message>
    <message>
        <source>it came in and was stored on this computer</source>
        <translation>llegó y se guardó en este equipo</translation>
    </message>
    <message>
        <source>you read it</source>
        <translation>usted lo leyó</translation>
    </message>
    <message>
        <source>%1, it reached your mailbox (by the server&apos;s clock)</source>
        <translation>%1, llegó a su buzón (según el reloj del servidor)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, what happened</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>what happened, in the server&apos;s words</comment>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>Its way was not recorded: it is older than this record.</source>
        <translation>Su camino no se registró: es anterior a este registro.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Stanza id</source>
        <translation>Id. de stanza</translation>
    </message>
    <message>
        <source>Archive id</source>
        <translation>Id. de archivo</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Envelope id</source>
        <translation>Id. de sobre</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Hilo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>%1, UID %2 of %3</source>
        <comment>folder, number, numbering</comment>
        <translation>%1, UID %2 de %3</translation>
    </message>
    <message>
        <source>Attempts without success</source>
        <translation>Intentos sin éxito</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último error</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Palabras del servidor</translation>
    </message>
    <message>
        <source>you read it in another program</source>
        <translation>usted lo leyó en otro programa</translation>
    </message>
    <message>
        <source>chat had delivered it after all: it has arrived twice</source>
        <translation>el chat sí lo había entregado: ha llegado dos veces</translation>
    </message>
    <message>
        <source>e-mail had delivered it after all: it has arrived twice</source>
        <translation>el correo sí lo había entregado: ha llegado dos veces</translation>
    </message>
    <message>
        <source>its account was removed from Isthmus</source>
        <translation>su cuenta se quitó de Isthmus</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>From message to message, from person to person</source>
        <translation>De mensaje en mensaje, de persona en persona</translation>
    </message>
    <message>
        <source>Open what is chosen; send a chat message</source>
        <translation>Abrir lo elegido; enviar un mensaje de chat</translation>
    </message>
    <message>
        <source>What can be done with what is chosen</source>
        <translation>Lo que se puede hacer con lo elegido</translation>
    </message>
    <message>
        <source>Leave, close, go back</source>
        <translation>Salir, cerrar, volver</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Las teclas y lo que hacen</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MainWindow</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>Split off an address</source>
        <translation>Separar una dirección</translation>
    </message>
    <message>
        <source>%1 becomes a person of its own, with its messages.</source>
        <translation>%1 pasa a ser una persona aparte, con sus mensajes.</translation>
    </message>
    <message>
        <source>Nothing is lost; joining the two again brings them back together.</source>
        <translation>No se pierde nada; al unirlas de nuevo vuelven a estar juntas.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>La misma persona</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Add %1 to your contacts and chat?</source>
        <translation>¿Añadir %1 a sus contactos y chatear?</translation>
    </message>
    <message>
        <source>Add and chat</source>
        <translation>Añadir y chatear</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>About Isthmus</source>
        <translation>Acerca de Isthmus</translation>
    </message>
    <message>
        <source>&amp;Isthmus</source>
        <translation>&amp;Isthmus</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Correo nuevo</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>Añadir contacto…</translation>
    </message>
    <message>
        <source>Check mail</source>
        <translation>Comprobar el correo</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Conectarse</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Desconectarse</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Añadir cuenta…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Jump to a person</source>
        <translation>Ir a una persona</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>Enviar correo</translation>
    </message>
    <message>
        <source>Switch between chat and e-mail</source>
        <translation>Cambiar entre chat y correo</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>Adjuntar archivo…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Mensaje</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Responder por chat</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Responder por correo</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Mostrar o plegar el mensaje entero</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Send on the other channel</source>
        <translation>Enviar por el otro canal</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Guardar adjunto…</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Mostrar el código fuente</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Guardar como .eml…</translation>
    </message>
    <message>
        <source>Isthmus %1

Your mail and your chats with a person, in one conversation, converted on your own computer: nothing moved, nothing hidden, nobody in between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Isthmus %1

Sus correos y chats con una persona, en una sola conversación, convertidos en su propio equipo: nada se mueve, nada se oculta, nadie de por medio.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
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
        <translation>Correo nuevo – Isthmus</translation>
    </message>
    <message>
        <source>C&amp;onversation</source>
        <translation>Co&amp;nversación</translation>
    </message>
    <message>
        <source>Who is this contact too? Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>¿Quién más es este contacto? Ambos pasan a ser una persona, con una sola conversación. No se cambia ningún mensaje; separar una dirección lo deshace.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (address)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>There is nobody else yet to join with.</source>
        <translation>Todavía no hay nadie más con quien unir.</translation>
    </message>
    <message>
        <source>An unfinished e-mail is open: “%1”</source>
        <translation>Hay un correo sin terminar abierto: «%1»</translation>
    </message>
    <message>
        <source>Discard it and begin the new one</source>
        <translation>Descartarlo y empezar el nuevo</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>¿Dónde está este mensaje?</translation>
    </message>
    <message>
        <source>An unfinished e-mail is kept: “%1”. Ctrl+N opens it.</source>
        <translation>Se conserva un correo sin terminar: «%1». Ctrl+N lo abre.</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>No hay ninguna conversación abierta</translation>
    </message>
    <message>
        <source>Choose a person in the list, or write an e-mail to somebody new.</source>
        <translation>Elija una persona de la lista o escriba un correo a alguien nuevo.</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>Exportar el mapa de direcciones</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>Importar un mapa de direcciones</translation>
    </message>
    <message>
        <source>Address maps (*.csv *.json)</source>
        <translation>Mapas de direcciones (*.csv *.json)</translation>
    </message>
    <message>
        <source>This file is no address map. Nothing was changed.</source>
        <translation>Este archivo no es un mapa de direcciones. No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n new address(es).</source>
        <translation>
            <numerusform>%n dirección nueva.</numerusform>
            <numerusform>%n direcciones nuevas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to somebody else here and stayed there.</source>
        <translation>
            <numerusform>%n pertenece aquí a otra persona y se quedó allí.</numerusform>
            <numerusform>%n pertenecen aquí a otra persona y se quedaron allí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>No se pudo leer %n línea.</numerusform>
            <numerusform>No se pudieron leer %n líneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Block %1 on all addresses?</source>
        <translation>¿Bloquear a %1 en todas sus direcciones?</translation>
    </message>
    <message>
        <source>Nothing of what comes is shown or told any more. What was written stays; searching for the name finds the person again, to be unblocked.</source>
        <translation>Lo que llegue ya no se muestra ni se anuncia. Lo escrito permanece; buscando el nombre se encuentra de nuevo a la persona para desbloquearla.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Todas las órdenes…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Teclas…</translation>
    </message>
    <message>
        <source>Address map…</source>
        <translation>Mapa de direcciones…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Deshacer el envío</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Enviar ahora el correo en espera</translation>
    </message>
    <message>
        <source>Print conversation…</source>
        <translation>Imprimir conversación…</translation>
    </message>
    <message>
        <source>Print message…</source>
        <translation>Imprimir mensaje…</translation>
    </message>
    <message>
        <source>Save message as PDF…</source>
        <translation>Guardar mensaje como PDF…</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Quitar de aquí…</translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mails or messages</source>
        <translation>
            <numerusform>%n correo o mensaje nuevo</numerusform>
            <numerusform>%n correos o mensajes nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation>Responder por correo</translation>
    </message>
    <message>
        <source>Reply by chat</source>
        <translation>Responder por chat</translation>
    </message>
    <message>
        <source>“%1” has left for %2. Say so by chat, too?</source>
        <translation>«%1» ha salido para %2. ¿Decirlo también por chat?</translation>
    </message>
    <message>
        <source>Tell %1 by chat</source>
        <translation>Decírselo a %1 por chat</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>My state</source>
        <translation>Mi estado</translation>
    </message>
    <message>
        <source>“%1” from %2 asks for a notice to %3, which is not its sender, that you have read it. Send it?</source>
        <translation>«%1» de %2 pide avisar a %3, que no es su remitente, de que lo ha leído. ¿Enviarlo?</translation>
    </message>
    <message>
        <source>Send this notice</source>
        <translation>Enviar este aviso</translation>
    </message>
    <message>
        <source>%1 asks to be told when you have read an e-mail. Tell %1 from now on?</source>
        <translation>%1 pide que se le avise cuando haya leído un correo. ¿Avisar a %1 de ahora en adelante?</translation>
    </message>
    <message>
        <source>Tell %1</source>
        <translation>Avisar a %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Incoming mail says that %1 checks its senders. Is that your mail provider&apos;s server, whose word about senders may be shown?</source>
        <translation>El correo recibido dice que %1 comprueba a sus remitentes. ¿Es el servidor de su proveedor, cuyo juicio sobre los remitentes puede mostrarse?</translation>
    </message>
    <message>
        <source>Yes, it is my provider&apos;s</source>
        <translation>Sí, es de mi proveedor</translation>
    </message>
    <message>
        <source>Search – Isthmus</source>
        <translation>Búsqueda – Isthmus</translation>
    </message>
    <message>
        <source>Accept file</source>
        <translation>Aceptar el archivo</translation>
    </message>
    <message>
        <source>Decline file</source>
        <translation>Rechazar el archivo</translation>
    </message>
    <message>
        <source>A new one can begin in its place. What is written here would be lost.</source>
        <translation>Puede empezar uno nuevo en su lugar. Lo escrito aquí se perdería.</translation>
    </message>
    <message>
        <source>No unread e-mails in this folder.</source>
        <translation>No hay correos sin leer en esta carpeta.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>No e-mail is open</source>
        <translation>No hay ningún correo abierto</translation>
    </message>
    <message>
        <source>Choose one in the list, or write to somebody new.</source>
        <translation>Elija uno en la lista, o escriba a alguien nuevo.</translation>
    </message>
    <message>
        <source>Next unread e-mail</source>
        <translation>Siguiente correo sin leer</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Responder a todos</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Reenviar</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>%1 is an address of %2. Are %2 and %3 the same person?</source>
        <translation>%1 es una dirección de %2. ¿Son %2 y %3 la misma persona?</translation>
    </message>
    <message>
        <source>Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>Las dos pasan a ser una, con una sola conversación. Ningún mensaje cambia; separar una dirección lo deshace.</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>Sí, unirlas</translation>
    </message>
    <message>
        <source>Undo moving an e-mail</source>
        <translation>Deshacer el traslado de un correo</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Mover al archivo</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the trash. It is where it was.</source>
        <translation>Su servidor de correo no movió «%1» a la papelera. Sigue donde estaba.</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the archive. It is where it was.</source>
        <translation>Su servidor de correo no movió «%1» al archivo. Sigue donde estaba.</translation>
    </message>
    <message>
        <source>The e-mail is back where it was.</source>
        <translation>El correo vuelve a estar donde estaba.</translation>
    </message>
    <message>
        <source>It is too late to undo that.</source>
        <translation>Ya no se puede deshacer.</translation>
    </message>
    <message>
        <source>%1 (%2) tells contacts to write to %3, which you know as %4. Are they the same person?</source>
        <translation>%1 (%2) pide a sus contactos que escriban a %3, que usted conoce como %4. ¿Son la misma persona?</translation>
    </message>
    <message>
        <source>The profile of %1 (%2) names the address %3, which you know as %4. Are they the same person?</source>
        <translation>El perfil de %1 (%2) menciona la dirección %3, que usted conoce como %4. ¿Son la misma persona?</translation>
    </message>
    <message>
        <source>Fetch older messages</source>
        <translation>Recibir los mensajes anteriores</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Insert emoji…</source>
        <translation>Insertar emoji…</translation>
    </message>
    <message>
        <source>The password of %1:</source>
        <translation>La contraseña de %1:</translation>
    </message>
    <message>
        <source>%1 (removed, messages kept)</source>
        <translation>%1 (quitada, mensajes conservados)</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Quitar cuenta</translation>
    </message>
    <message>
        <source>Which account is to be removed?</source>
        <translation>¿Qué cuenta desea quitar?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>%1 and its messages have been removed from this computer.</source>
        <translation>%1 y sus mensajes se han quitado de este equipo.</translation>
    </message>
    <message>
        <source>%1 has been removed. Its messages are kept for reading.</source>
        <translation>%1 se ha quitado. Sus mensajes se conservan para leerlos.</translation>
    </message>
    <message>
        <source>The keyring has not given up the password; Isthmus asks it again at the next start.</source>
        <translation>El depósito de claves no ha soltado la contraseña; Isthmus lo intentará de nuevo en el próximo inicio.</translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation>Dónde está todo…</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>Quitar cuenta…</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MoveBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>Deshacer el traslado</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sin asunto)</translation>
    </message>
    <message>
        <source>“%1” goes to the trash of your mailbox.</source>
        <translation>«%1» va a la papelera de su buzón.</translation>
    </message>
    <message>
        <source>“%1” goes to the archive of your mailbox.</source>
        <translation>«%1» va al archivo de su buzón.</translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>%n más también.</numerusform>
            <numerusform>%n más también.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::OwnStateButton</name>
    <message>
        <source>My state: %1, %2</source>
        <comment>state, own address</comment>
        <translation>Mi estado: %1, %2</translation>
    </message>
    <message>
        <source>What your contacts see of you</source>
        <translation>Lo que sus contactos ven de usted</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::PlacesDialog</name>
    <message>
        <source>Where things are</source>
        <translation>Dónde está todo</translation>
    </message>
    <message>
        <source>Where things are, and how to remove them</source>
        <translation>Dónde está todo y cómo quitarlo</translation>
    </message>
    <message>
        <source>Messages, e-mails, files, contacts, drafts and settings</source>
        <translation>Mensajes, correos, archivos, contactos, borradores y ajustes</translation>
    </message>
    <message>
        <source>Size and place of the window, colours, notifications</source>
        <translation>Tamaño y lugar de la ventana, colores, notificaciones</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>in memory, until Isthmus is closed</source>
        <translation>en memoria, hasta que se cierre Isthmus</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: none now</source>
        <translation>en el depósito de claves del sistema, bajo «isthmus»: ahora ninguna</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: %1</source>
        <translation>en el depósito de claves del sistema, bajo «isthmus»: %1</translation>
    </message>
    <message>
        <source>The way in for a second start, while Isthmus runs</source>
        <translation>La entrada para un segundo inicio, mientras Isthmus funciona</translation>
    </message>
    <message>
        <source>Folders last used in file dialogs, together with other programs made with Qt</source>
        <translation>Carpetas usadas por última vez en los diálogos de archivos, junto con otros programas hechos con Qt</translation>
    </message>
    <message>
        <source>Nothing of Isthmus starts by itself, and it keeps nothing elsewhere.</source>
        <translation>Nada de Isthmus se inicia por sí solo, y no guarda nada en otro sitio.</translation>
    </message>
    <message>
        <source>To remove one account: Isthmus &gt; Remove account… takes its password out of the keyring and, if you wish, its messages from this computer.</source>
        <translation>Para quitar una cuenta: Isthmus &gt; Quitar cuenta… saca su contraseña del depósito de claves y, si lo desea, sus mensajes de este equipo.</translation>
    </message>
    <message>
        <source>To remove everything: remove each account so, quit, delete the folder %1, and remove the program (sudo apt remove isthmus).</source>
        <translation>Para quitarlo todo: quite así cada cuenta, salga, borre la carpeta %1 y quite el programa (sudo apt remove isthmus).</translation>
    </message>
    <message>
        <source>On the servers nothing is removed by that.</source>
        <translation>En los servidores no se quita nada con ello.</translation>
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
        <translation>Para</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::RequestBar</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>%1 asks to see when you are online.</source>
        <translation>%1 pide ver cuándo está usted en línea.</translation>
    </message>
    <message>
        <source>%1 (calls itself “%2”) asks to see when you are online.</source>
        <translation>%1 (dice llamarse «%2») pide ver cuándo está usted en línea.</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n más espera.</numerusform>
            <numerusform>%n más esperan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>Aceptar la solicitud de %1</translation>
    </message>
    <message>
        <source>Decline the request of %1</source>
        <translation>Rechazar la solicitud de %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::SourceDialog</name>
    <message>
        <source>Source of “%1”</source>
        <translation>Código fuente de «%1»</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Código fuente</translation>
    </message>
    <message>
        <source>The first %1 of %2. Save the message as .eml to see all of it.</source>
        <translation>Los primeros %1 de %2. Guarde el mensaje como .eml para verlo entero.</translation>
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
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>Correo nuevo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>Isthmus: %n unread messages</source>
        <translation>
            <numerusform>Isthmus: %n mensaje no leído</numerusform>
            <numerusform>Isthmus: %n mensajes no leídos</numerusform>
        </translation>
    </message>
    <message>
        <source>Isthmus: nothing unread</source>
        <translation>Isthmus: nada sin leer</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::TroubleBar</name>
    <message>
        <source>connection</source>
        <translation>conexión</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Introducir la contraseña…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>New e-mails cannot be opened safely just now. They are kept, and Isthmus tries again by itself.</source>
        <translation>Los correos nuevos no se pueden abrir con seguridad en este momento. Se conservan, e Isthmus lo intenta de nuevo por sí solo.</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Deshacer el envío</translation>
    </message>
    <message>
        <source>Do not send yet: back into the composer (Ctrl+Alt+Z)</source>
        <translation>No enviar aún: de vuelta a la redacción (Ctrl+Alt+Z)</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>Enviar ahora el correo en espera</translation>
    </message>
    <message>
        <source>This e-mail waits before it leaves: %1</source>
        <translation>Este correo espera antes de salir: %1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” leaves in %n seconds.</source>
        <translation>
            <numerusform>«%1» sale dentro de %n segundo.</numerusform>
            <numerusform>«%1» sale dentro de %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Accessible</name>
    <message>
        <source>Misleading: leads to %1</source>
        <translation>Engañoso: lleva a %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>Lleva a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n enlace</numerusform>
            <numerusform>%n enlaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Card</name>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message numerus="yes">
        <source>Quoted text, %n line(s)</source>
        <translation>
            <numerusform>Texto citado, %n línea</numerusform>
            <numerusform>Texto citado, %n líneas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n línea más</numerusform>
            <numerusform>%n líneas más</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(sin asunto)</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Fecha: %1</translation>
    </message>
    <message>
        <source>This e-mail has no text.</source>
        <translation>Este correo no tiene texto.</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from %1 are not loaded</source>
        <translation>
            <numerusform>%n imagen de %1 no se ha cargado</numerusform>
            <numerusform>%n imágenes de %1 no se han cargado</numerusform>
        </translation>
    </message>
    <message>
        <source>Show whole message</source>
        <translation>Mostrar el mensaje completo</translation>
    </message>
    <message>
        <source>This message could not be shown safely</source>
        <translation>Este mensaje no se pudo mostrar de forma segura</translation>
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
        <translation>Responder</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>Responder por chat</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>Responder por correo</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>Mostrar o plegar el mensaje entero</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Send as chat</source>
        <translation>Enviar como chat</translation>
    </message>
    <message>
        <source>Send as e-mail</source>
        <translation>Enviar como correo</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>Guardar adjunto…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Mostrar el código fuente</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>Guardar como .eml…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Sender check failed</source>
        <translation>Falló la comprobación del remitente</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>cannot be shown safely</source>
        <translation>no se puede mostrar de forma segura</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n adjunto</numerusform>
            <numerusform>%n adjuntos</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>no leído</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Adjunto %1, %2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>Respuesta a: %1</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>¿Dónde está este mensaje?</translation>
    </message>
    <message>
        <source>The layout of this e-mail could not be shown safely; this is its text.</source>
        <translation>El diseño de este correo no se pudo mostrar de forma segura; este es su texto.</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>Quitar de aquí…</translation>
    </message>
    <message>
        <source>Claims to be from you, but never left from here</source>
        <translation>Dice ser de usted, pero nunca salió de aquí</translation>
    </message>
    <message>
        <source>Claims to be %1: sender check failed</source>
        <translation>Dice ser %1: la comprobación del remitente falló</translation>
    </message>
    <message>
        <source>Sender verified</source>
        <translation>Remitente comprobado</translation>
    </message>
    <message>
        <source>Sender not verified</source>
        <translation>Remitente sin comprobar</translation>
    </message>
    <message>
        <source>Bears the name of one of your contacts, but this is not that contact&apos;s address</source>
        <translation>Lleva el nombre de uno de sus contactos, pero esta no es su dirección</translation>
    </message>
    <message>
        <source>The sender&apos;s name was another address and is not shown</source>
        <translation>El nombre del remitente era otra dirección y no se muestra</translation>
    </message>
    <message>
        <source>The domain looks like a contact&apos;s, but is %1</source>
        <translation>El dominio parece el de un contacto, pero es %1</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <comment>address (name)</comment>
        <translation>%1 («%2»)</translation>
    </message>
    <message>
        <source>Taken back by its sender.</source>
        <translation>Retirado por quien lo envió.</translation>
    </message>
    <message>
        <source>Changed by its sender.</source>
        <translation>Cambiado por quien lo envió.</translation>
    </message>
    <message>
        <source>Parts of this message have not arrived.</source>
        <translation>Partes de este mensaje no han llegado.</translation>
    </message>
    <message>
        <source>This text is not what its sender announced: it may have been changed on its way.</source>
        <translation>Este texto no es el que anunció quien lo envió: puede haber sido cambiado en el camino.</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>Reacciones: %1</translation>
    </message>
    <message>
        <source>Offers you this file. Nothing of it has been received.</source>
        <translation>Le ofrece este archivo. Aún no se ha recibido nada de él.</translation>
    </message>
    <message>
        <source>Is being received.</source>
        <translation>Se está recibiendo.</translation>
    </message>
    <message>
        <source>You did not take this file.</source>
        <translation>No ha aceptado este archivo.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: it is too large.</source>
        <translation>Le ofreció este archivo. Se rechazó: es demasiado grande.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: files of this kind can do harm.</source>
        <translation>Le ofreció este archivo. Se rechazó: los archivos de este tipo pueden causar daños.</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: the sender is not among your contacts.</source>
        <translation>Le ofreció este archivo. Se rechazó: el remitente no está entre sus contactos.</translation>
    </message>
    <message>
        <source>Offered you this file. The offer has ended.</source>
        <translation>Le ofreció este archivo. La oferta ha terminado.</translation>
    </message>
    <message>
        <source>Receiving this file broke off. Nothing of it was kept.</source>
        <translation>La recepción de este archivo se interrumpió. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>This file was not what its sender announced. Nothing of it was kept.</source>
        <translation>Este archivo no era el que anunció su remitente. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>a file</comment>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>receiving a file</comment>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Decline</source>
        <comment>a file</comment>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Responder a todos</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Reenviar</translation>
    </message>
    <message>
        <source>Delivered twice: by chat and by e-mail.</source>
        <translation>Entregado dos veces: por chat y por correo.</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Mover al archivo</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>to move it there</comment>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>to move it to the trash</comment>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::ItemLayout</name>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
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
        <translation>Guardar %1…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Mensajes con %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>where a link leads</comment>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Enlaces</translation>
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
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of the error: %1</source>
        <translation>Detalles del error: %1</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultText</name>
    <message>
        <source>The chat server</source>
        <translation>El servidor de chat</translation>
    </message>
    <message>
        <source>The incoming mail server</source>
        <translation>El servidor de correo entrante</translation>
    </message>
    <message>
        <source>The outgoing mail server</source>
        <translation>El servidor de correo saliente</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>El servidor</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation>Se ha detenido antes de terminar.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no ha respondido a tiempo.</translation>
    </message>
    <message>
        <source>%1 could not be found under this name.</source>
        <translation>%1 no se ha encontrado con ese nombre.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 no está accesible.</translation>
    </message>
    <message>
        <source>The connection was lost. %1 may or may not have got everything.</source>
        <translation>Se ha perdido la conexión. %1 quizá no lo haya recibido todo.</translation>
    </message>
    <message>
        <source>%1 offers no encryption, so nothing was sent to it.</source>
        <translation>%1 no ofrece cifrado, así que no se le ha enviado nada.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is expired, made for another name or from an unknown issuer. Nothing was sent to it.</source>
        <translation>%1 no ha podido demostrar su identidad: su certificado ha caducado, es para otro nombre o procede de un emisor desconocido. No se le ha enviado nada.</translation>
    </message>
    <message>
        <source>%1 refused this address and password.</source>
        <translation>%1 ha rechazado esta dirección y contraseña.</translation>
    </message>
    <message>
        <source>%1 offers no safe way to sign in that Isthmus knows.</source>
        <translation>%1 no ofrece ninguna forma segura de iniciar sesión que Isthmus conozca.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense.</source>
        <translation>%1 ha dado una respuesta sin sentido.</translation>
    </message>
    <message>
        <source>%1 said no.</source>
        <translation>%1 se ha negado.</translation>
    </message>
    <message>
        <source>%1 cannot do this now.</source>
        <translation>%1 no puede hacerlo ahora.</translation>
    </message>
    <message>
        <source>%1 does not know what was asked for.</source>
        <translation>%1 no conoce lo solicitado.</translation>
    </message>
    <message>
        <source>%1 says that this exists already.</source>
        <translation>%1 indica que esto ya existe.</translation>
    </message>
    <message>
        <source>This computer could not write to its disk.</source>
        <translation>Este equipo no ha podido escribir en el disco.</translation>
    </message>
    <message>
        <source>What was entered or received is not valid.</source>
        <translation>Lo introducido o recibido no es válido.</translation>
    </message>
    <message>
        <source>This is larger than allowed.</source>
        <translation>Supera el tamaño permitido.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>Esto no se admite.</translation>
    </message>
    <message>
        <source>This message is too large to be shown safely.</source>
        <translation>Este mensaje es demasiado grande para mostrarse de forma segura.</translation>
    </message>
    <message>
        <source>Reading this message took too much time or memory and was stopped.</source>
        <translation>La lectura de este mensaje requería demasiado tiempo o memoria y se ha detenido.</translation>
    </message>
    <message>
        <source>This message is damaged and cannot be read.</source>
        <translation>Este mensaje está dañado y no se puede leer.</translation>
    </message>
    <message>
        <source>Isthmus is already running with this profile.</source>
        <translation>Isthmus ya está abierto con este perfil.</translation>
    </message>
    <message>
        <source>The folder with your messages cannot be opened or written.</source>
        <translation>La carpeta con sus mensajes no se puede abrir o no admite escritura.</translation>
    </message>
    <message>
        <source>Your messages were stored by a newer version of Isthmus.</source>
        <translation>Sus mensajes fueron guardados por una versión más reciente de Isthmus.</translation>
    </message>
    <message>
        <source>The file with your messages is damaged.</source>
        <translation>El archivo con sus mensajes está dañado.</translation>
    </message>
    <message>
        <source>This address is taken already.</source>
        <translation>Esta dirección ya está ocupada.</translation>
    </message>
    <message>
        <source>This server does not let programs create accounts.</source>
        <translation>Este servidor no permite que los programas creen cuentas.</translation>
    </message>
    <message>
        <source>The provider does not say where this service is.</source>
        <translation>El proveedor no indica dónde está este servicio.</translation>
    </message>
    <message>
        <source>This address belongs to another contact.</source>
        <translation>Esta dirección pertenece a otro contacto.</translation>
    </message>
    <message>
        <source>The other services go on, and what you write is kept.</source>
        <translation>Los demás servicios continúan y lo que escriba se conserva.</translation>
    </message>
    <message>
        <source>What was found for the other services is kept.</source>
        <translation>Lo encontrado para los demás servicios se conserva.</translation>
    </message>
    <message>
        <source>No account was made; what you entered is kept.</source>
        <translation>No se ha creado ninguna cuenta; lo que ha introducido se conserva.</translation>
    </message>
    <message>
        <source>Your message is kept.</source>
        <translation>Su mensaje se conserva.</translation>
    </message>
    <message>
        <source>The message itself is kept, byte for byte.</source>
        <translation>El mensaje en sí se conserva, byte por byte.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>You can look at its source.</source>
        <translation>Puede ver su código fuente.</translation>
    </message>
    <message>
        <source>Use its window, or start with another profile.</source>
        <translation>Use su ventana o inicie con otro perfil.</translation>
    </message>
    <message>
        <source>Enter the server by hand, or leave this service out.</source>
        <translation>Introduzca el servidor a mano o prescinda de este servicio.</translation>
    </message>
    <message>
        <source>Check the address and enter the password again.</source>
        <translation>Compruebe la dirección e introduzca de nuevo la contraseña.</translation>
    </message>
    <message>
        <source>Ask the provider; do not enter your password elsewhere.</source>
        <translation>Consulte al proveedor; no introduzca su contraseña en otro sitio.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and of the server&apos;s name.</source>
        <translation>Compruebe cómo están escritos la dirección y el nombre del servidor.</translation>
    </message>
    <message>
        <source>Check the network; Isthmus tries again by itself.</source>
        <translation>Compruebe la red; Isthmus lo vuelve a intentar por sí solo.</translation>
    </message>
    <message>
        <source>Isthmus tries again by itself.</source>
        <translation>Isthmus lo vuelve a intentar por sí solo.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then try again.</source>
        <translation>Libere espacio en el disco o compruebe los permisos de la carpeta y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Compruebe cómo está escrito.</translation>
    </message>
    <message>
        <source>Make it smaller or send it in parts.</source>
        <translation>Redúzcalo o envíelo por partes.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otra.</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Puede intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Send it the other way, or ask the provider.</source>
        <translation>Envíelo por el otro canal o consulte al proveedor.</translation>
    </message>
    <message>
        <source>Ask the provider.</source>
        <translation>Consulte al proveedor.</translation>
    </message>
    <message>
        <source>Isthmus has no password for this account, so it has not signed in.</source>
        <translation>Isthmus no tiene contraseña para esta cuenta, por lo que no ha iniciado sesión.</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>Introduzca la contraseña.</translation>
    </message>
    <message>
        <source>What arrives waits on the servers.</source>
        <translation>Lo que llega espera en los servidores.</translation>
    </message>
    <message>
        <source>Start that version.</source>
        <translation>Inicie esa versión.</translation>
    </message>
    <message>
        <source>Put a copy of it that you have in its place, or start with another profile.</source>
        <translation>Ponga en su lugar una copia que tenga, o inicie con otro perfil.</translation>
    </message>
    <message>
        <source>Make room on the disk; Isthmus tries again by itself.</source>
        <translation>Libere espacio en el disco; Isthmus lo intenta de nuevo por sí mismo.</translation>
    </message>
    <message>
        <source>The account has been removed from Isthmus.</source>
        <translation>La cuenta se ha quitado de Isthmus.</translation>
    </message>
    <message>
        <source>Try again to send it from another account.</source>
        <translation>Reinténtelo para enviarlo desde otra cuenta.</translation>
    </message>
    <message>
        <source>Add the account again.</source>
        <translation>Añada de nuevo la cuenta.</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::LayoutBox</name>
    <message>
        <source>Mail: folders and threads</source>
        <translation>Correo: carpetas e hilos</translation>
    </message>
    <message>
        <source>Conversations: people</source>
        <translation>Conversaciones: personas</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
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
        <translation>Enviar correo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Person %1, %2</source>
        <translation>Persona %1, %2</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Persona %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Dejar de silenciar</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquear…</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>%1, answer to: %2</source>
        <comment>words of a button, question</comment>
        <translation>%1, respuesta a: %2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Words</name>
    <message>
        <source>presence unknown</source>
        <translation>presencia desconocida</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en línea</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>away for long</source>
        <translation>ausente por mucho tiempo</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>no molestar</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Correo entrante</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Correo saliente</translation>
    </message>
    <message>
        <source>encrypted from the start (TLS)</source>
        <translation>cifrado desde el inicio (TLS)</translation>
    </message>
    <message>
        <source>encrypted after STARTTLS</source>
        <translation>cifrado tras STARTTLS</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>introducido a mano</translation>
    </message>
    <message>
        <source>found in DNS</source>
        <translation>encontrado en el DNS</translation>
    </message>
    <message>
        <source>found in the provider&apos;s autoconfig</source>
        <translation>encontrado en la autoconfig del proveedor</translation>
    </message>
    <message>
        <source>found in the provider&apos;s host-meta</source>
        <translation>encontrado en el host-meta del proveedor</translation>
    </message>
    <message>
        <source>guessed from the domain</source>
        <translation>deducido del dominio</translation>
    </message>
    <message>
        <source>a mail named it</source>
        <translation>mencionada en un correo</translation>
    </message>
    <message>
        <source>published by the contact</source>
        <translation>publicada por el contacto</translation>
    </message>
    <message>
        <source>from the contact&apos;s vCard</source>
        <translation>de la vCard del contacto</translation>
    </message>
    <message>
        <source>spelled like the chat address</source>
        <translation>igual que la dirección de chat</translation>
    </message>
    <message>
        <source>from your contact list</source>
        <translation>de su lista de contactos</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>confirmada por usted</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>introducida por usted</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Offline → mailbox</source>
        <translation>Sin conexión → buzón</translation>
    </message>
    <message>
        <source>Do not disturb → mailbox</source>
        <translation>No molestar → buzón</translation>
    </message>
    <message>
        <source>Offline or do not disturb → mailbox</source>
        <translation>Sin conexión o no molestar → buzón</translation>
    </message>
    <message>
        <source>Always e-mail</source>
        <translation>Siempre correo</translation>
    </message>
    <message>
        <source>Always chat</source>
        <translation>Siempre chat</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>con error</translation>
    </message>
    <message>
        <source>waiting, will try again</source>
        <translation>en espera, se reintentará</translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n second(s)</source>
        <translation>
            <numerusform>en espera, próximo intento en %n segundo</numerusform>
            <numerusform>en espera, próximo intento en %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n minute(s)</source>
        <translation>
            <numerusform>en espera, próximo intento en %n minuto</numerusform>
            <numerusform>en espera, próximo intento en %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>chat failed → e-mail</source>
        <translation>falló el chat → correo</translation>
    </message>
    <message>
        <source>e-mail failed → chat</source>
        <translation>falló el correo → chat</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>a la espera de envío</translation>
    </message>
    <message>
        <source>waiting for connection</source>
        <translation>esperando conexión</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>enviando…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>route, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>put off by the server, will be tried again</source>
        <translation>aplazado por el servidor, se intentará de nuevo</translation>
    </message>
</context>
</TS>
