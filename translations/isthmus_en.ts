<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n messages, to be read together</source>
        <translation>
            <numerusform>%n message, to be read together</numerusform>
            <numerusform>%n messages, to be read together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): listed by name, fetched on demand</source>
        <translation>
            <numerusform>%n file: listed by name, fetched on demand</numerusform>
            <numerusform>%n files: listed by name, fetched on demand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) beyond the hundredth</source>
        <translation>
            <numerusform>%n recipient beyond the hundredth</numerusform>
            <numerusform>%n recipients beyond the hundredth</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::RemoveAccountDialog</name>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n chat message</numerusform>
            <numerusform>%n chat messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) that you have archived or deleted stay on the server where they are.</source>
        <translation>
            <numerusform>%n e-mail that you have archived or deleted stays on the server where it is.</numerusform>
            <numerusform>%n e-mails that you have archived or deleted stay on the server where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchPane</name>
    <message numerus="yes">
        <source>Newest first. All %n messages on this computer were searched.</source>
        <translation>
            <numerusform>Newest first. The %n message on this computer was searched.</numerusform>
            <numerusform>Newest first. All %n messages on this computer were searched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::HistoryLine</name>
    <message numerus="yes">
        <source>%Ln older e-mail(s)</source>
        <translation>
            <numerusform>%Ln older e-mail</numerusform>
            <numerusform>%Ln older e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older chat message(s)</source>
        <translation>
            <numerusform>%Ln older chat message</numerusform>
            <numerusform>%Ln older chat messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n new address(es).</source>
        <translation>
            <numerusform>%n new address.</numerusform>
            <numerusform>%n new addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to somebody else here and stayed there.</source>
        <translation>
            <numerusform>%n belongs to somebody else here and stayed there.</numerusform>
            <numerusform>%n belong to somebody else here and stayed there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n line could not be read.</numerusform>
            <numerusform>%n lines could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mails or messages</source>
        <translation>
            <numerusform>%n new e-mail</numerusform>
            <numerusform>%n new e-mails or messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MoveBar</name>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>So does %n other.</numerusform>
            <numerusform>So do %n others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::RequestBar</name>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>%n more waits.</numerusform>
            <numerusform>%n more wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Tray</name>
    <message numerus="yes">
        <source>Isthmus: %n unread messages</source>
        <translation>
            <numerusform>Isthmus: %n unread message</numerusform>
            <numerusform>Isthmus: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::UndoBar</name>
    <message numerus="yes">
        <source>“%1” leaves in %n seconds.</source>
        <translation>
            <numerusform>“%1” leaves in %n second.</numerusform>
            <numerusform>“%1” leaves in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Accessible</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Card</name>
    <message numerus="yes">
        <source>Quoted text, %n line(s)</source>
        <translation>
            <numerusform>Quoted text, %n line</numerusform>
            <numerusform>Quoted text, %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from %1 are not loaded</source>
        <translation>
            <numerusform>%n picture from %1 is not loaded</numerusform>
            <numerusform>%n pictures from %1 are not loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Item</name>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Words</name>
    <message numerus="yes">
        <source>waiting, next attempt in %n second(s)</source>
        <translation>
            <numerusform>waiting, next attempt in %n second</numerusform>
            <numerusform>waiting, next attempt in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n minute(s)</source>
        <translation>
            <numerusform>waiting, next attempt in %n minute</numerusform>
            <numerusform>waiting, next attempt in %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
